import { HttpClient } from '@angular/common/http';
import { Component, inject, input, linkedSignal, signal } from '@angular/core';
import { firstValueFrom, type Observable } from 'rxjs';
import type { ThemeInUseDto } from '../../../backend/organization/rules.dto';
import { I18n } from '../i18n/i18n';
import { ErrorState } from '../ui/error-state';
import { Icon } from '../ui/icon';
import { Toasts } from '../ui/toasts';

const room = '/api/organization/themes';

/** What feedback can be about: renamed, added, put in order, and set aside once they have served. */
@Component({
  selector: 'boucle-theme-rules',
  imports: [ErrorState, Icon],
  templateUrl: './theme-rules.html',
  styles: `
    .line {
      display: grid;
      grid-template-columns: minmax(8rem, 24rem) auto;
      align-items: center;
      justify-content: start;
      gap: var(--space-2) var(--space-4);
      padding-block: var(--space-2);
    }

    @media (max-width: 40rem) {
      .line {
        grid-template-columns: minmax(0, 1fr);
      }
    }
  `,
})
export class ThemeRules {
  readonly themes = input.required<readonly ThemeInUseDto[]>();

  protected readonly t = inject(I18n).t;
  protected readonly list = linkedSignal(() => this.themes());
  protected readonly failure = signal<unknown>(null);
  private readonly http = inject(HttpClient);
  private readonly toasts = inject(Toasts);

  protected async add(event: Event, box: HTMLInputElement): Promise<void> {
    event.preventDefault();
    const label = box.value.trim();
    if (label && (await this.change(this.http.post<ThemeInUseDto[]>(room, { label })))) {
      box.value = '';
    }
  }

  protected rename({ id, label: before }: ThemeInUseDto, label: string): Promise<boolean> {
    if (label.trim() === before) return Promise.resolve(true);
    return this.update(id, { label }, { label: before });
  }

  protected setAside({ id, setAside }: ThemeInUseDto): Promise<boolean> {
    return this.update(id, { setAside: !setAside }, { setAside });
  }

  protected move(at: number, by: -1 | 1): Promise<boolean> {
    const ids = this.list().map(({ id }) => id);
    const [moved] = ids.splice(at, 1);
    if (moved) ids.splice(at + by, 0, moved);
    return this.change(this.http.put<ThemeInUseDto[]>(room, { ids }));
  }

  private async update(id: string, changes: object, before: object): Promise<boolean> {
    const patch = (part: object) =>
      this.change(this.http.patch<ThemeInUseDto[]>(`${room}/${id}`, part));
    const done = await patch(changes);
    if (done) this.toasts.show(this.t('organization.rules.themeSaved'), () => patch(before));
    return done;
  }

  private async change(request: Observable<ThemeInUseDto[]>): Promise<boolean> {
    this.failure.set(null);
    try {
      this.list.set(await firstValueFrom(request));
      return true;
    } catch (error) {
      this.failure.set(error);
      return false;
    }
  }
}

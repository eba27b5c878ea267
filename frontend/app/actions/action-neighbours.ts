import { HttpClient, httpResource } from '@angular/common/http';
import { Component, computed, inject, input, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import { firstValueFrom, type Observable } from 'rxjs';
import type { Page } from '../../../backend/access/page.dto';
import type { ActionSummaryDto } from '../../../backend/actions/actions.dto';
import type { NeighboursDto } from '../../../backend/action-views/dependencies.dto';
import { DayPipe } from '../i18n/dates';
import { I18n } from '../i18n/i18n';
import { Icon } from '../ui/icon';
import { SearchBox } from '../ui/search-box';
import { Tag } from '../ui/tag';
import { Toasts } from '../ui/toasts';
import { ActionState } from './action-state';
import { whyNot } from './refused';

/** What an action comes after, and what waits for it. */
@Component({
  selector: 'boucle-action-neighbours',
  imports: [ActionState, DayPipe, Icon, RouterLink, SearchBox, Tag],
  templateUrl: './action-neighbours.html',
})
export class ActionNeighbours {
  readonly id = input.required<string>();

  protected readonly t = inject(I18n).t;
  private readonly http = inject(HttpClient);
  private readonly toasts = inject(Toasts);
  protected readonly adding = signal(false);
  protected readonly words = signal('');
  protected readonly neighbours = httpResource<NeighboursDto>(
    () => `/api/actions/${this.id()}/neighbours`,
  );
  protected readonly sides = computed(() => {
    const { before, after } = this.neighbours.value() ?? { before: [], after: [] };
    return [
      { name: 'before' as const, rows: before },
      { name: 'after' as const, rows: after },
    ].filter(({ rows }) => rows.length > 0);
  });
  /** Where there is nothing yet, only the way to begin is shown. */
  protected readonly told = computed(() => this.sides().length > 0 || this.adding());
  private readonly sought = httpResource<Page<ActionSummaryDto>>(() =>
    this.words()
      ? { url: '/api/actions', params: { q: this.words(), status: 'unsettled', pageSize: 8 } }
      : undefined,
  );
  protected readonly choices = computed(() => {
    if (!this.sought.hasValue()) return null;
    const taken = new Set(this.neighbours.value()?.before.map(({ id }) => id)).add(this.id());
    return this.sought.value().items.filter(({ id }) => !taken.has(id));
  });

  protected async add({ id, title }: { id: string; title: string }): Promise<void> {
    const done = await this.change(this.http.put<NeighboursDto>(this.way(id), {}));
    if (!done) return;
    this.adding.set(false);
    this.words.set('');
    this.toasts.show(this.t('actions.views.neighbours.added', { title }));
  }

  protected async remove({ id, title }: { id: string; title: string }): Promise<void> {
    const done = await this.change(this.http.delete<NeighboursDto>(this.way(id)));
    if (!done) return;
    this.toasts.show(this.t('actions.views.neighbours.removed', { title }), () =>
      this.add({ id, title }),
    );
  }

  private way(id: string): string {
    return `/api/actions/${this.id()}/predecessors/${id}`;
  }

  private async change(request: Observable<NeighboursDto>): Promise<boolean> {
    try {
      this.neighbours.set(await firstValueFrom(request));
      return true;
    } catch (error) {
      this.toasts.show(whyNot(error, this.t('errors.title')));
      return false;
    }
  }
}

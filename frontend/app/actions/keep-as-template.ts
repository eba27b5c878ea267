import { HttpClient } from '@angular/common/http';
import { Component, computed, inject, input, signal } from '@angular/core';
import { firstValueFrom } from 'rxjs';
import type { ActionDto } from '../../../backend/actions/actions.dto';
import { dayIn } from '../../../backend/domain/days';
import { I18n } from '../i18n/i18n';
import { Session } from '../session/session';
import { ErrorState } from '../ui/error-state';
import { Icon } from '../ui/icon';
import { Toasts } from '../ui/toasts';
import { templateOf } from './template-words';

/** « En faire un modèle »: what an action says and its steps, for others to start from. */
@Component({
  selector: 'boucle-keep-as-template',
  imports: [ErrorState, Icon],
  template: `
    @if (may()) {
      <div class="buttons no-print">
        <button class="button quiet" type="button" [attr.aria-busy]="busy()" (click)="keep()">
          <boucle-icon name="copy" /> {{ t('actions.templates.keep') }}
        </button>
      </div>
      <boucle-error-state inForm [error]="failure()" />
    }
  `,
})
export class KeepAsTemplate {
  readonly action = input.required<ActionDto>();

  protected readonly t = inject(I18n).t;
  protected readonly busy = signal(false);
  protected readonly failure = signal<unknown>(null);
  private readonly http = inject(HttpClient);
  private readonly toasts = inject(Toasts);
  private readonly session = inject(Session);
  protected readonly may = computed(() => this.session.may('action.template_write'));

  protected async keep(): Promise<void> {
    if (this.busy()) return;
    const { title, history } = this.action();
    const name = title.slice(0, 80);
    const at = history[0]?.at ?? new Date().toISOString();
    const opened = dayIn(Intl.DateTimeFormat().resolvedOptions().timeZone, new Date(at));
    this.busy.set(true);
    this.failure.set(null);
    try {
      const content = templateOf(this.action(), opened);
      const kept = this.http.post<{ id: string }>('/api/action-templates', { name, content });
      const { id } = await firstValueFrom(kept);
      this.toasts.show(this.t('actions.templates.saved', { name }), () =>
        firstValueFrom(this.http.delete(`/api/action-templates/${id}`)),
      );
    } catch (error) {
      this.failure.set(error);
    } finally {
      this.busy.set(false);
    }
  }
}

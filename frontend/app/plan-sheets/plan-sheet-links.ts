import { Component, inject, input, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import { I18n } from '../i18n/i18n';
import { Icon } from '../ui/icon';
import { Toasts } from '../ui/toasts';
import { PlanSheetsClient } from './plan-sheets-client';

/** A plan's ways to its sheet and back: `<boucle-plan-sheet-links [planId]="id()" />`. */
@Component({
  selector: 'boucle-plan-sheet-links',
  imports: [Icon, RouterLink],
  template: `
    <div class="buttons">
      <button class="button" type="button" [attr.aria-busy]="busy() || null" (click)="take()">
        <boucle-icon name="download" /> {{ t('planSheets.take') }}
      </button>
      <a class="button" routerLink="/reprendre-un-plan" [queryParams]="{ plan: planId() }">
        {{ t('planSheets.again') }}
      </a>
      <label class="tick">
        <input type="checkbox" [checked]="own()" (change)="own.set($any($event.target).checked)" />
        <span>{{ t('planSheets.own') }}</span>
      </label>
    </div>
  `,
})
export class PlanSheetLinks {
  readonly planId = input.required<string>();

  protected readonly t = inject(I18n).t;
  private readonly client = inject(PlanSheetsClient);
  private readonly toasts = inject(Toasts);
  protected readonly own = signal(true);
  protected readonly busy = signal(false);

  protected async take(): Promise<void> {
    if (this.busy()) return;
    this.busy.set(true);
    try {
      await this.client.take(this.planId(), this.own());
      this.toasts.show(this.t('ui.export.done'));
    } catch {
      this.toasts.show(this.t('ui.export.failed'));
    } finally {
      this.busy.set(false);
    }
  }
}

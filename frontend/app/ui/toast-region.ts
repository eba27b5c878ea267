import { Component, inject } from '@angular/core';
import { I18n } from '../i18n/i18n';
import { Icon } from './icon';
import { Toasts } from './toasts';

/** Where the messages of Toasts show; once in the application, and always there to be listened to. */
@Component({
  selector: 'boucle-toast-region',
  imports: [Icon],
  template: `
    <section role="status" aria-live="polite" [attr.aria-label]="t('ui.toasts')">
      @for (toast of toasts.shown(); track toast.id) {
        <div class="toast">
          <p>{{ toast.text }}</p>
          @if (toast.undo) {
            <button class="undo" type="button" (click)="toasts.undo(toast)">
              <boucle-icon name="undo-2" /> {{ t('ui.undo') }}
            </button>
          }
          <button
            class="close"
            type="button"
            [attr.aria-label]="t('ui.dismissToast')"
            (click)="toasts.dismiss(toast.id)"
          >
            <boucle-icon name="x" />
          </button>
        </div>
      }
    </section>
  `,
  styleUrl: './toast-region.css',
  host: {
    '(mouseenter)': 'toasts.pause()',
    '(mouseleave)': 'toasts.resume()',
    '(focusin)': 'toasts.pause()',
    '(focusout)': 'toasts.resume()',
  },
})
export class ToastRegion {
  protected readonly toasts = inject(Toasts);
  protected readonly t = inject(I18n).t;
}

import { Component, booleanAttribute, computed, inject, input, output } from '@angular/core';
import { I18n } from '../i18n/i18n';
import { ApiError } from '../session/api-error';
import { Icon } from './icon';

/**
 * What happened and what to do, from whatever went wrong. Says it aloud when it appears.
 *
 *     @if (list.error(); as error) { <boucle-error-state [error]="error" (retry)="list.reload()" /> }
 *     <boucle-error-state inForm [error]="failure()" />         above the buttons of a form
 *
 * Without an error it shows nothing, so that it can stay in the page and be heard when it fills.
 */
@Component({
  selector: 'boucle-error-state',
  imports: [Icon],
  template: `
    @if (sentence(); as sentence) {
      <boucle-icon name="triangle-alert" />
      <div class="stack tight">
        <p>{{ sentence }}</p>
        @if (offersRetry()) {
          <div class="buttons">
            <button class="button" type="button" (click)="retry.emit()">
              <boucle-icon name="rotate-cw" /> {{ t('ui.retry') }}
            </button>
          </div>
        }
      </div>
    }
  `,
  styleUrl: './error-state.css',
  host: { role: 'alert', '[class.shown]': 'sentence() !== null' },
})
export class ErrorState {
  readonly error = input.required<unknown>();
  /** In a form the sending button is the way to try again; there is no other. */
  readonly inForm = input(false, { transform: booleanAttribute });
  /** Asked to try again. */
  readonly retry = output();

  private readonly i18n = inject(I18n);
  protected readonly t = this.i18n.t;

  protected readonly sentence = computed(() => {
    const error = this.error();
    return error === null || error === undefined ? null : this.sentenceOf(error);
  });

  protected readonly offersRetry = computed(() => {
    const error = this.error();
    const passing = !(error instanceof ApiError) || error.status === 0 || error.status >= 429;
    return passing && !this.inForm();
  });

  /** The server's own sentence is the most precise; the pages' stand in where it sent none. */
  private sentenceOf(error: unknown): string {
    if (!(error instanceof ApiError)) return this.t('errors.status.500');
    return (
      this.i18n.find(`errors.${error.code}`, error.details) ??
      (error.message ||
        (this.i18n.find(`errors.status.${error.status}`) ?? this.t('errors.status.500')))
    );
  }
}

import { Component, inject, input, signal } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import type { FeedbackDto } from '../../../backend/feedback/feedback.dto';
import { I18n } from '../i18n/i18n';
import { ErrorState } from '../ui/error-state';
import { Icon } from '../ui/icon';
import { AnalysesClient } from './analyses-client';

/** Where the causes of a feedback are looked for; one click opens its analysis. */
@Component({
  selector: 'boucle-feedback-analyses',
  imports: [ErrorState, Icon, RouterLink],
  template: `
    @if (feedback().analyses.length > 0 || feedback().mayAnalyse) {
      <section class="part">
        <h2>{{ t('analyses.opened') }}</h2>
        @if (feedback().analyses.length > 0) {
          <ul class="rows">
            @for (study of feedback().analyses; track study.reference) {
              <li>
                @if (study.seen; as seen) {
                  <a class="row-link" [routerLink]="['/analyses', seen.id]">
                    <span class="row-title">{{ seen.title }}</span>
                    <span class="small soft">
                      {{
                        t('analyses.openedRow', {
                          reference: study.reference,
                          state: t('analyses.state.' + study.state),
                        })
                      }}
                    </span>
                  </a>
                } @else {
                  <p class="elsewhere">
                    {{ t('analyses.elsewhere', { reference: study.reference }) }}
                  </p>
                }
              </li>
            }
          </ul>
        }
        <boucle-error-state inForm [error]="failure()" />
        @if (feedback().mayAnalyse && !hasOpen()) {
          <div class="buttons">
            <button class="button" type="button" [attr.aria-busy]="busy()" (click)="open()">
              <boucle-icon name="search" />
              {{ t(feedback().analyses.length > 0 ? 'analyses.openAgain' : 'analyses.open') }}
            </button>
          </div>
        }
      </section>
    }
  `,
  styles: `
    .elsewhere {
      padding-block: var(--space-4);
    }
    .row-title {
      overflow-wrap: anywhere;
    }
  `,
})
export class FeedbackAnalyses {
  readonly feedback = input.required<FeedbackDto>();

  protected readonly t = inject(I18n).t as (key: string, facts?: object) => string;
  protected readonly failure = signal<unknown>(null);
  protected readonly busy = signal(false);
  private readonly client = inject(AnalysesClient);
  private readonly router = inject(Router);

  protected hasOpen(): boolean {
    return this.feedback().analyses.some(({ seen, state }) => seen && state === 'open');
  }

  protected async open(): Promise<void> {
    if (this.busy()) return;
    this.busy.set(true);
    this.failure.set(null);
    try {
      const { id } = await this.client.open(this.feedback().id);
      await this.router.navigate(['/analyses', id]);
    } catch (error) {
      this.failure.set(error);
    } finally {
      this.busy.set(false);
    }
  }
}

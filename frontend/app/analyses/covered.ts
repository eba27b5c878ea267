import { httpResource } from '@angular/common/http';
import { Component, computed, inject, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { Page } from '../../../backend/access/page.dto';
import type { FeedbackSummaryDto } from '../../../backend/feedback/feedback.dto';
import { DayPipe } from '../i18n/dates';
import { I18n } from '../i18n/i18n';
import { ErrorState } from '../ui/error-state';
import { Icon } from '../ui/icon';
import { SearchBox } from '../ui/search-box';
import { AnalysisDesk } from './analysis-desk';

/** The feedback that an analysis covers; others are found by their words and ticked. */
@Component({
  selector: 'boucle-covered',
  imports: [DayPipe, ErrorState, Icon, RouterLink, SearchBox],
  template: `
    <ul class="covered">
      @for (voice of desk.told()?.feedback; track voice.reference) {
        <li>
          @if (voice.seen; as seen) {
            <a [routerLink]="['/fiches', seen.id]">{{ voice.reference }}</a>
            <span class="grow">{{ seen.excerpt }}</span>
            @if (mayUnlink()) {
              <button
                class="button quiet square"
                type="button"
                [attr.aria-label]="t('analyses.covered.unlink', { reference: voice.reference })"
                (click)="tick(seen.id, false)"
              >
                <boucle-icon name="x" />
              </button>
            }
          } @else {
            {{ t('analyses.covered.elsewhere', { reference: voice.reference }) }}
          }
        </li>
      }
    </ul>
    @if (desk.told()?.mayWrite) {
      <details>
        <summary>{{ t('analyses.covered.add') }}</summary>
        <div class="stack">
          <boucle-search-box
            [label]="t('analyses.covered.search')"
            [value]="words()"
            (asked)="words.set($event)"
          />
          <boucle-error-state inForm [error]="found.error() ?? failure()" />
          @if (found.hasValue()) {
            <p class="visually-hidden" role="status">
              {{ t('analyses.covered.found', { count: found.value().total }) }}
            </p>
            @for (row of found.value().items; track row.id) {
              <label class="tick">
                <input
                  type="checkbox"
                  [checked]="linked().has(row.id)"
                  [disabled]="linked().has(row.id) && !mayUnlink()"
                  (change)="tick(row.id, $any($event.target).checked)"
                />
                <span>
                  {{ row.reference }} · {{ row.receivedOn | day }} · {{ row.unit.name }}<br />
                  <span class="soft">{{ row.title ?? row.excerpt }}</span>
                </span>
              </label>
            }
          }
        </div>
      </details>
    }
  `,
  styles: `
    :host {
      display: grid;
      gap: var(--space-3);
    }
    .covered {
      display: grid;
      gap: var(--space-2);
    }
    li {
      display: flex;
      flex-wrap: wrap;
      align-items: baseline;
      gap: var(--space-1) var(--space-3);
      overflow-wrap: anywhere;
    }
    .grow {
      flex: 1 1 14rem;
    }
    summary {
      min-height: var(--target);
      display: inline-flex;
      align-items: center;
      color: var(--act);
      font-weight: var(--strong);
      cursor: pointer;
    }
    details .stack {
      padding-block-start: var(--space-3);
    }
  `,
})
export class Covered {
  protected readonly t = inject(I18n).t;
  protected readonly desk = inject(AnalysisDesk);
  protected readonly words = signal('');
  protected readonly failure = signal<unknown>(null);

  protected readonly found = httpResource<Page<FeedbackSummaryDto>>(() =>
    this.words() ? { url: '/api/feedback', params: { q: this.words(), pageSize: 8 } } : undefined,
  );
  protected readonly linked = computed(
    () => new Set(this.desk.told()?.feedback.flatMap(({ seen }) => seen?.id ?? [])),
  );
  /** The last one stays. */
  protected readonly mayUnlink = computed(() => {
    const told = this.desk.told();
    return told !== null && told.mayWrite && told.feedback.length > 1;
  });

  protected tick(id: string, on: boolean): void {
    this.failure.set(null);
    const work = on ? this.desk.link(id) : this.desk.unlink(id);
    work.catch((error: unknown) => this.failure.set(error));
  }
}

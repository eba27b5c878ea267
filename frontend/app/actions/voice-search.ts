import { httpResource } from '@angular/common/http';
import { Component, computed, inject, input, signal } from '@angular/core';
import { FormField, type FieldTree } from '@angular/forms/signals';
import type { Page } from '../../../backend/access/page.dto';
import type { OriginDto } from '../../../backend/actions/actions.dto';
import type { FeedbackSummaryDto } from '../../../backend/feedback/feedback.dto';
import { DayPipe } from '../i18n/dates';
import { I18n } from '../i18n/i18n';
import { ErrorState } from '../ui/error-state';
import { Field } from '../ui/field';
import { kept } from '../ui/kept';
import { SearchBox } from '../ui/search-box';

/** Finds a feedback by its reference or its words, for a field that takes its id. */
@Component({
  selector: 'boucle-voice-search',
  imports: [DayPipe, ErrorState, Field, FormField, SearchBox],
  template: `
    <boucle-search-box
      [label]="t('actions.origins.search')"
      [value]="words()"
      (asked)="words.set($event)"
    />
    <boucle-error-state inForm [error]="found.error()" />
    <boucle-field group [label]="t('actions.origins.which')">
      <div class="stack tight" aria-live="polite">
        @for (voice of voices(); track voice.id) {
          <label class="choice">
            <input type="radio" [value]="voice.id" [formField]="field()" />
            <span class="words">
              <span class="number">{{ voice.reference }}</span>
              <small>
                {{ voice.unit.name }} · {{ voice.receivedOn | day: 'short' }} ·
                {{ t('domain.feedbackState.' + voice.state) }}
              </small>
              <span class="excerpt">{{ voice.excerpt }}</span>
            </span>
          </label>
        } @empty {
          <p class="soft">
            {{ t(words() ? 'actions.origins.noVoice' : 'actions.origins.searchHint') }}
          </p>
        }
      </div>
    </boucle-field>
  `,
  styles: `
    :host {
      display: grid;
      gap: var(--space-4);
    }
    .words {
      min-width: 0;
      font-weight: var(--regular);
      overflow-wrap: anywhere;
    }
    .excerpt {
      display: -webkit-box;
      overflow: hidden;
      -webkit-box-orient: vertical;
      -webkit-line-clamp: 2;
    }
  `,
})
export class VoiceSearch {
  readonly field = input.required<FieldTree<string>>();
  /** What is an origin already, and is not offered again. */
  readonly known = input.required<readonly OriginDto[]>();

  protected readonly t = inject(I18n).t as (key: string) => string;
  protected readonly words = signal('');
  protected readonly found = httpResource<Page<FeedbackSummaryDto>>(() => {
    const q = this.words();
    return q ? { url: '/api/feedback', params: { q, pageSize: 6 } } : undefined;
  });
  private readonly shown = kept(this.found);
  protected readonly voices = computed(() => {
    const known = this.known().map(({ feedback }) => feedback?.id);
    const found = this.words() ? (this.shown()?.items ?? []) : [];
    return found.filter(({ id }) => !known.includes(id));
  });
}

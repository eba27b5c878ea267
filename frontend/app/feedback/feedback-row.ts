import { Component, computed, inject, input } from '@angular/core';
import type { FeedbackSummaryDto } from '../../../backend/feedback/feedback.dto';
import { Dates, DayPipe } from '../i18n/dates';
import { I18n } from '../i18n/i18n';
import { Tag } from '../ui/tag';
import { FeedbackState } from './feedback-state';

/** What the row of a list says of a feedback; the link around it is the list's. */
@Component({
  selector: 'boucle-feedback-row',
  imports: [DayPipe, FeedbackState, Tag],
  template: `
    <span class="row-title words">{{ title() }}</span>
    <span class="row small soft">
      <span>{{ t(kind()) }}</span>
      <span>{{ row().unit.name }}</span>
      <time [attr.datetime]="row().receivedOn">{{ row().receivedOn | day: 'short' }}</time>
      <boucle-feedback-state [state]="row().state" />
      @if (owed(); as owed) {
        <boucle-tag
          [tone]="owed.late ? 'late' : 'neutral'"
          [icon]="owed.late ? undefined : 'clock'"
        >
          {{ owed.words }}
        </boucle-tag>
      }
      @if (critical(); as word) {
        <boucle-tag icon="flag">{{ t('feedback.criticality', { word }) }}</boucle-tag>
      }
    </span>
  `,
  styleUrl: './feedback-row.css',
})
export class FeedbackRow {
  readonly row = input.required<FeedbackSummaryDto>();

  protected readonly t = inject(I18n).t;
  private readonly dates = inject(Dates);
  protected readonly title = computed(() => this.row().title ?? this.row().excerpt);
  protected readonly kind = computed(() => `domain.kind.${this.row().kind}` as const);
  /** How long is left until something is owed, or how late it is. */
  protected readonly owed = computed(() => {
    const { nextClock } = this.row();
    if (!nextClock) return null;
    const { clock, daysLeft, late } = nextClock;
    const left = this.dates.deadline(daysLeft ?? 0, late);
    return { late, words: this.t(`feedback.clock.brief.${clock}`, { left }) };
  });

  protected readonly critical = computed(() => {
    const { criticality } = this.row();
    return criticality && this.t(`domain.criticality.${criticality}`).toLowerCase();
  });
}

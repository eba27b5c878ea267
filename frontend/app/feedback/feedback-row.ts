import { Component, computed, inject, input } from '@angular/core';
import type { FeedbackSummaryDto } from '../../../backend/feedback/feedback.dto';
import { DayPipe } from '../i18n/dates';
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
  protected readonly title = computed(() => this.row().title ?? this.row().excerpt);
  protected readonly kind = computed(() => `domain.kind.${this.row().kind}` as const);
  protected readonly critical = computed(() => {
    const { criticality } = this.row();
    return criticality && this.t(`domain.criticality.${criticality}`).toLowerCase();
  });
}

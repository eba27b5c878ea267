import { Component, inject, input } from '@angular/core';
import {
  frequencies,
  severities,
  type Criticality,
  type CriticalityGrid as Grid,
  type Frequency,
  type Severity,
} from '../../../backend/domain/feedback';
import { I18n } from '../i18n/i18n';
import { Icon } from '../ui/icon';

/**
 * The organisation's grid in small, the chosen cell lit: a picture, whose sense is said in words
 * beside it, and whose cell is chosen by the two lists of choices.
 */
@Component({
  selector: 'boucle-criticality-grid',
  imports: [Icon],
  template: `
    <div class="grid">
      <span></span>
      @for (frequency of frequencies; track frequency) {
        <span class="head">{{ t(word('frequency', frequency)) }}</span>
      }
      @for (severity of severities; track severity) {
        <span class="head">{{ t(word('severity', severity)) }}</span>
        @for (frequency of frequencies; track frequency) {
          <span
            class="cell"
            [class.lit]="chosen().severity === severity && chosen().frequency === frequency"
            [attr.data-level]="cells()[severity - 1]?.[frequency - 1]"
          >
            @if (chosen().severity === severity && chosen().frequency === frequency) {
              <boucle-icon name="check" />
            }
            {{ t(word('criticality', level(severity, frequency))) }}
          </span>
        }
      }
    </div>
  `,
  styleUrl: './criticality-grid.css',
  host: { 'aria-hidden': 'true' },
})
export class CriticalityGrid {
  readonly cells = input.required<Grid>();
  readonly chosen = input.required<{ severity: Severity | null; frequency: Frequency | null }>();

  protected readonly t = inject(I18n).t;
  protected readonly severities = severities;
  protected readonly frequencies = frequencies;

  protected level(severity: Severity, frequency: Frequency): Criticality {
    return this.cells()[severity - 1]?.[frequency - 1] ?? 1;
  }

  protected word<Of extends 'severity' | 'frequency' | 'criticality'>(of: Of, rank: Criticality) {
    return `domain.${of}.${rank}` as const;
  }
}

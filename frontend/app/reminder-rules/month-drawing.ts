import { Component, computed, inject, input } from '@angular/core';
import { addDays, type Day } from '../../../backend/domain/days';
import type { ReminderPreviewDto } from '../../../backend/reminders/reminder-rules.dto';
import { DayPipe } from '../i18n/dates';
import { I18n } from '../i18n/i18n';
import { weekdayName } from './rules-in-words';

interface Cell {
  day: Day;
  date: number;
  sent: boolean;
  due: boolean;
  quiet: boolean;
}

/** The months in which something would be sent; what they draw is also said by a list. */
@Component({
  selector: 'boucle-month-drawing',
  imports: [DayPipe],
  template: `
    <div class="months">
      @for (month of months(); track month.name) {
        <div class="month">
          <p class="name">{{ month.name | day: 'month' }}</p>
          <div class="days">
            @for (letter of letters(); track $index) {
              <span class="letter">{{ letter }}</span>
            }
            @for (cell of month.cells; track cell.day; let first = $first) {
              <span
                class="day"
                [class.quiet]="cell.quiet"
                [class.sent]="cell.sent"
                [class.due]="cell.due"
                [style.grid-column-start]="first ? month.start : null"
                [attr.data-day]="cell.day"
                >{{ cell.date }}</span
              >
            }
          </div>
        </div>
      }
    </div>
    <p class="legend small">
      <span class="day sent">1</span> {{ t('reminderRules.preview.legend.sent') }}
      <span class="day due">1</span> {{ t('reminderRules.preview.legend.due') }}
      <span class="day quiet">1</span> {{ t('reminderRules.preview.legend.quiet') }}
    </p>
  `,
  styleUrl: './month-drawing.css',
  host: { 'aria-hidden': 'true' },
})
export class MonthDrawing {
  readonly of = input.required<ReminderPreviewDto>();

  private readonly i18n = inject(I18n);
  protected readonly t = this.i18n.t;
  protected readonly letters = computed(() =>
    [1, 2, 3, 4, 5, 6, 0].map((day) => weekdayName(day, this.i18n.locale()).slice(0, 1)),
  );

  protected readonly months = computed(() => {
    const { planned, quiet, dueOn } = this.of();
    const sent = new Set(planned.map(({ day }) => day));
    const silent = new Set(quiet.map(({ day }) => day));
    const names = new Set([...planned.map(({ day }) => day), dueOn].map((day) => day.slice(0, 7)));
    return [...names].sort().map((name) => ({
      name,
      start: ((new Date(`${name}-01`).getUTCDay() + 6) % 7) + 1,
      cells: daysOf(name).map((day, at): Cell => ({
        ...{ day, date: at + 1, sent: sent.has(day), due: day === dueOn },
        quiet: silent.has(day),
      })),
    }));
  });
}

function daysOf(month: string): Day[] {
  const first = `${month}-01`;
  return Array.from({ length: 31 }, (_, nth) => addDays(first, nth)).filter((day) =>
    day.startsWith(month),
  );
}

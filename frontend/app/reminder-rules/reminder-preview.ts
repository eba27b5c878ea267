import { httpResource } from '@angular/common/http';
import { Component, computed, inject, input, signal } from '@angular/core';
import type { Page } from '../../../backend/access/page.dto';
import type { ActionSummaryDto } from '../../../backend/actions/actions.dto';
import type { ReminderRules } from '../../../backend/domain/reminders';
import type {
  PreviewedReminderDto,
  ReminderPreviewDto,
} from '../../../backend/reminders/reminder-rules.dto';
import { DayPipe, Dates } from '../i18n/dates';
import { I18n } from '../i18n/i18n';
import { ErrorState } from '../ui/error-state';
import { kept } from '../ui/kept';
import { SearchBox } from '../ui/search-box';
import { MonthDrawing } from './month-drawing';

/** For a real action, what rules that are not saved yet would send, when and to whom. */
@Component({
  selector: 'boucle-reminder-preview',
  imports: [DayPipe, ErrorState, MonthDrawing, SearchBox],
  templateUrl: './reminder-preview.html',
  styles: `
    :host {
      display: grid;
      gap: var(--space-4);
      align-content: start;
    }
    .planned > li {
      display: grid;
      gap: var(--space-1);
      padding-block: var(--space-3);
    }
    .row-link {
      width: 100%;
      border: 0;
      background: none;
      font: inherit;
      text-align: start;
      cursor: pointer;
    }
  `,
})
export class ReminderPreview {
  /** Null while they can't be followed. */
  readonly rules = input.required<ReminderRules | null>();
  readonly unitId = input.required<string | null>();

  private readonly i18n = inject(I18n);
  private readonly dates = inject(Dates);
  protected readonly t = this.i18n.t;
  protected readonly words = signal('');
  protected readonly chosen = signal<string | null>(null);

  protected readonly found = httpResource<Page<ActionSummaryDto>>(() => {
    if (this.chosen()) return undefined;
    const [q, unitId] = [this.words(), this.unitId()];
    const narrowed = { ...(q && { q }), ...(unitId && { unitId }) };
    return {
      url: '/api/actions',
      params: { status: 'open', sort: 'dueOn', pageSize: 5, ...narrowed },
    };
  });
  protected readonly actions = kept(this.found);

  protected readonly preview = httpResource<ReminderPreviewDto>(() => {
    const [id, rules] = [this.chosen(), this.rules()];
    if (!id || !rules) return undefined;
    const body = { rules, unitId: this.unitId() };
    return { url: `/api/reminder-rules/preview/${id}`, method: 'POST', body };
  });
  protected readonly shown = kept(this.preview);

  protected readonly count = computed(() => {
    const { planned = [], until = '' } = this.shown() ?? {};
    const count = planned.reduce((sum, { readers }) => sum + readers.length, 0);
    const day = this.dates.day(until || this.dates.today());
    return this.t('reminderRules.preview.count', { count, day });
  });

  protected names({ readers }: PreviewedReminderDto): string {
    if (readers.length === 0) return this.t('reminderRules.preview.toNobody');
    const said = readers.map(({ name, insteadOf }) =>
      insteadOf ? this.t('reminderRules.preview.insteadOf', { name, insteadOf }) : name,
    );
    const names = new Intl.ListFormat(this.i18n.locale()).format(said);
    return this.t('reminderRules.preview.to', { names });
  }

  protected why({ offset }: PreviewedReminderDto): string {
    if (offset === 0) return this.t('reminderRules.preview.offset.day');
    const count = Math.abs(offset);
    return this.t(`reminderRules.preview.offset.${offset < 0 ? 'before' : 'late'}`, { count });
  }

  /** How it reaches whoever does not read it on the day itself. */
  protected reaching({ readers }: PreviewedReminderDto): string[] {
    return readers.flatMap(({ name, reach }) =>
      reach === 'day' ? [] : [this.t(`reminderRules.preview.reach.${reach}`, { name })],
    );
  }

  protected held({ stepOn, heldBy }: PreviewedReminderDto): string | null {
    if (!heldBy) return null;
    const isWeekend = [0, 6].includes(new Date(stepOn).getUTCDay());
    const why = heldBy === 'weekday' && isWeekend ? 'weekend' : heldBy;
    return this.t(`reminderRules.preview.held.${why}`, { day: this.dates.day(stepOn) });
  }
}

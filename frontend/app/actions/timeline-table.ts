import { Component, computed, inject, input, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { DrawnDto } from '../../../backend/action-views/action-views.dto';
import { DayPipe } from '../i18n/dates';
import { I18n } from '../i18n/i18n';
import { startOf } from './timeline';

/** What the line of time draws, to be read: one row an action, with what it comes after. */
@Component({
  selector: 'boucle-timeline-table',
  imports: [DayPipe, RouterLink],
  template: `
    <details #fold (toggle)="unfolded.set(fold.open)">
      <summary>{{ t('actions.views.timeline.table') }}</summary>
      @if (unfolded()) {
        <div
          class="table-frame"
          tabindex="0"
          role="region"
          [attr.aria-label]="t('actions.views.timeline.table')"
        >
          <table>
            <thead>
              <tr>
                <th scope="col">{{ t('actions.record') }}</th>
                <th scope="col">{{ t('actions.facts.unit') }}</th>
                @if (objectives().length > 0) {
                  <th scope="col">{{ t('actions.views.timeline.objective') }}</th>
                }
                <th scope="col">{{ t('actions.views.timeline.start') }}</th>
                <th scope="col">{{ t('actions.facts.due') }}</th>
                <th scope="col">{{ t('actions.views.timeline.check') }}</th>
                <th scope="col">{{ t('actions.filter.status.name') }}</th>
                <th scope="col">{{ t('actions.facts.progress') }}</th>
                <th scope="col">{{ t('actions.views.neighbours.before') }}</th>
              </tr>
            </thead>
            <tbody>
              @for (row of rows(); track row.id) {
                <tr>
                  <th scope="row">
                    <a [routerLink]="['/actions', row.id]" queryParamsHandling="preserve">
                      {{ row.title }}
                    </a>
                  </th>
                  <td>{{ row.unit.name }}</td>
                  @if (objectives().length > 0) {
                    <td>{{ row.objective ?? '–' }}</td>
                  }
                  <td>{{ row.start | day: 'short' }}</td>
                  <td>{{ row.dueOn | day: 'short' }}</td>
                  <td>{{ row.checkOn ? (row.checkOn | day: 'short') : '–' }}</td>
                  <td>{{ row.words }}</td>
                  <td>{{ t('actions.progress.percent', { count: row.progress }) }}</td>
                  <td>{{ row.before || '–' }}</td>
                </tr>
              }
            </tbody>
          </table>
        </div>
      }
    </details>
  `,
})
export class TimelineTable {
  readonly drawn = input.required<DrawnDto>();
  /** Of the plan, where only its actions are drawn. */
  readonly objectives = input<readonly { id: string; wording: string }[]>([]);

  protected readonly t = inject(I18n).t;
  protected readonly unfolded = signal(false);
  protected readonly rows = computed(() => {
    const { items, dependencies } = this.drawn();
    const titles = new Map(items.map(({ id, title }) => [id, title]));
    return items.map((action) => ({
      ...action,
      start: startOf(action),
      objective: this.objectives().find(({ id }) => id === action.objectiveId)?.wording,
      words:
        this.t(`domain.actionState.${action.state}`) +
        (action.late ? `, ${this.t('actions.views.timeline.late')}` : ''),
      before: dependencies
        .filter(({ actionId }) => actionId === action.id)
        .map(({ afterId }) => titles.get(afterId))
        .join(', '),
    }));
  });
}

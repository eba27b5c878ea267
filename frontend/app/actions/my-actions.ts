import { Component, computed, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { Dates } from '../i18n/dates';
import { I18n } from '../i18n/i18n';
import { ErrorState } from '../ui/error-state';
import { kept } from '../ui/kept';
import { Loading } from '../ui/loading';
import { ActionRow } from './action-row';
import { drawnActions } from './drawn-actions';
import { DrawnPart } from './drawn-part';
import { parts, partOf } from './my-days';
import { QuickProgress } from './quick-progress';

/** What I owe: what is late and what is for today first, then what waits for others. */
@Component({
  selector: 'boucle-my-actions',
  imports: [ActionRow, DrawnPart, ErrorState, Loading, QuickProgress, RouterLink],
  templateUrl: './my-actions.html',
  styleUrl: './my-actions.css',
})
export class MyActions {
  readonly query = input.required<Record<string, string>>();
  readonly open = input<string | null>(null);

  protected readonly t = inject(I18n).t;
  protected readonly found = drawnActions(() => this.query());
  protected readonly drawn = kept(this.found);
  private readonly today = inject(Dates).today();

  protected readonly parts = computed(() => {
    const items = this.drawn()?.items ?? [];
    return parts
      .map((name) => ({
        name,
        title: `my-${name}`,
        rows: items.filter((row) => partOf(row, this.today) === name),
      }))
      .filter(({ rows }) => rows.length > 0);
  });
}

import { Component, inject, input, output } from '@angular/core';
import { I18n } from '../i18n/i18n';
import type { FilterOption } from '../ui/filter-sentence';

/** What each column of a file is. */
@Component({
  selector: 'boucle-column-choices',
  template: `
    <ul class="rows">
      @for (title of columns(); track $index; let at = $index) {
        <li>
          <label class="choice-of">
            <span>
              <strong>{{ title.title || t('imports.untitled', { number: at + 1 }) }}</strong>
              @if (title.sample) {
                <small class="soft">{{ t('imports.sample', { text: title.sample }) }}</small>
              }
            </span>
            <select (change)="chosen.emit({ at, field: $any($event.target).value })">
              <option value="" [selected]="!taken()[at]">{{ aside() }}</option>
              @for (field of fields(); track field.value) {
                <option
                  [value]="field.value"
                  [selected]="taken()[at] === field.value"
                  [disabled]="isTaken(field.value, at)"
                >
                  {{ field.label }}
                </option>
              }
            </select>
          </label>
        </li>
      }
    </ul>
  `,
  styleUrl: './choice-of.css',
})
export class ColumnChoices {
  readonly columns = input.required<{ title: string; sample: string }[]>();
  readonly fields = input.required<readonly FilterOption[]>();
  /** What each column is taken for, in the file's order; empty where it is left aside. */
  readonly taken = input.required<readonly string[]>();
  /** What becomes of a column that is nothing of ours. */
  readonly aside = input.required<string>();
  readonly chosen = output<{ at: number; field: string }>();

  protected readonly t = inject(I18n).t;

  protected isTaken(field: string, at: number): boolean {
    return this.taken().some((other, place) => other === field && place !== at);
  }
}

import { Component, inject, input, output } from '@angular/core';
import { I18n } from '../i18n/i18n';
import type { FilterOption } from '../ui/filter-sentence';

/** A word of a file, and what it means once that is said. */
interface Word {
  field: string;
  text: string;
  to: string;
  /** How often it stands in the file. */
  count: number;
  open: boolean;
}

/** What the words of a file mean that mean nothing by themselves. */
@Component({
  selector: 'boucle-word-choices',
  template: `
    <ul class="rows">
      @for (word of words(); track word.field + word.text) {
        <li>
          <label class="choice-of">
            <span>
              <strong>« {{ word.text }} »</strong>
              <small class="soft">
                {{ nameOf(word.field) }}
                @if (word.count > 0) {
                  · {{ t('imports.times', { count: word.count }) }}
                }
              </small>
            </span>
            <select (change)="decided.emit({ word, to: $any($event.target).value })">
              <option value="none" [selected]="word.open">{{ t('imports.undecided') }}</option>
              <option value="" [selected]="!word.open && word.to === ''">
                {{ t('imports.asDefault') }}
              </option>
              @for (option of options()[word.field]; track option.value) {
                <option [value]="option.value" [selected]="word.to === option.value">
                  {{ option.label }}
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
export class WordChoices {
  readonly words = input.required<readonly Word[]>();
  readonly fields = input.required<readonly FilterOption[]>();
  /** What a word can mean, by the field in which it stands. */
  readonly options = input.required<Record<string, readonly FilterOption[]>>();
  readonly decided = output<{ word: Word; to: string }>();

  protected readonly t = inject(I18n).t;

  protected nameOf(field: string): string {
    return this.fields().find(({ value }) => value === field)?.label ?? '';
  }
}

import { Component, computed, input, output } from '@angular/core';

export interface FilterOption {
  /** Empty for « any ». */
  value: string;
  label: string;
}

export interface Filter {
  /** What the choice is about, for those who listen: « État ». */
  label: string;
  value: string;
  options: readonly FilterOption[];
}

/**
 * Filters as a sentence, whose words are chosen in place; each language orders it as it likes:
 *
 *     sentence: 'Fiches [state] à [unit] depuis [days]'
 *     <boucle-filter-sentence [sentence]="t('feedback.filters')"
 *       [filters]="{ state: { label, value, options }, unit: …, days: … }"
 *       (choose)="filter($event.name, $event.value)" />
 */
@Component({
  selector: 'boucle-filter-sentence',
  template: `
    @for (part of parts(); track $index) {
      @if (part.filter; as filter) {
        <select
          [attr.aria-label]="filter.label"
          [attr.data-filter]="part.text"
          [class.set]="filter.value !== ''"
          (change)="choose.emit({ name: part.text, value: $any($event.target).value })"
        >
          @for (option of filter.options; track option.value) {
            <option [value]="option.value" [selected]="option.value === filter.value">
              {{ option.label }}
            </option>
          }
        </select>
      } @else {
        <span>{{ part.text }}</span>
      }
    }
  `,
  styleUrl: './filter-sentence.css',
  host: { role: 'group' },
})
export class FilterSentence {
  readonly sentence = input.required<string>();
  readonly filters = input.required<Readonly<Record<string, Filter>>>();
  readonly choose = output<{ name: string; value: string }>();

  protected readonly parts = computed(() =>
    this.sentence()
      .split(/\[(\w+)\]/)
      .map((text, at) => ({ text, filter: at % 2 ? this.filters()[text] : undefined }))
      .filter(({ text, filter }) => filter !== undefined || text.trim() !== ''),
  );
}

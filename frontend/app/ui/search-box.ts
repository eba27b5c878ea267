import { Component, DestroyRef, inject, input, output } from '@angular/core';
import { Icon } from './icon';

/** How long the typing rests before it is searched for. */
const rest = 300;

/**
 * Words to find. Searches by itself once the typing rests, at once on Enter.
 *
 *     <boucle-search-box [label]="t('…')" [value]="filters.values().q ?? ''" (asked)="…" />
 */
@Component({
  selector: 'boucle-search-box',
  imports: [Icon],
  template: `
    <boucle-icon name="search" />
    <input
      #box
      type="search"
      autocomplete="off"
      enterkeyhint="search"
      maxlength="200"
      [attr.aria-label]="label()"
      [placeholder]="label()"
      [value]="value()"
      (input)="wait(box.value)"
      (keydown.enter)="$event.preventDefault(); say(box.value)"
    />
  `,
  styleUrl: './search-box.css',
  host: { role: 'search' },
})
export class SearchBox {
  readonly label = input.required<string>();
  readonly value = input('');
  readonly asked = output<string>();

  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor() {
    inject(DestroyRef).onDestroy(() => clearTimeout(this.timer));
  }

  protected wait(words: string): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.say(words), rest);
  }

  protected say(words: string): void {
    clearTimeout(this.timer);
    if (words.trim() !== this.value()) this.asked.emit(words.trim());
  }
}

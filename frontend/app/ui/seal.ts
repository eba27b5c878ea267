import { Component, computed, input } from '@angular/core';

/**
 * An organisation's initials on its colour, beside its name, which says it to those who listen.
 *
 *     <boucle-seal [of]="organization.name" /> <span>{{ organization.name }}</span>
 */
@Component({
  selector: 'boucle-seal',
  template: `{{ initials() }}`,
  styleUrl: './seal.css',
  host: { 'aria-hidden': 'true' },
})
export class Seal {
  readonly of = input.required<string>();

  /** « CCAS de Valfleury » is CV: the words that start with a capital. */
  protected readonly initials = computed(() => {
    const words = this.of().split(/[\s’'-]+/);
    return words
      .flatMap((word) => word.match(/^\p{Lu}/u) ?? [])
      .slice(0, 2)
      .join('');
  });
}

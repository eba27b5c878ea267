import { Component, computed, inject } from '@angular/core';
import { RouterLink } from '@angular/router';
import { Session } from '../session/session';

/** The organisation's name in its colour; leads home. */
@Component({
  selector: 'boucle-emblem',
  imports: [RouterLink],
  template: `
    <a routerLink="/">
      <span class="seal" aria-hidden="true">{{ initials() }}</span>
      <span class="name">{{ name() }}</span>
    </a>
  `,
  styleUrl: './emblem.css',
})
export class Emblem {
  private readonly session = inject(Session);

  protected readonly name = computed(() => this.session.me()?.organization.name ?? '');
  /** « CCAS de Valfleury » is CV: the words that start with a capital. */
  protected readonly initials = computed(() => {
    const words = this.name().split(/[\s’'-]+/);
    return words
      .flatMap((word) => word.match(/^\p{Lu}/u) ?? [])
      .slice(0, 2)
      .join('');
  });
}

import { Component, computed, inject } from '@angular/core';
import { RouterLink } from '@angular/router';
import { Session } from '../session/session';
import { Seal } from '../ui/seal';

/** The organisation's name in its colour; leads home. */
@Component({
  selector: 'boucle-emblem',
  imports: [RouterLink, Seal],
  template: `
    <a routerLink="/">
      <boucle-seal [of]="name()" />
      <span class="name">{{ name() }}</span>
    </a>
  `,
  styleUrl: './emblem.css',
})
export class Emblem {
  private readonly session = inject(Session);

  protected readonly name = computed(() => this.session.me()?.organization.name ?? '');
}

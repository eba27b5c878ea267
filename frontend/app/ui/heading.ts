import { Component, input } from '@angular/core';

/**
 * The title area of a page: one title, one main action, and a sentence if one is needed.
 *
 *     <boucle-heading [title]="t('…')" [lead]="t('…')">
 *       <a class="button primary" routerLink="…">…</a>
 *     </boucle-heading>
 *
 * The title receives the focus after a change of page.
 */
@Component({
  selector: 'boucle-heading',
  template: `
    <div class="words">
      @if (above(); as above) {
        <p class="above">{{ above }}</p>
      }
      <h1 tabindex="-1">{{ title() }}</h1>
      @if (lead(); as lead) {
        <p class="lead">{{ lead }}</p>
      }
    </div>
    <div class="buttons"><ng-content /></div>
  `,
  styleUrl: './heading.css',
})
export class Heading {
  readonly title = input.required<string>();
  readonly lead = input<string | null>();
  /** A few words over the title: a day, a reference, a unit. */
  readonly above = input<string | null>();
}

import { Component, booleanAttribute, input } from '@angular/core';

/**
 * The title area of a page: one title, one main action, and a sentence if one is needed.
 *
 *     <boucle-heading [title]="t('…')" [lead]="t('…')">
 *       <a class="button primary" routerLink="…">…</a>
 *     </boucle-heading>
 *
 * The title receives the focus after a change of page; one that only stands in for the real title
 * (`[awaited]`) does not, and the focus waits for it.
 */
@Component({
  selector: 'boucle-heading',
  template: `
    <div class="words">
      @if (above(); as above) {
        <p class="above">{{ above }}</p>
      }
      <h1 [attr.tabindex]="awaited() ? null : -1">{{ title() }}</h1>
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
  /** What stands there is not yet the title of what is being fetched. */
  readonly awaited = input(false, { transform: booleanAttribute });
  /** A few words over the title: a day, a reference, a unit. */
  readonly above = input<string | null>();
}

import { Component, computed, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { OriginDto } from '../../../backend/actions/actions.dto';
import { I18n } from '../i18n/i18n';
import { linkTo, nameOf } from './origin-names';

/** One thing that an action comes from, with the way back to it. */
@Component({
  selector: 'boucle-origin-row',
  imports: [RouterLink],
  template: `
    @if (link(); as link) {
      <a class="row-link" [routerLink]="link">
        <span class="row-title">{{ name() }}</span>
        @if (more(); as words) {
          <span class="soft">{{ words }}</span>
        }
      </a>
    } @else {
      <p class="bare">{{ name() }}</p>
    }
  `,
  styles: `
    :host {
      display: block;
      overflow-wrap: anywhere;
    }
    .bare {
      padding-block: var(--space-4);
    }
  `,
})
export class OriginRow {
  readonly origin = input.required<OriginDto>();

  private readonly t = inject(I18n).t;
  protected readonly link = computed(() => linkTo(this.origin()));
  protected readonly name = computed(() => nameOf(this.t, this.origin()));
  protected readonly more = computed(() => {
    const { reference, feedback, cause, survey, indicator } = this.origin();
    const named = [survey?.title, indicator?.name].includes(reference);
    return feedback?.excerpt ?? cause?.wording ?? (named ? '' : reference);
  });
}

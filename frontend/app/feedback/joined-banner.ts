import { Component, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { RelativeDto } from '../../../backend/feedback/family.dto';
import { I18n } from '../i18n/i18n';

/** At the top of what joined another: which, and the way there. */
@Component({
  selector: 'boucle-joined-banner',
  imports: [RouterLink],
  template: `
    <p>
      {{ t('feedback.aside.family.joined') }}
      @if (head().id; as id) {
        <a class="number" [routerLink]="['/fiches', id]" queryParamsHandling="preserve">{{
          head().reference
        }}</a>
      } @else {
        <span class="number">{{ head().reference }}</span>
      }
    </p>
    <p class="small soft">{{ t('feedback.aside.family.joinedText') }}</p>
  `,
  host: { class: 'stack tight' },
})
export class JoinedBanner {
  readonly head = input.required<RelativeDto>();

  protected readonly t = inject(I18n).t;
}

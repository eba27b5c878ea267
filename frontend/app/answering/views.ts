import { Component, inject, input } from '@angular/core';
import type { ViewDto } from '../../../backend/feedback/answering.dto';
import { MomentPipe } from '../i18n/dates';
import { I18n } from '../i18n/i18n';

/** Who read what somebody said, the last first. */
@Component({
  selector: 'boucle-views',
  imports: [MomentPipe],
  template: `
    <details class="prints">
      <summary>{{ t('answering.views', { count: views().length }) }}</summary>
      <ul>
        @for (view of views(); track view.who) {
          <li>
            {{ view.who }}
            <span class="small soft">
              <time [attr.datetime]="view.lastAt">{{ view.lastAt | moment }}</time>
            </span>
          </li>
        }
      </ul>
    </details>
  `,
})
export class Views {
  readonly views = input.required<readonly ViewDto[]>();

  protected readonly t = inject(I18n).t;
}

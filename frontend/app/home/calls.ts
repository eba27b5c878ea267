import { Component, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { CallDto } from '../../../backend/work/comments.dto';
import type { Owed } from '../../../backend/home/home.dto';
import { MomentPipe } from '../i18n/dates';
import { I18n } from '../i18n/i18n';

/** Where somebody mentioned me, until I open the action. */
@Component({
  selector: 'boucle-calls',
  imports: [MomentPipe, RouterLink],
  template: `
    @if (calls().total > 0) {
      <section class="stack tight" aria-labelledby="calls">
        <h2 id="calls">
          {{ t('home.calls') }} <span class="count">{{ calls().total }}</span>
        </h2>
        <ul class="rows">
          @for (call of calls().items; track call.commentId) {
            <li>
              <a class="row-link" [routerLink]="['/actions', call.action.id]">
                <span class="row-title">{{ call.action.title }}</span>
                <span class="excerpt">{{ call.excerpt }}</span>
                <span class="small soft">{{ call.author }} · {{ call.at | moment }}</span>
              </a>
            </li>
          }
        </ul>
      </section>
    }
  `,
  styleUrl: './home.css',
  styles: `
    :host {
      display: contents;
    }
    .row-title,
    .excerpt {
      overflow-wrap: anywhere;
    }
  `,
})
export class Calls {
  readonly calls = input.required<Owed<CallDto>>();

  protected readonly t = inject(I18n).t;
}

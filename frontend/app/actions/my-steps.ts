import { Component, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { OwedStepDto } from '../../../backend/work/steps.dto';
import { DayPipe } from '../i18n/dates';
import { I18n } from '../i18n/i18n';
import { Tag } from '../ui/tag';

/** What I am to do of others' actions; nothing where there is none. */
@Component({
  selector: 'boucle-my-steps',
  imports: [DayPipe, RouterLink, Tag],
  template: `
    @if (steps().length > 0) {
      <section class="stack tight" aria-labelledby="my-steps">
        <h2 id="my-steps">
          {{ t('actions.mySteps.title') }}
          <span class="soft">{{ total() ?? steps().length }}</span>
        </h2>
        <ul class="rows">
          @for (step of steps(); track step.id) {
            <li>
              <a class="row-link" [routerLink]="['/actions', step.action.id]">
                <span class="row-title">{{ step.title }}</span>
                <span class="row small soft">
                  @if (step.dueOn; as day) {
                    <span>{{ t('actions.due.on', { day: day | day: 'short' }) }}</span>
                  }
                  @if (step.late) {
                    <boucle-tag tone="late">{{ t('actions.mySteps.late') }}</boucle-tag>
                  }
                  <span>{{
                    t('actions.mySteps.of', { title: step.action.title, name: step.ownerName })
                  }}</span>
                </span>
              </a>
            </li>
          }
        </ul>
      </section>
    }
  `,
  styles: `
    :host {
      display: contents;
    }
    .row {
      margin-block-start: var(--space-2);
    }
    .row-title,
    .row span {
      overflow-wrap: anywhere;
    }
  `,
})
export class MySteps {
  readonly steps = input.required<readonly OwedStepDto[]>();
  /** How many there are, where not all of them are here. */
  readonly total = input<number>();

  protected readonly t = inject(I18n).t;
}

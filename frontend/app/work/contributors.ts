import { Component, computed, inject, input, signal } from '@angular/core';
import type { ActionDto } from '../../../backend/actions/actions.dto';
import type { NamedDto } from '../../../backend/people/people.dto';
import { I18n } from '../i18n/i18n';
import { ErrorState } from '../ui/error-state';
import { Field } from '../ui/field';
import { Icon } from '../ui/icon';
import { Toasts } from '../ui/toasts';
import { deeds } from './deeds';
import { focusLater } from './focus-later';
import { TakeFocus } from './take-focus';
import { WorkClient } from './work-client';
import { WorkPeople } from './work-people';

/** Those who help with an action. */
@Component({
  selector: 'boucle-contributors',
  imports: [ErrorState, Field, Icon, TakeFocus],
  template: `
    <section class="part">
      <h2>{{ t('work.contributors.title') }}</h2>
      @if (action().work.contributors.length > 0) {
        <ul class="names">
          @for (person of action().work.contributors; track person.id) {
            <li>
              {{ person.name }}
              @if (action().work.may.invite) {
                <button
                  class="button quiet square"
                  type="button"
                  [attr.aria-label]="t('work.contributors.remove', { name: person.name })"
                  (click)="remove(person)"
                >
                  <boucle-icon name="x" />
                </button>
              }
            </li>
          }
        </ul>
      } @else {
        <p class="soft">{{ t('work.contributors.nobody') }}</p>
      }
      @if (asking()) {
        <form class="form" boucleTakeFocus (submit)="$event.preventDefault(); add(who.value)">
          <boucle-field [label]="t('work.contributors.who')" [hint]="t('work.contributors.hint')">
            <select #who>
              <option value="">{{ t('work.contributors.choose') }}</option>
              @for (person of others(); track person.id) {
                <option [value]="person.id">{{ person.name }}</option>
              }
            </select>
          </boucle-field>
          <div class="buttons">
            <button class="button primary" type="submit" [attr.aria-busy]="deeds.busy()">
              {{ t('work.add') }}
            </button>
            <button class="button quiet" type="button" (click)="leave()">
              {{ t('ui.cancel') }}
            </button>
          </div>
        </form>
      } @else if (action().work.may.invite) {
        <div class="buttons">
          <button id="invite" class="button" type="button" (click)="ask()">
            <boucle-icon name="plus" /> {{ t('work.contributors.invite') }}
          </button>
        </div>
      }
      <boucle-error-state inForm [error]="deeds.failure()" />
    </section>
  `,
  styles: `
    .names {
      display: flex;
      flex-wrap: wrap;
      gap: var(--space-1) var(--space-4);
    }
    .names li {
      display: flex;
      align-items: center;
      min-height: var(--target);
      overflow-wrap: anywhere;
    }
  `,
})
export class Contributors {
  readonly action = input.required<ActionDto>();

  protected readonly t = inject(I18n).t;
  protected readonly asking = signal(false);
  protected readonly deeds = deeds();
  private readonly client = inject(WorkClient);
  private readonly people = inject(WorkPeople);
  private readonly toasts = inject(Toasts);
  private readonly focusLater = focusLater();

  protected readonly others = computed(() => {
    const { owner, work } = this.action();
    const named = new Set([owner.id, ...work.contributors.map(({ id }) => id)]);
    return this.people.all().filter(({ id }) => !named.has(id));
  });

  protected ask(): void {
    this.people.ask(this.action().id);
    this.asking.set(true);
  }

  protected leave(): void {
    this.asking.set(false);
    this.focusLater('invite');
  }

  protected async add(personId: string): Promise<void> {
    const person = this.others().find(({ id }) => id === personId);
    if (!person) return;
    if (!(await this.deeds.do(() => this.client.invite(this.action().id, personId)))) return;
    this.leave();
    this.toasts.show(this.t('work.contributors.added', { name: person.name }));
  }

  protected async remove({ id: personId, name }: NamedDto): Promise<void> {
    const { id } = this.action();
    if (!(await this.deeds.do(() => this.client.uninvite(id, personId)))) return;
    this.toasts.show(this.t('work.contributors.removed', { name }), () =>
      this.deeds.do(() => this.client.invite(id, personId)),
    );
  }
}

import { httpResource } from '@angular/common/http';
import { Component, computed, effect, inject, input } from '@angular/core';
import { toSignal } from '@angular/core/rxjs-interop';
import { ActivatedRoute, RouterLink } from '@angular/router';
import type { ActionDto } from '../../../backend/actions/actions.dto';
import type { PersonDto } from '../../../backend/people/people.dto';
import { I18n } from '../i18n/i18n';
import { Titles } from '../shell/titles';
import { EmptyState } from '../ui/empty-state';
import { ErrorState } from '../ui/error-state';
import { Heading } from '../ui/heading';
import { Loading } from '../ui/loading';
import { EditForm } from './edit-form';

/** `/actions/:id/modifier`: the words of an action, to be changed; `#priority` opens that group. */
@Component({
  selector: 'boucle-action-edit',
  imports: [EditForm, EmptyState, ErrorState, Heading, Loading, RouterLink],
  template: `
    <boucle-heading
      [awaited]="!action.hasValue()"
      [above]="action.hasValue() ? action.value().reference : null"
      [title]="t('actions.wording.edit.title')"
    />
    @if (error(); as error) {
      <boucle-error-state [error]="error" (retry)="retry()" />
    } @else if (action.hasValue() && people.hasValue()) {
      @for (one of [action.value()]; track one.id) {
        @if (one.mayEdit === 'nothing') {
          <boucle-empty-state
            icon="list-checks"
            [title]="t('actions.wording.edit.nothing')"
            [text]="t('actions.wording.edit.nothingHint')"
          >
            <a class="button" [routerLink]="['/actions', one.id]" queryParamsHandling="preserve">
              {{ t('actions.wording.edit.back') }}
            </a>
          </boucle-empty-state>
        } @else {
          <boucle-edit-form [action]="one" [people]="people.value()" [asked]="asked() ?? null" />
        }
      }
    } @else {
      <boucle-loading [rows]="8" />
    }
  `,
})
export class ActionEdit {
  /** Bound from the address. */
  readonly id = input.required<string>();

  protected readonly t = inject(I18n).t;
  protected readonly action = httpResource<ActionDto>(() => `/api/actions/${this.id()}`);
  protected readonly people = httpResource<PersonDto[]>(() => '/api/people');
  protected readonly error = computed(() => this.action.error() ?? this.people.error());
  protected readonly asked = toSignal(inject(ActivatedRoute).fragment);

  constructor() {
    const titles = inject(Titles);
    effect(() => {
      if (this.action.hasValue()) titles.name(this.action.value().reference);
    });
  }

  protected retry(): void {
    this.action.reload();
    this.people.reload();
  }
}

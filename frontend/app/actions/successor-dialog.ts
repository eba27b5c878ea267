import { httpResource } from '@angular/common/http';
import { Component, inject, input, output, signal } from '@angular/core';
import { FormField, FormRoot, form, minLength, required, validate } from '@angular/forms/signals';
import { Router } from '@angular/router';
import type { ActionDto } from '../../../backend/actions/actions.dto';
import { addDays } from '../../../backend/domain/days';
import type { PersonDto } from '../../../backend/people/people.dto';
import { Dates } from '../i18n/dates';
import { I18n } from '../i18n/i18n';
import { ownDraft } from '../session/own-draft';
import { atMost } from '../ui/at-most';
import { Dialog } from '../ui/dialog';
import { ErrorState } from '../ui/error-state';
import { Field } from '../ui/field';
import { SendKeys } from '../ui/send-keys';
import { sending } from '../ui/sending';
import { Toasts } from '../ui/toasts';
import { EffectClient } from './effect-client';
import { usualDays } from './plan';

/** The action that takes over from one that did not work. */
@Component({
  selector: 'boucle-successor-dialog',
  imports: [Dialog, ErrorState, Field, FormField, FormRoot, SendKeys],
  templateUrl: './successor-dialog.html',
})
export class SuccessorDialog {
  readonly action = input.required<ActionDto>();
  /** Whether the figures say that it did not work: nothing more needs saying then. */
  readonly proved = input.required<boolean>();
  readonly closed = output();

  protected readonly t = inject(I18n).t;
  protected readonly failure = signal<unknown>(null);
  protected readonly people = httpResource<PersonDto[]>(() => '/api/people');
  private readonly client = inject(EffectClient);
  private readonly toasts = inject(Toasts);
  private readonly router = inject(Router);

  private readonly blank = {
    ...{ title: '', ownerId: '', description: '', note: '' },
    dueOn: addDays(inject(Dates).today(), usualDays),
  };
  private readonly model = signal(this.blank);
  private readonly draft = ownDraft(() => `successor.${this.action().id}`, this.model);
  protected readonly form = form(
    this.model,
    (path) => {
      required(path.title);
      minLength(path.title, 3);
      atMost(path.title, 160);
      required(path.ownerId);
      required(path.dueOn);
      atMost(path.description, 10_000);
      required(path.note, { when: () => !this.proved() });
      atMost(path.note, 2000);
      validate(path.note, ({ value }) =>
        value() !== '' && value().trim().length < 3 ? { kind: 'minLength', minLength: 3 } : null,
      );
    },
    { submission: sending(() => this.send(), this.failure) },
  );

  private async send(): Promise<void> {
    const { note, description, title, ownerId, dueOn } = this.model();
    const next = await this.client.succeed(this.action().id, {
      ...{ title: title.trim(), ownerId, dueOn },
      ...(description.trim() && { description: description.trim() }),
      ...(note.trim() && { note: note.trim() }),
    });
    this.draft.sent(this.blank);
    this.toasts.show(this.t('actions.effect.successor.done', { reference: next.reference }));
    this.closed.emit();
    await this.router.navigate(['/actions', next.id]);
  }
}

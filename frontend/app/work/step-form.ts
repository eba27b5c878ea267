import { Component, computed, inject, input, output, signal, type OnInit } from '@angular/core';
import { FormField, FormRoot, form, required } from '@angular/forms/signals';
import type { ActionDto } from '../../../backend/actions/actions.dto';
import type { StepDto } from '../../../backend/actions/action-work.dto';
import { stepTitleMaximum } from '../../../backend/domain/action-work';
import { Dates } from '../i18n/dates';
import { I18n } from '../i18n/i18n';
import { ApiError } from '../session/api-error';
import { atMost } from '../ui/at-most';
import { ErrorState } from '../ui/error-state';
import { Field } from '../ui/field';
import { SendKeys } from '../ui/send-keys';
import { sending } from '../ui/sending';
import { TakeFocus } from './take-focus';
import { WorkClient } from './work-client';
import { WorkPeople } from './work-people';

/** Another wording, another day, somebody else to do it. */
@Component({
  selector: 'boucle-step-form',
  imports: [ErrorState, Field, FormField, FormRoot, SendKeys, TakeFocus],
  template: `
    <form
      class="form"
      boucleTakeFocus
      [formRoot]="form"
      boucleSendKeys
      (keydown.escape)="closed.emit()"
    >
      <boucle-field [label]="t('work.steps.what')">
        <input autocomplete="off" [formField]="form.title" />
      </boucle-field>
      <div class="beside">
        <boucle-field
          [label]="t('work.steps.due')"
          [hint]="t('work.steps.dueHint', { day: actionDue() })"
        >
          <input type="date" [formField]="form.dueOn" />
        </boucle-field>
        <boucle-field [label]="t('work.steps.owner')">
          <select [formField]="form.ownerId">
            <option value="">{{ t('work.steps.ownerOfAll') }}</option>
            @for (person of people(); track person.id) {
              <option [value]="person.id">{{ person.name }}</option>
            }
          </select>
        </boucle-field>
      </div>
      <boucle-error-state inForm [error]="failure()" />
      @if (theirs(); as theirs) {
        <p>{{ theirs }}</p>
      }
      <div class="buttons">
        <button class="button primary" type="submit" [attr.aria-busy]="form().submitting()">
          {{ t('work.save') }}
        </button>
        <button class="button quiet" type="button" (click)="closed.emit()">
          {{ t('ui.cancel') }}
        </button>
      </div>
    </form>
  `,
  styles: `
    .form {
      padding-block: var(--space-3);
    }
  `,
})
export class StepForm implements OnInit {
  readonly action = input.required<ActionDto>();
  readonly step = input.required<StepDto>();
  readonly closed = output();

  protected readonly t = inject(I18n).t;
  protected readonly failure = signal<unknown>(null);
  /** What somebody else wrote meanwhile. */
  protected readonly theirs = signal<string | null>(null);
  private readonly client = inject(WorkClient);
  private readonly named = inject(WorkPeople);
  private readonly dates = inject(Dates);
  private version = 0;

  private readonly model = signal({ title: '', dueOn: '', ownerId: '' });
  protected readonly form = form(
    this.model,
    (path) => {
      required(path.title);
      atMost(path.title, stepTitleMaximum);
    },
    { submission: sending(() => this.send(), this.failure) },
  );

  protected readonly actionDue = computed(() => this.dates.day(this.action().dueOn));

  /** Whoever has it now is there before the others are fetched. */
  protected readonly people = computed(() => {
    const { owner } = this.step();
    const all = this.named.all();
    return owner && !all.some(({ id }) => id === owner.id) ? [owner, ...all] : all;
  });

  ngOnInit(): void {
    const { version, title, dueOn, owner } = this.step();
    this.version = version;
    this.model.set({ title, dueOn: dueOn ?? '', ownerId: owner?.id ?? '' });
    this.named.ask(this.action().id);
  }

  private async send(): Promise<void> {
    const { title, dueOn, ownerId } = this.model();
    const words = { title: title.trim(), ...(dueOn && { dueOn }), ...(ownerId && { ownerId }) };
    const { version } = this;
    try {
      await this.client.saveStep(this.action().id, this.step().id, { version, ...words });
      this.closed.emit();
    } catch (error) {
      if (error instanceof ApiError && error.code === 'step.changed') this.meet(error);
      throw error;
    }
  }

  private meet({ details }: ApiError): void {
    const current = details['current'] as Pick<StepDto, 'version' | 'title'> | null;
    this.version = current?.version ?? this.version;
    this.theirs.set(
      current ? this.t('work.steps.theirs', { title: current.title }) : this.t('work.steps.gone'),
    );
  }
}

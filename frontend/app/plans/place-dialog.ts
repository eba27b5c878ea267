import { Component, inject, input, output, signal, type OnInit } from '@angular/core';
import { FormField, FormRoot, form, required, validate } from '@angular/forms/signals';
import type { PlaceActionDto, PlanActionDto, PlanDto } from '../../../backend/plans/plans.dto';
import { I18n } from '../i18n/i18n';
import { Dialog } from '../ui/dialog';
import { ErrorState } from '../ui/error-state';
import { Field } from '../ui/field';
import { SendKeys } from '../ui/send-keys';
import { sending } from '../ui/sending';
import { Toasts } from '../ui/toasts';
import { PlansClient } from './plans-client';

/** Where an action stands in its plan, and what it counts for. */
@Component({
  selector: 'boucle-place-dialog',
  imports: [Dialog, ErrorState, Field, FormField, FormRoot, SendKeys],
  template: `
    <boucle-dialog [title]="t('plans.place.title')" (dismissed)="closed.emit()">
      <p class="soft">{{ action().title }}</p>
      <form class="form" [formRoot]="form" boucleSendKeys>
        @if (plan().objectives.length > 0) {
          <boucle-field [label]="t('plans.place.objective')">
            <select [formField]="form.objectiveId">
              <option value="">{{ t('plans.noObjective') }}</option>
              @for (one of plan().objectives; track one.id; let rank = $index) {
                <option [value]="one.id">{{ rank + 1 }}. {{ one.wording }}</option>
              }
            </select>
          </boucle-field>
        }
        <boucle-field [label]="t('plans.place.weight')" [hint]="t('plans.place.weightHint')">
          <input type="text" inputmode="decimal" autocomplete="off" [formField]="form.weight" />
        </boucle-field>
        <boucle-error-state inForm [error]="failure()" />
        <div class="buttons">
          <button class="button primary" type="submit" [attr.aria-busy]="form().submitting()">
            {{ t('plans.place.send') }}
          </button>
          <button class="button quiet" type="button" (click)="remove()">
            {{ t('plans.place.remove') }}
          </button>
          <button class="button quiet" type="button" (click)="closed.emit()">
            {{ t('ui.cancel') }}
          </button>
        </div>
      </form>
    </boucle-dialog>
  `,
})
export class PlaceDialog implements OnInit {
  readonly plan = input.required<PlanDto>();
  readonly action = input.required<PlanActionDto>();
  /** The plan as it stands once that is done. */
  readonly told = output<PlanDto>();
  readonly closed = output();

  protected readonly t = inject(I18n).t;
  protected readonly failure = signal<unknown>(null);
  private readonly client = inject(PlansClient);
  private readonly toasts = inject(Toasts);

  private readonly model = signal({ objectiveId: '', weight: '1' });
  protected readonly form = form(
    this.model,
    (path) => {
      required(path.weight);
      validate(path.weight, ({ value }) =>
        value() && readWeight(value()) === null
          ? { kind: 'weight', message: this.t('plans.place.weightWrong') }
          : undefined,
      );
    },
    { submission: sending(() => this.send(), this.failure) },
  );

  ngOnInit(): void {
    const { objectiveId, weight } = this.action();
    const typed = String(weight).replace('.', ',');
    this.model.set({ objectiveId: objectiveId ?? '', weight: typed });
  }

  protected async remove(): Promise<void> {
    this.failure.set(null);
    try {
      const back = placeOf(this.action());
      this.done(await this.client.remove(this.plan().id, this.action().id), 'removed', back);
    } catch (error) {
      this.failure.set(error);
    }
  }

  private async send(): Promise<void> {
    const { objectiveId, weight } = this.model();
    const place = { ...(objectiveId && { objectiveId }), weight: readWeight(weight) ?? 1 };
    const back = placeOf(this.action());
    this.done(await this.client.place(this.plan().id, this.action().id, place), 'done', back);
  }

  private done(plan: PlanDto, what: 'done' | 'removed', back: PlaceActionDto): void {
    const { id, title } = this.action();
    this.told.emit(plan);
    this.toasts.show(this.t(`plans.place.${what}`, { title }), async () =>
      this.told.emit(await this.client.place(plan.id, id, back)),
    );
    this.closed.emit();
  }
}

function placeOf({ objectiveId, weight }: PlanActionDto): PlaceActionDto {
  return { ...(objectiveId && { objectiveId }), weight };
}

/** « 2,5 » is 2.5; null for what is no weight. */
function readWeight(typed: string): number | null {
  const bare = typed.trim().replace(',', '.');
  const weight = /^\d{1,4}(\.\d{1,2})?$/.test(bare) ? Number(bare) : 0;
  return weight > 0 && weight <= 1000 ? weight : null;
}

import { Component, computed, inject, input } from '@angular/core';
import { FormField, type FieldTree } from '@angular/forms/signals';
import { participations } from '../../../backend/domain/action';
import type { NamedDto } from '../../../backend/people/people.dto';
import { I18n } from '../i18n/i18n';
import { Field } from '../ui/field';
import type { FilterOption } from '../ui/filter-sentence';
import { CheckFields } from './check-fields';
import { Fold } from './fold';
import type { Part } from './merge';
import { typedWords, type Plan } from './plan';
import { PriorityGrid } from './priority-grid';
import { Telling } from './telling';

/** The groups of questions that can wait. */
export const folds = ['what', 'where', 'priority', 'means', 'around', 'users', 'effect'] as const;
export type FoldName = (typeof folds)[number];

/** What may be said of an action besides who does what by when: one group of questions at a time. */
@Component({
  selector: 'boucle-action-words',
  imports: [CheckFields, Field, Fold, FormField, PriorityGrid],
  templateUrl: './action-words.html',
  styles: 'textarea { min-height: 4.5rem; }',
})
export class ActionWords {
  readonly fields = input.required<FieldTree<Plan>>();
  readonly people = input.required<readonly NamedDto[]>();
  readonly units = input.required<readonly FilterOption[]>();
  /** Whether I may change what binds others: the unit and the check. */
  readonly all = input(true);
  /** Whether the unit is asked for here; where it must be chosen, it is asked for before. */
  readonly asksUnit = input(true);
  /** The group that somebody came for. */
  readonly asked = input<string | null>(null);

  protected readonly t = inject(I18n).t;
  protected readonly participations = participations;
  private readonly telling = inject(Telling);

  protected readonly asksWhere = computed(() => this.all() && this.asksUnit());
  protected readonly plan = computed(() => this.fields()().value());
  /** What each part comes to, in a word or two beside its group. */
  protected readonly told = computed<Record<FoldName, string>>(() => {
    const words = typedWords(this.plan());
    const sayable = { ...words, cost: some(words.cost), effortDays: some(words.effortDays) };
    const say = (...parts: Part[]): string =>
      parts
        .map((part) => this.telling.part(part, sayable, (id) => this.nameOf(id)))
        .filter(Boolean)
        .join(' · ');
    return {
      what: say('description', 'rationale'),
      where: this.asksWhere() ? say('unit', 'startOn') : say('startOn'),
      priority: say('priority'),
      means: say('cost', 'effortDays', 'skills'),
      around: say('stakeholders', 'levers', 'obstacles'),
      users: say('participation', 'participants'),
      effect: say('criterion', 'checkOn', 'verifier'),
    };
  });

  protected rate({ feasibility, impact }: Pick<Plan, 'feasibility' | 'impact'>): void {
    const fields = this.fields();
    fields.feasibility().value.set(feasibility);
    fields.impact().value.set(impact);
  }

  /** A name that is still on its way is left out. */
  private nameOf(id: string): string {
    const unit = this.units().find(({ value }) => value === id);
    return unit?.label.trim() ?? this.people().find((person) => person.id === id)?.name ?? '';
  }
}

/** A number that is being written may be none yet. */
function some(amount: number | null): number | null {
  return amount === null || Number.isNaN(amount) ? null : amount;
}

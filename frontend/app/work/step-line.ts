import { Component, computed, inject, input, output } from '@angular/core';
import type { StepDto } from '../../../backend/actions/action-work.dto';
import { daysBetween } from '../../../backend/domain/days';
import { Dates } from '../i18n/dates';
import { I18n } from '../i18n/i18n';
import { Icon } from '../ui/icon';
import { Tag } from '../ui/tag';

/** One step: what, by when, by whom, and whether it is done. */
@Component({
  selector: 'boucle-step-line',
  imports: [Icon, Tag],
  template: `
    @if (mayTick()) {
      <label class="tick">
        <input
          #box
          type="checkbox"
          [checked]="step().doneOn !== null"
          (change)="ticked.emit(box)"
        />
        <span class="title">{{ step().title }}</span>
      </label>
    } @else {
      <p class="tick still">
        <boucle-icon [name]="step().doneOn ? 'check' : 'square'" />
        <span class="title">
          <span class="visually-hidden">{{
            t(step().doneOn ? 'work.steps.state.done' : 'work.steps.state.open')
          }}</span>
          {{ step().title }}
        </span>
      </p>
    }
    @if (facts().length > 0 || late()) {
      <p class="facts small soft">
        @if (late(); as late) {
          <boucle-tag tone="late">{{ late }}</boucle-tag>
        }
        {{ facts().join(' · ') }}
      </p>
    }
  `,
  styles: `
    .tick {
      align-items: flex-start;
      padding-block: 0.3rem;
    }
    .still {
      cursor: default;
    }
    .still boucle-icon {
      margin-block-start: 0.25rem;
    }
    .title {
      overflow-wrap: anywhere;
    }
    .facts {
      display: flex;
      flex-wrap: wrap;
      align-items: center;
      gap: var(--space-1) var(--space-2);
      margin-inline-start: calc(1.35rem + var(--space-3));
    }
  `,
})
export class StepLine {
  readonly step = input.required<StepDto>();
  /** When the action itself is due. */
  readonly dueOn = input.required<string>();
  readonly mayTick = input.required<boolean>();
  /** Asked to tick it or to take it back, by this box. */
  readonly ticked = output<HTMLInputElement>();

  protected readonly t = inject(I18n).t;
  private readonly dates = inject(Dates);
  private readonly today = this.dates.today();

  protected readonly late = computed(() => {
    const { late, dueOn } = this.step();
    if (!late || !dueOn) return null;
    return this.t('work.steps.late', { count: Math.max(1, daysBetween(dueOn, this.today)) });
  });

  protected readonly facts = computed(() => {
    const { doneOn, doneBy, dueOn, owner } = this.step();
    const day = (iso: string): string => this.dates.day(iso, 'short');
    if (doneOn) return [this.t('work.steps.doneOn', { day: day(doneOn), name: doneBy })];
    return [
      ...(dueOn ? [this.t('work.steps.by', { day: day(dueOn) })] : []),
      ...(dueOn && dueOn > this.dueOn() ? [this.t('work.steps.beyond')] : []),
      ...(owner ? [owner.name] : []),
    ];
  });
}

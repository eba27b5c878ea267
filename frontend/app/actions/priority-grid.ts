import { Component, ElementRef, computed, inject, input, output } from '@angular/core';
import { ratings, type Rating } from '../../../backend/domain/action';
import { priorityBand, type PriorityBand } from '../../../backend/domain/priority';
import { I18n } from '../i18n/i18n';
import { Telling } from './telling';

type Rated = `${Rating}` | '';

let grids = 0;

/** How easy it is by how much it changes: one of sixteen cells, chosen by a click or the arrows. */
@Component({
  selector: 'boucle-priority-grid',
  templateUrl: './priority-grid.html',
  styleUrl: './priority-grid.css',
})
export class PriorityGrid {
  readonly feasibility = input.required<Rated>();
  readonly impact = input.required<Rated>();
  readonly rated = output<{ feasibility: Rated; impact: Rated }>();

  protected readonly t = inject(I18n).t;
  protected readonly name = `priority-${++grids}`;
  protected readonly ratings = ratings;
  protected readonly rows = ratings.toReversed();
  private readonly telling = inject(Telling);
  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;

  protected readonly sentence = computed(() => {
    const [ease, effect] = [Number(this.feasibility()), Number(this.impact())] as Rating[];
    if (!ease || !effect) return this.t('actions.wording.priority.none');
    const priority = ease * effect;
    return this.t('actions.wording.priority.product', {
      ...{ ease, effect, priority, level: this.telling.level(priority) },
      feasibility: this.t(`actions.wording.priority.feasibility.${ease}`),
      impact: this.t(`actions.wording.priority.impact.${effect}`),
    });
  });

  protected cell(ease: Rating, effect: Rating): string {
    return this.t('actions.wording.priority.cell', {
      feasibility: this.t(`actions.wording.priority.feasibility.${ease}`),
      impact: this.t(`actions.wording.priority.impact.${effect}`),
      priority: ease * effect,
    });
  }

  protected level(ease: Rating, effect: Rating): PriorityBand {
    return priorityBand(ease * effect);
  }

  protected choose(ease: Rating, effect: Rating): void {
    this.rated.emit({ feasibility: `${ease}`, impact: `${effect}` });
  }

  /** The arrows go through the grid as it is seen; a browser would walk it as one long line. */
  protected move(event: KeyboardEvent, ease: Rating, effect: Rating): void {
    const steps: Record<string, readonly [number, number]> = {
      ...{ ArrowUp: [1, 0], ArrowDown: [-1, 0], ArrowRight: [0, 1], ArrowLeft: [0, -1] },
    };
    const step = steps[event.key];
    if (!step) return;
    event.preventDefault();
    const to = [ease + step[0], effect + step[1]];
    const cell = this.host.querySelector<HTMLInputElement>(`input[value="${to.join('x')}"]`);
    cell?.focus();
    cell?.click();
  }
}

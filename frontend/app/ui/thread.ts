import { Component, computed, inject, input } from '@angular/core';
import { threadPoints, type ThreadPoint, type ThreadStep } from '../../../backend/domain/thread';
import { Dates } from '../i18n/dates';
import { I18n } from '../i18n/i18n';
import { Icon } from './icon';
import { Strands, type Strand } from './strands';

/**
 * THE drawing of the product: voice → analysis → action → effect → answer. What happened is filled
 * and dated; what is awaited is named with its owner. A plain ordered list for those who listen.
 * It lies down or stands up by the width of its own container.
 *
 *     <boucle-thread [steps]="feedback.thread" />
 *     <boucle-thread [steps]="row.thread" compact />             in the row of a list
 *     <boucle-thread [steps]="action.thread" [strands]="strands()" />   with each voice, action, answer
 */
@Component({
  selector: 'boucle-thread',
  imports: [Icon, Strands],
  templateUrl: './thread.html',
  styleUrl: './thread.css',
  host: { '[class.compact]': 'compact()', '[class.branched]': 'strands().length > 0' },
})
export class Thread {
  readonly steps = input.required<readonly ThreadStep[]>();
  readonly compact = input(false, { transform: (value: unknown) => value !== false });

  /** What is joined to each point: the voices, the analyses, the actions, the answers. */
  readonly strands = input<readonly Strand[]>([]);

  /** What it is called, where there are two on a page. */
  readonly label = input<string>();

  private readonly dates = inject(Dates);
  protected readonly t = inject(I18n).t;

  /** Always the same order, whatever order the steps come in. */
  protected readonly points = computed(() =>
    threadPoints.flatMap((point) => {
      const step = this.steps().find((candidate) => candidate.point === point);
      if (!step) return [];
      const strands = this.strands().filter((strand) => strand.point === point);
      return [{ ...step, name: this.nameOf(point), when: this.whenOf(step), strands }];
    }),
  );

  /** What a row says beside the small drawing: the point that is awaited, or the last one reached. */
  protected readonly here = computed(
    () =>
      this.points().find((step) => step.state === 'current') ??
      this.points().findLast((step) => step.state === 'done'),
  );

  private nameOf(point: ThreadPoint): string {
    return this.t(`ui.thread.point.${point}`);
  }

  private whenOf({ state, at }: ThreadStep): string {
    if (!at) return this.t(`ui.thread.state.${state}`);
    const day = this.dates.day(at, 'short');
    if (state === 'done') return day;
    return `${this.t(`ui.thread.state.${state}`)}, ${this.t('ui.thread.before', { day })}`;
  }
}

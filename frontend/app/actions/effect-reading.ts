import { Component, computed, inject, input } from '@angular/core';
import type { CountReading, Reading, ShareReading } from '../../../backend/domain/effectiveness';
import { fewestAnswersShown } from '../../../backend/domain/satisfaction';
import { Dates } from '../i18n/dates';
import { I18n } from '../i18n/i18n';
import { Numbers } from '../i18n/numbers';
import { BeforeAfter, type Strip } from './before-after';

interface Row {
  name: string;
  n: number;
  value: string | null;
  low: string;
  high: string;
}

/** What was counted before and after an action: a drawing, the sentence that says it, its table. */
@Component({
  selector: 'boucle-effect-reading',
  imports: [BeforeAfter],
  templateUrl: './effect-reading.html',
  host: { class: 'stack' },
})
export class EffectReading {
  readonly reading = input.required<Reading>();
  /** ISO day on which the check is due. */
  readonly dueOn = input<string | null>(null);

  protected readonly t = inject(I18n).t;
  protected readonly numbers = inject(Numbers);
  protected readonly fewest = fewestAnswersShown;
  private readonly dates = inject(Dates);

  protected readonly isShare = computed(() => this.reading().method === 'indicator');
  protected readonly sentence = computed(() => {
    const reading = this.reading();
    return reading.method === 'indicator' ? this.saysShare(reading) : this.saysCount(reading);
  });

  /** Whether it moved, where enough answered on both sides. */
  protected readonly change = computed(() => {
    const reading = this.reading();
    if (reading.method !== 'indicator' || !reading.change || !reading.difference) return null;
    const { before, after, change, difference } = reading;
    if (!before.satisfaction.shown || !after.satisfaction.shown) return null;
    const ends = [difference.low, difference.high].map((end) => Math.abs(Math.round(end * 100)));
    return this.t(`actions.effect.change.${change}`, {
      before: this.numbers.share(before.satisfaction.share),
      after: this.numbers.share(after.satisfaction.share),
      low: Math.min(...ends),
      high: Math.max(...ends),
    });
  });

  protected readonly rows = computed<Row[]>(() => {
    const { before, after } = this.reading();
    return [this.row('before', before), this.row('after', after)];
  });

  protected readonly target = computed(() => {
    const reading = this.reading();
    if (reading.method !== 'indicator') return null;
    const target = this.numbers.share(reading.target);
    return { at: reading.target, words: this.t('actions.effect.target', { target }) };
  });

  private readonly most = computed(() => {
    const reading = this.reading();
    if (reading.method === 'indicator') return 1;
    return Math.ceil(Math.max(reading.before.interval.high, reading.after.interval.high, 1));
  });
  protected readonly ends = computed<[string, string]>(() =>
    this.isShare()
      ? [this.numbers.share(0), this.numbers.share(1)]
      : ['0', this.numbers.count(this.most())],
  );
  protected readonly strips = computed<Strip[]>(() => {
    const { before, after } = this.reading();
    return [
      { name: this.t('actions.effect.before'), ...this.strip(before) },
      { name: this.t('actions.effect.after'), ...this.strip(after) },
    ];
  });

  private saysShare({ reason, after, target }: ShareReading): string {
    const { satisfaction } = after;
    const count = satisfaction.n;
    if (reason === 'not_yet') {
      return this.t('actions.effect.says.not_yet_share', {
        day: this.day(this.dueOn() ?? after.to),
      });
    }
    if (!satisfaction.shown) {
      return this.t('actions.effect.says.too_few_answers', { count, fewest: this.fewest });
    }
    return this.t(`actions.effect.says.${reason}` as 'actions.effect.says.target_met', {
      count: this.numbers.count(count),
      share: this.numbers.share(satisfaction.share),
      low: this.numbers.share(satisfaction.interval.low),
      high: this.numbers.share(satisfaction.interval.high),
      target: this.numbers.share(target),
    });
  }

  private saysCount({ reason, days, before, after }: CountReading): string {
    if (reason === 'not_yet') {
      return this.t('actions.effect.says.not_yet_count', { day: this.day(after.to) });
    }
    if (reason === 'came_back') {
      return this.t('actions.effect.says.came_back', { count: after.count, days });
    }
    return reason === 'silence_telling'
      ? this.t('actions.effect.says.silence_telling', { days, before: before.count })
      : this.t('actions.effect.says.too_few_before', { days, count: before.count });
  }

  private row(name: 'before' | 'after', side: ShareReading['after'] | CountReading['after']): Row {
    const window = this.t('actions.effect.window', {
      name: this.t(`actions.effect.${name}`),
      from: this.dates.day(side.from, 'short'),
      to: this.dates.day(side.to, 'short'),
    });
    if ('count' in side) {
      const { low, high } = side.interval;
      const said = { low: this.numbers.count(low, 1), high: this.numbers.count(high, 1) };
      return { name: window, n: side.count, value: this.numbers.count(side.count), ...said };
    }
    const { satisfaction } = side;
    if (!satisfaction.shown)
      return { name: window, n: satisfaction.n, value: null, low: '', high: '' };
    const { share, interval, n } = satisfaction;
    const said = { low: this.numbers.share(interval.low), high: this.numbers.share(interval.high) };
    return { name: window, n, value: this.numbers.share(share), ...said };
  }

  private strip(side: ShareReading['after'] | CountReading['after']): Omit<Strip, 'name'> {
    if ('count' in side) {
      const [at, low, high] = [side.count, side.interval.low, side.interval.high].map(
        (value) => value / this.most(),
      ) as [number, number, number];
      return { n: '', mark: { at, low, high, value: this.numbers.count(side.count) } };
    }
    const { satisfaction } = side;
    const n = this.t('actions.effect.n', { count: this.numbers.count(satisfaction.n) });
    if (!satisfaction.shown) return { n, mark: null };
    const { share, interval } = satisfaction;
    return { n, mark: { at: share, ...interval, value: this.numbers.share(share) } };
  }

  private day(iso: string): string {
    return this.dates.day(iso);
  }
}

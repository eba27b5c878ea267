import { Service, inject } from '@angular/core';
import { Dates } from '../i18n/dates';
import { I18n } from '../i18n/i18n';
import { Numbers } from '../i18n/numbers';
import type { Prefill } from './plan';
import type { Seen } from './seen';

/** What was measured, in words: for the origin that keeps it, and to begin the action with. */
@Service()
export class SeenWords {
  private readonly t = inject(I18n).t;
  private readonly dates = inject(Dates);
  private readonly numbers = inject(Numbers);

  /** « Accueil de la mairie : 62 % (54 % à 70 %), n = 148 »; empty where no point was seen. */
  reference({ unit, month, satisfaction }: Seen): string {
    const where = unit?.name ?? (month && this.dates.day(month, 'month'));
    if (!where) return '';
    if (!satisfaction?.shown) return where;
    const { share, interval, n } = satisfaction;
    const [low, high] = [this.numbers.share(interval.low), this.numbers.share(interval.high)];
    const figure = { share: this.numbers.share(share), low, high, n: this.numbers.count(n) };
    return this.t('actions.seen.figure', { where, ...figure });
  }

  /** An indicator below its target is to come back to it, and will tell whether it did. */
  prefill({ kind, id, name, unit, target, satisfaction }: Seen): Prefill {
    const place = unit ? { unitId: unit.id } : {};
    const reached = satisfaction?.shown && target !== null && satisfaction.share >= target;
    if (kind === 'survey' || target === null || reached) {
      return { ...place, kind: 'improvement', title: this.fit('actions.seen.improve', { name }) };
    }
    const aim = this.numbers.share(target);
    return {
      ...{ ...place, kind: 'corrective', title: this.fit('actions.seen.reach', { name, aim }) },
      ...{ checkMethod: 'indicator', checkIndicatorId: id, checkTarget: target },
      criterion: this.t('actions.seen.criterion', { name, aim }),
    };
  }

  /** A title that is too long is nobody's: better none. */
  private fit(
    key: 'actions.seen.improve' | 'actions.seen.reach',
    gaps: Record<string, unknown>,
  ): string {
    const title = this.t(key, gaps);
    return title.length <= 160 ? title : '';
  }
}

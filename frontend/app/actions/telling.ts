import { Service, inject } from '@angular/core';
import type { CheckMethod } from '../../../backend/domain/action';
import { priorityBand } from '../../../backend/domain/priority';
import type { HistoryEntryDto } from '../../../backend/journal/journal.dto';
import { Dates } from '../i18n/dates';
import { I18n } from '../i18n/i18n';
import { Numbers } from '../i18n/numbers';
import { partOf, type Part } from './merge';
import type { Words } from './words';

/** What a person, a service or an indicator is called. */
export type NameOf = (id: string) => string | undefined;

/** The words of an action as a sentence says them. */
@Service()
export class Telling {
  private readonly i18n = inject(I18n);
  private readonly dates = inject(Dates);
  private readonly numbers = inject(Numbers);
  private readonly t = this.i18n.t;

  /** One part of what is said; nothing where nothing is. */
  part(part: Part, words: Words, nameOf: NameOf): string {
    const named = (id: string | null): string =>
      id ? (nameOf(id) ?? this.t('actions.wording.value.gone')) : '';
    switch (part) {
      case 'kind':
        return this.t(`domain.actionKind.${words.kind}`);
      case 'owner':
        return named(words.ownerId);
      case 'unit':
        return named(words.unitId);
      case 'verifier':
        return named(words.verifierId);
      case 'startOn':
      case 'checkOn':
        return words[part] ? this.dates.day(words[part]) : '';
      case 'priority':
        return this.priority(words);
      case 'cost':
        return words.cost === null ? '' : this.cost(words.cost);
      case 'effortDays':
        return words.effortDays === null ? '' : this.days(words.effortDays);
      case 'participation':
        return words.participation ? this.t(`domain.participation.${words.participation}`) : '';
      case 'check':
        return this.check({
          ...{ method: words.checkMethod, target: words.checkTarget, days: words.checkDays },
          indicator: named(words.checkIndicatorId),
        });
      default:
        return words[part] ?? '';
    }
  }

  /** « titre, coût et priorité ». */
  parts(parts: readonly Part[]): string {
    const names = parts.map((part) => {
      const name = this.t(`actions.wording.part.${part}`);
      return name.charAt(0).toLowerCase() + name.slice(1);
    });
    return new Intl.ListFormat(this.i18n.locale()).format(names);
  }

  /** A line of the history, with the parts that a change was about in words. */
  line(line: HistoryEntryDto): HistoryEntryDto {
    const words = line.details['words'];
    if (!Array.isArray(words)) return line;
    const parts = new Set(words.flatMap((name) => partOf(String(name)) ?? []));
    return { ...line, details: { ...line.details, parts: this.parts([...parts]) } };
  }

  /** « 12 sur 16, haute ». */
  priority({ feasibility, impact }: Pick<Words, 'feasibility' | 'impact'>): string {
    if (!feasibility || !impact) return '';
    const priority = feasibility * impact;
    return this.t('actions.wording.priority.said', { priority, level: this.level(priority) });
  }

  /** « haute ». */
  level(priority: number): string {
    return this.t(`actions.wording.priority.level.${priorityBand(priority)}`);
  }

  /** « 1 250,50 € ». */
  cost(euros: number): string {
    const cents = Number.isInteger(euros) ? 0 : 2;
    return new Intl.NumberFormat(this.i18n.locale(), {
      ...{ style: 'currency', currency: 'EUR' },
      ...{ minimumFractionDigits: cents, maximumFractionDigits: cents },
    }).format(euros);
  }

  /** « 2,5 jours ». */
  days(days: number): string {
    return this.t('actions.wording.value.days', { count: days, days: this.numbers.count(days, 1) });
  }

  /** « l’indicateur « Attente » atteint 80 % ». */
  check(check: {
    method: CheckMethod | null;
    indicator: string;
    target: number | null;
    days: number | null;
  }): string {
    switch (check.method) {
      case 'indicator':
        return this.t('actions.wording.check.indicator', {
          name: check.indicator,
          target: this.numbers.share(check.target ?? 0),
        });
      case 'recurrence':
        return this.t('actions.wording.check.recurrence', { count: check.days ?? 0 });
      case 'observation':
        return this.t('actions.wording.check.observation');
      default:
        return '';
    }
  }
}

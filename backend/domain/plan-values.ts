import { actionKinds, type ActionKind, type ActionState } from './action.js';
import { addDays, type Day } from './days.js';
import { foldText } from './import-fields.js';
import { dayOf } from './import-values.js';
import { words as english } from './words.en.js';
import { words as french } from './words.fr.js';

const months = [
  ...['janvier', 'fevrier', 'mars', 'avril', 'mai', 'juin'],
  ...['juillet', 'aout', 'septembre', 'octobre', 'novembre', 'decembre'],
];
const shortMonths: Record<string, number> = {
  ...{ janv: 1, jan: 1, fevr: 2, fev: 2, avr: 4, juil: 7, sept: 9, sep: 9, oct: 10 },
  ...{ nov: 11, dec: 12 },
};

/** Whether a span of time is meant by its first or by its last day. */
export type Edge = 'first' | 'last';

/**
 * The day that a cell means, where it is certain: a day; or the edge of a month, a quarter, a half
 * or a year. « Dès que possible », « mi-mars » or two dates mean no day.
 */
export function planDay(text: string, edge: Edge): Day | undefined {
  const whole = dayOf(text);
  if (whole) return whole;
  const folded = foldText(text).replace(/\.(?=\s|$)/g, '');
  const asked = /^(debut|fin)(?: (?:de |d'|du )?| )(.*)$/.exec(folded);
  const span = spanOf((asked?.[2] ?? folded).replace(/^le /, ''));
  if (!span) return undefined;
  // « Début 2026 » is certain of a start, and not of an end.
  if (asked && (asked[1] === 'fin') !== (edge === 'last')) return undefined;
  return edge === 'first' ? firstOf(span) : lastOf(span);
}

/** Months from 1, of one year. */
interface Span {
  year: number;
  from: number;
  to: number;
}

function spanOf(text: string): Span | undefined {
  const year = /^(?:annee )?(20\d\d)$/.exec(text)?.[1];
  if (year) return { year: Number(year), from: 1, to: 12 };
  const numbered = /^(\d{1,2})[/-](20\d\d)$/.exec(text) ?? undefined;
  const turned = /^(20\d\d)-(\d{1,2})$/.exec(text);
  const month = Number(numbered?.[1] ?? turned?.[2] ?? NaN);
  if (month >= 1 && month <= 12) {
    return { year: Number(numbered?.[2] ?? turned?.[1]), from: month, to: month };
  }
  const named = /^([a-z]+)[ -]?(20\d\d|\d\d)$/.exec(text);
  const at = named ? months.indexOf(named[1] ?? '') + 1 || (shortMonths[named[1] ?? ''] ?? 0) : 0;
  if (named && at > 0) {
    return { year: Number(`20${named[2]?.slice(-2) ?? ''}`), from: at, to: at };
  }
  const part =
    /^(?:t|q|trim|trimestre) ?([1-4])[ /-]*(20\d\d)$/.exec(text) ??
    /^([1-4])(?:er?|eme|nd)? ?t(?:rim(?:estre)?)?[ /-]*(20\d\d)$/.exec(text);
  if (part) return partOf(Number(part[2]), Number(part[1]), 3);
  const half =
    /^(?:s|sem|semestre) ?([12])[ /-]*(20\d\d)$/.exec(text) ??
    /^([12])(?:er?|eme|nd)? ?s(?:em(?:estre)?)?[ /-]*(20\d\d)$/.exec(text);
  return half ? partOf(Number(half[2]), Number(half[1]), 6) : undefined;
}

function partOf(year: number, nth: number, length: number): Span {
  return { year, from: (nth - 1) * length + 1, to: nth * length };
}

function firstOf({ year, from }: Span): Day {
  return `${year}-${String(from).padStart(2, '0')}-01`;
}

function lastOf({ year, to }: Span): Day {
  const after = to === 12 ? { year: year + 1, from: 1, to: 1 } : { year, from: to + 1, to };
  return addDays(firstOf(after), -1);
}

/** The amount that a cell means: « 1 200 € », « 1.200,50 », « 12 k€ »; nothing where it is none. */
export function amountOf(text: string): number | undefined {
  const plain = foldText(text).replace(/[\s\u00a0\u202f]/g, '');
  const found = /^(-?[\d.,]+)(k)?(?:€|euros?|eur)?(?:ttc|ht)?$/.exec(plain);
  const number = found?.[1] ? decimalOf(found[1]) : undefined;
  return number === undefined ? undefined : found?.[2] ? number * 1000 : number;
}

/** A number as the French or the English write it: a sign before three digits groups thousands. */
export function decimalOf(text: string): number | undefined {
  const plain = text.replace(/[\s\u00a0\u202f]/g, '');
  if (!/^-?\d/.test(plain)) return undefined;
  const isGrouped = /^-?\d{1,3}(?:\.\d{3})+(?:,\d+)?$/.test(plain);
  const isEnglish = /^-?\d{1,3}(?:,\d{3})+\.\d+$/.test(plain);
  const written = isGrouped
    ? plain.replaceAll('.', '').replace(',', '.')
    : isEnglish
      ? plain.replaceAll(',', '')
      : plain.replace(',', '.');
  return /^-?\d+(?:\.\d+)?$/.test(written) ? Number(written) : undefined;
}

/** Per cent, 0 to 100, of « 60 % », « 60 », or a share as a workbook counts it; else nothing. */
export function percentOf(text: string, isShare: boolean): number | undefined {
  const found = /^(.*?)\s*%?$/.exec(text.trim());
  const number = decimalOf(found?.[1] ?? '');
  if (number === undefined) return undefined;
  // 1 alone may be one per cent or all of it: a share only where others of its kind are.
  const percent = isShare ? number * 100 : number;
  const rounded = Math.round(percent);
  return rounded >= 0 && rounded <= 100 ? rounded : undefined;
}

/** Other words that sheets have for the state of an action, folded. */
const stateWords: Record<Exclude<ActionState, 'verified'>, string[]> = {
  planned: [
    ...['a faire', 'non commence', 'non commencee', 'non demarre', 'non demarree', 'prevu'],
    ...['prevue', 'a venir', 'a lancer', 'a demarrer', 'non debute', 'pas commence', 'todo'],
    ...['en attente', 'non realise', 'non realisee', 'a programmer', 'programme', 'not started'],
  ],
  in_progress: [
    ...['en cours', 'commence', 'commencee', 'demarre', 'demarree', 'engage', 'engagee', 'lance'],
    ...['lancee', 'debute', 'debutee', 'partiel', 'partielle', 'en cours de realisation'],
    ...['partiellement realise', 'partiellement realisee', 'ongoing', 'started'],
  ],
  done: [
    ...['fait', 'faite', 'termine', 'terminee', 'realise', 'realisee', 'acheve', 'achevee'],
    ...['clos', 'close', 'cloture', 'cloturee', 'ok', 'finalise', 'finalisee', 'solde', 'soldee'],
    ...['completed', 'finished'],
  ],
  cancelled: [
    ...['annule', 'annulee', 'abandonne', 'abandonnee', 'sans suite', 'abandon', 'canceled'],
  ],
};

const stateMeanings = new Map<string, ActionState>([
  ...Object.entries(stateWords).flatMap(([state, words]) =>
    words.map((word): [string, ActionState] => [word, state as ActionState]),
  ),
  ...[french, english].flatMap(({ actionState }) =>
    Object.entries(actionState).map(([state, word]): [string, ActionState] => [
      ...([foldText(word), state as ActionState] as const),
    ]),
  ),
]);

/** The state that a word means, or nothing where it is not known. */
export function planState(text: string): ActionState | undefined {
  return stateMeanings.get(foldText(text).replace(/[.!]+$/, ''));
}

const kindWords: Record<ActionKind, string[]> = {
  immediate: ['immediat', 'urgence', 'urgente', 'correction'],
  corrective: ['correctif', 'ac', 'curative', 'corrective'],
  preventive: ['preventif', 'ap', 'preventive'],
  improvement: ['amelioration continue', 'amelioration', 'projet', 'developpement'],
};

const kindMeanings = new Map<string, ActionKind>(
  actionKinds.flatMap((kind) =>
    [french.actionKind[kind], english.actionKind[kind], ...kindWords[kind]].map(
      (word): [string, ActionKind] => [foldText(word), kind],
    ),
  ),
);

/** The kind of action that a word means, or nothing where it is not known. */
export function planKind(text: string): ActionKind | undefined {
  const folded = foldText(text);
  return kindMeanings.get(folded) ?? kindMeanings.get(folded.replace(/^action /, ''));
}

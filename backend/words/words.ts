import i18next from 'i18next';
import { dayInWords, languages, spoken, type Language } from '../domain/languages.js';
import { typesetSentence } from '../domain/typography.js';
import { words as english } from '../domain/words.en.js';
import { words as codes } from '../domain/words.fr.js';
import { ar } from './ar.js';
import { en } from './en.js';
import { fr } from './fr.js';
import { pt } from './pt.js';
import { publicEn } from './public.en.js';
import { publicFr } from './public.fr.js';
import { uk } from './uk.js';

const allFrench = { ...fr, ...publicFr };

type Plain<Name extends string> = Name extends `${infer Stem}_${'one' | 'other'}` ? Stem : Name;
/** A sentence's name in the dictionaries; what a language lacks is said in French. */
export type Sentence = Plain<keyof typeof allFrench>;

const french = Object.fromEntries(
  Object.entries(allFrench).map(([name, sentence]) => [name, typesetSentence(sentence)]),
);
const words = i18next.createInstance({
  lng: 'fr',
  fallbackLng: 'fr',
  resources: {
    fr: { translation: french },
    en: { translation: { ...en, ...publicEn } },
    ar: { translation: ar },
    uk: { translation: uk },
    pt: { translation: pt },
  },
  keySeparator: false,
  nsSeparator: false,
  // Letters and JSON escape for themselves, each in its own way.
  interpolation: { escapeValue: false },
});
await words.init();

/** A sentence in the reader's language, with its facts filled in. */
export function say(
  language: string,
  sentence: Sentence,
  facts: Record<string, unknown> = {},
): string {
  const told = wayOf(language).direction === 'rtl' ? isolated(facts) : facts;
  return words.t(sentence, { ...told, lng: language });
}

/** A code or a French name among Arabic words keeps its own direction, or its parts change places. */
function isolated(facts: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(facts).map(([name, fact]) => [
      name,
      typeof fact === 'string' ? `\u2068${fact}\u2069` : fact,
    ]),
  );
}

/** The word of one of the domain's codes: `sayWord(language, 'kind', 'anomaly')`. */
export function sayWord<Group extends keyof typeof codes>(
  language: string,
  group: Group,
  code: keyof (typeof codes)[Group],
): string {
  return language === 'en' ? english[group][code] : typesetSentence(String(codes[group][code]));
}

/** The sentence of a code that may be unknown, such as one that a library made. */
export function sayCode(language: string, code: string, facts: Record<string, unknown>): string {
  return say(language, code in allFrench ? (code as Sentence) : 'fault', facts);
}

/** The first language of an `Accept-Language` header that the dictionaries have. */
export function preferredLanguage(header: string | undefined): Language {
  const asked = (header ?? '').split(',').map((part) => part.trim().slice(0, 2).toLowerCase());
  return asked.find(isLanguage) ?? 'fr';
}

export function isLanguage(tag: string): tag is Language {
  return (languages as readonly string[]).includes(tag);
}

/** The language's own way, or French where nobody speaks it here. */
export const wayOf = (language: string) => spoken[isLanguage(language) ? language : 'fr'];

/** A calendar day as people say it: « mardi 24 novembre 2026 ». */
export function sayDay(
  language: string,
  day: string,
  dateStyle: 'full' | 'medium' = 'full',
): string {
  return dayInWords(wayOf(language).locale, new Date(day), { dateStyle, timeZone: 'UTC' });
}

/** A length of time as people say it: « 2 ans ». */
export function sayYears(language: string, years: number): string {
  const format = { style: 'unit', unit: 'year', unitDisplay: 'long' } as const;
  return new Intl.NumberFormat(wayOf(language).locale, format).format(years);
}

import i18next from 'i18next';
import { typesetSentence } from '../domain/typography.js';
import { words as english } from '../domain/words.en.js';
import { words as codes } from '../domain/words.fr.js';
import { en } from './en.js';
import { fr } from './fr.js';

export const languages = ['fr', 'en'] as const;
export type Language = (typeof languages)[number];

type Plain<Name extends string> = Name extends `${infer Stem}_${'one' | 'other'}` ? Stem : Name;
/** A sentence's name in the dictionaries, which have the same names in every language. */
export type Sentence = Plain<keyof typeof fr>;

const french = Object.fromEntries(
  Object.entries(fr).map(([name, sentence]) => [name, typesetSentence(sentence)]),
);
const words = i18next.createInstance({
  lng: 'fr',
  fallbackLng: 'fr',
  resources: { fr: { translation: french }, en: { translation: en } },
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
  return words.t(sentence, { ...facts, lng: language });
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
  return say(language, code in fr ? (code as Sentence) : 'fault', facts);
}

/** The first language of an `Accept-Language` header that the dictionaries have. */
export function preferredLanguage(header: string | undefined): Language {
  const asked = (header ?? '').split(',').map((part) => part.trim().slice(0, 2).toLowerCase());
  return languages.find((language) => language === asked.find(isLanguage)) ?? 'fr';
}

function isLanguage(tag: string): tag is Language {
  return (languages as readonly string[]).includes(tag);
}

/** A calendar day as people say it: « mardi 24 novembre 2026 ». */
export function sayDay(language: string, day: string): string {
  const format = new Intl.DateTimeFormat(language === 'en' ? 'en-GB' : 'fr-FR', {
    dateStyle: 'full',
    timeZone: 'UTC',
  });
  return format.format(new Date(day));
}

import { dayInWords, languages, spoken, type Language } from '../../../backend/domain/languages';

/** A language that letters can be written in; French where none is known. */
export function known(language: string | undefined): Language {
  return languages.find((one) => one === language) ?? 'fr';
}

/** A day, or an instant's, in the language of whoever will read it: « mardi 24 novembre 2026 ». */
export function fullDay(language: Language, iso: string): string {
  const isDay = iso.length === 10;
  return dayInWords(spoken[language].locale, new Date(iso), {
    ...{ dateStyle: 'full', ...(isDay && { timeZone: 'UTC' }) },
  });
}

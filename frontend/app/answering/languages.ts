import { languages, type Language } from '../../../backend/domain/languages';

/** A language that letters can be written in; French where none is known. */
export function known(language: string | undefined): Language {
  return languages.find((one) => one === language) ?? 'fr';
}

/** A day in the language of whoever will read it: « mardi 24 novembre 2026 ». */
export function dayIn(language: Language, day: string): string {
  const format = new Intl.DateTimeFormat(language, { dateStyle: 'full', timeZone: 'UTC' });
  return format.format(new Date(day));
}

/** The languages in which whoever has no account can read and be answered, French first. */
export const languages = ['fr', 'en', 'ar', 'uk', 'pt'] as const;
export type Language = (typeof languages)[number];

/** A language in its own words, and how it writes days and numbers. */
export const spoken: Record<Language, { name: string; locale: string; direction: 'ltr' | 'rtl' }> =
  {
    fr: { name: 'Français', locale: 'fr-FR', direction: 'ltr' },
    en: { name: 'English', locale: 'en-GB', direction: 'ltr' },
    // The digits of the codes and telephone numbers that stand beside, as in the Maghreb.
    ar: { name: 'العربية', locale: 'ar-u-nu-latn', direction: 'rtl' },
    uk: { name: 'Українська', locale: 'uk-UA', direction: 'ltr' },
    pt: { name: 'Português', locale: 'pt-PT', direction: 'ltr' },
  };

/** A date as a language writes it; the first of a month is « 1er » in French, which Intl leaves out. */
export function dayInWords(locale: string, date: Date, format: Intl.DateTimeFormatOptions): string {
  const parts = new Intl.DateTimeFormat(locale, format).formatToParts(date);
  const isFirst = ({ type, value }: Intl.DateTimeFormatPart) =>
    locale === spoken.fr.locale && type === 'day' && value === '1';
  return parts.map((part) => (isFirst(part) ? '1er' : part.value)).join('');
}

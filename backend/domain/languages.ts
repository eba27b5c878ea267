/** The languages in which whoever has no account can read and be answered, French first. */
export const languages = ['fr', 'en', 'ar', 'uk', 'pt'] as const;
export type Language = (typeof languages)[number];

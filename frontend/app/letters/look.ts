/** How a mail program shows a letter. */
export const looks = ['light', 'dark'] as const;
export type Look = (typeof looks)[number];

/** A letter as a mail program in this look shows it, whatever the look of the page around it. */
export function inLook(html: string, look: Look): string {
  return html
    .replaceAll(
      '@media (prefers-color-scheme: dark)',
      look === 'dark' ? '@media all' : '@media not all',
    )
    .replace(
      '<meta name="color-scheme" content="light dark">',
      `<meta name="color-scheme" content="${look}">`,
    );
}

/** Where a mail program starts to repeat, without marks, the message that is answered. */
const history = [
  /^-{2,}\s*(message d.origine|original message|message transf.r.|forwarded message)\s*-{2,}$/i,
  /^_{10,}$/,
  /^(de|from)\s*:.*(@|<)/i,
  /^-- ?$/,
  /^(envoyé (depuis|de) mon|sent from my|télécharge[rz]? outlook|get outlook)\b/i,
];

/** « Le lun. 24 nov. 2026 à 07:00, Boucle <…> a écrit : », which may run over three lines. */
const attribution = /^(le|on)\s[^\n]*(?:\n[^\n]+){0,2}?(a écrit|wrote)\s*:[ \t]*$/gim;

/**
 * What somebody wrote in their reply, without what it repeats: quoted lines go wherever they stand, so
 * that answers between them stay; an unmarked copy of the message goes with all that follows.
 */
export function replyText(text: string): string {
  const lines = text
    .replace(/\r\n?/g, '\n')
    .replace(/\u00a0/g, ' ')
    .replaceAll('\0', '')
    .replace(attribution, '')
    .split('\n')
    .filter((line) => !/^\s*>/.test(line));
  const end = lines.findIndex((line) => history.some((sign) => sign.test(line.trim())));
  const own = end === -1 ? lines : lines.slice(0, end);
  return own
    .map((line) => line.trimEnd())
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}

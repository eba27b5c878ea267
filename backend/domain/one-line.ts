/** What ends a line, or is no letter: a pasted tab, the end of a paragraph. */
const breaks = /[\p{Cc}\u2028\u2029]+/gu;

/** What turns round the reading of all that follows it, whoever wrote that. */
const turns = /[\u202a-\u202e\u2066-\u2069]/g;

/** What somebody typed, where it stands among what is ours: it ends no line and turns none round. */
export const inOneLine = (text: string): string => text.replace(breaks, ' ').replace(turns, '');

import type { Block, Letterhead } from '../mail/compose.js';
import type { Draft } from '../mail/outbox.js';
import { say, sayDay } from '../words/words.js';

export interface ScorecardFacts {
  name: string;
  email: string;
  title: string;
  /** First and last ISO day of the period. */
  from: string;
  to: string;
  comment: string;
  publisher: string;
  link: string;
}

/** Says that a scorecard can be read; its figures stay on the page, with what makes them honest. */
export function scorecardLetter(
  { language }: Letterhead,
  { name, email, title, from, to, comment, publisher, link }: ScorecardFacts,
): Draft {
  const days = { from: sayDay(language, from), to: sayDay(language, to) };
  const quoted: Block[] = comment.trim() ? [{ kind: 'quote', text: comment.trim() }] : [];
  return {
    kind: 'scorecard',
    recipient: email,
    subject: say(language, 'mail.scorecard.subject', { title }),
    blocks: [
      { kind: 'paragraph', text: say(language, 'mail.greeting', { name }) },
      {
        kind: 'paragraph',
        text: say(language, 'mail.scorecard.body', { title, publisher, ...days }),
      },
      ...quoted,
      { kind: 'button', text: say(language, 'mail.scorecard.link'), href: link },
      { kind: 'small', text: say(language, 'mail.scorecard.why') },
    ],
  };
}

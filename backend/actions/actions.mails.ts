import type { ActionKind, ActionState } from '../domain/action.js';
import { greeting } from '../feedback/feedback.mails.js';
import type { Block, Letterhead } from '../mail/compose.js';
import type { Draft } from '../mail/outbox.js';
import { say } from '../words/words.js';

export interface NewsFacts {
  email: string;
  name: string | null;
  reference: string;
  unit: string;
  actions: { kind: ActionKind; state: ActionState }[];
  link: string;
  /** Where the news are stopped with one click. */
  unsubscribe: string;
}

/** Tells whoever spoke what moved; never an action's title, which may hold a name. */
export function newsLetter(
  { language }: Letterhead,
  { email, name, reference, unit, actions, link, unsubscribe }: NewsFacts,
): Draft {
  const told = actions.map(({ kind, state }) =>
    say(language, `mail.news.${state}`, { kind: say(language, `mail.news.kind.${kind}`) }),
  );
  return {
    kind: 'news',
    recipient: email,
    subject: say(language, 'mail.news.subject', { reference }),
    unsubscribe,
    blocks: [
      { kind: 'paragraph', text: greeting(language, name) },
      { kind: 'paragraph', text: say(language, 'mail.news.body', { unit }) },
      ...[...new Set(told)].map((text): Block => ({ kind: 'paragraph', text })),
      { kind: 'button', text: say(language, 'mail.news.link'), href: link },
      { kind: 'small', text: say(language, 'mail.news.stop') },
    ],
  };
}

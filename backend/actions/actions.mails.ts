import type { ActionKind, ActionState } from '../domain/action.js';
import { greeting } from '../feedback/feedback.mails.js';
import type { Block, Letterhead } from '../mail/compose.js';
import type { Draft } from '../mail/outbox.js';
import type { FeedbackKind } from '../domain/feedback.js';
import { say, sayDay, sayWord } from '../words/words.js';

/** One action of a digest. */
export interface DigestItem {
  title: string;
  /** ISO day. */
  dueOn: string;
  link: string;
}

export interface NewsFacts {
  email: string;
  name: string | null;
  reference: string;
  unit: string;
  actions: { kind: ActionKind; state: ActionState }[];
  link: string;
}

/** Tells whoever spoke what moved; never an action's title, which may hold a name. */
export function newsLetter(
  { language }: Letterhead,
  { email, name, reference, unit, actions, link }: NewsFacts,
): Draft {
  const told = actions.map(({ kind, state }) =>
    say(language, `mail.news.${state}`, { kind: say(language, `mail.news.kind.${kind}`) }),
  );
  return {
    kind: 'news',
    recipient: email,
    subject: say(language, 'mail.news.subject', { reference }),
    blocks: [
      { kind: 'paragraph', text: greeting(language, name) },
      { kind: 'paragraph', text: say(language, 'mail.news.body', { unit }) },
      ...[...new Set(told)].map((text): Block => ({ kind: 'paragraph', text })),
      { kind: 'button', text: say(language, 'mail.news.link'), href: link },
      { kind: 'small', text: say(language, 'mail.news.stop') },
    ],
  };
}

/** One answer of a digest: named without a word of what was said, which stays behind the sign-in. */
export interface DigestAnswer {
  reference: string;
  kind: FeedbackKind;
  unitName: string;
  /** ISO day. */
  dueOn: string;
  link: string;
}

/** One effect that is due to be verified. */
export type DigestCheck = DigestItem;

/** All that a person owes. */
export interface DigestParts {
  items: DigestItem[];
  answers: DigestAnswer[];
  checks: DigestCheck[];
}

/** The actions, late first, then today, then soon; the effects to verify; and the answers. */
export function digestLetter(
  { language }: Letterhead,
  reader: { name: string; email: string },
  { items, answers, checks }: DigestParts,
  today: string,
): Draft {
  const section = (heading: string, part: DigestItem[]): Block[] =>
    part.length === 0
      ? []
      : [
          { kind: 'heading', text: heading },
          ...part.map(({ title, dueOn, link }): Block => {
            const detail = say(language, 'mail.digest.due', { day: sayDay(language, dueOn) });
            return { kind: 'item', text: title, detail, href: link };
          }),
        ];
  return {
    kind: 'digest',
    recipient: reader.email,
    subject: subjectOf(language, items.length, answers.length, checks.length),
    blocks: [
      { kind: 'paragraph', text: say(language, 'mail.greeting', { name: reader.name }) },
      ...section(
        say(language, 'mail.digest.late'),
        items.filter(({ dueOn }) => dueOn < today),
      ),
      ...section(
        say(language, 'mail.digest.today'),
        items.filter(({ dueOn }) => dueOn === today),
      ),
      ...section(
        say(language, 'mail.digest.soon'),
        items.filter(({ dueOn }) => dueOn > today),
      ),
      ...checksSection(language, checks),
      ...answersSection(language, answers, today),
      { kind: 'small', text: say(language, 'mail.digest.why') },
    ],
  };
}

function checksSection(language: string, checks: DigestCheck[]): Block[] {
  if (checks.length === 0) return [];
  return [
    { kind: 'heading', text: say(language, 'mail.digest.checks') },
    ...checks.map(({ title, dueOn, link }): Block => {
      const detail = say(language, 'mail.digest.check_due', { day: sayDay(language, dueOn) });
      return { kind: 'item', text: title, detail, href: link };
    }),
  ];
}

function answersSection(language: string, answers: DigestAnswer[], today: string): Block[] {
  if (answers.length === 0) return [];
  return [
    { kind: 'heading', text: say(language, 'mail.digest.answers') },
    ...answers.map(({ reference, kind, unitName, dueOn, link }): Block => {
      const text = `${sayWord(language, 'kind', kind)} ${reference}, ${unitName}`;
      const day = sayDay(language, dueOn);
      const late = dueOn < today ? 'mail.digest.answer_late' : 'mail.digest.answer_due';
      return { kind: 'item', text, detail: say(language, late, { day }), href: link };
    }),
  ];
}

function subjectOf(language: string, actions: number, answers: number, checks: number): string {
  const parts = [
    { key: 'subject', part: 'actions', count: actions },
    { key: 'subject_checks', part: 'checks_count', count: checks },
    { key: 'subject_answers', part: 'answers_count', count: answers },
  ] as const;
  const owed = parts.filter(({ count }) => count > 0);
  const [only, ...others] = owed;
  if (only && others.length === 0) {
    return say(language, `mail.digest.${only.key}`, { count: only.count });
  }
  const named = owed.map(({ part, count }) => say(language, `mail.digest.${part}`, { count }));
  const all = new Intl.ListFormat(language, { type: 'conjunction' }).format(named);
  return say(language, 'mail.digest.subject_several', {
    all: all.charAt(0).toLocaleUpperCase(language) + all.slice(1),
  });
}

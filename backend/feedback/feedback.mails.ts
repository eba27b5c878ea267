import { inOneLine } from '../domain/one-line.js';
import type { Letterhead } from '../mail/compose.js';
import type { Draft } from '../mail/outbox.js';
import { say, sayDay } from '../words/words.js';

export interface Acknowledged {
  email: string;
  reference: string;
  unit: string;
  code: string;
  link: string;
}

/** Says that the message arrived, and how to follow it. */
export function acknowledgement(
  { language }: Letterhead,
  { email, reference, unit, code, link }: Acknowledged,
): Draft {
  return {
    kind: 'acknowledgement',
    recipient: email,
    subject: say(language, 'mail.acknowledgement.subject', { reference }),
    blocks: [
      { kind: 'paragraph', text: say(language, 'mail.greeting_nameless') },
      { kind: 'paragraph', text: say(language, 'mail.acknowledgement.body', { unit, reference }) },
      { kind: 'paragraph', text: say(language, 'mail.acknowledgement.code', { code }) },
      { kind: 'button', text: say(language, 'mail.acknowledgement.link'), href: link },
    ],
  };
}

export interface Closed {
  email: string;
  name: string | null;
  reference: string;
  unit: string;
  /** The follow-up page, which asks whether it was useful. */
  link: string;
}

/** Says that the case is over, and asks the one question. */
export function closingLetter(
  { language }: Letterhead,
  { email, name, reference, unit, link }: Closed,
): Draft {
  return {
    kind: 'closing',
    recipient: email,
    subject: say(language, 'mail.closing.subject', { reference }),
    blocks: [
      { kind: 'paragraph', text: greeting(language, name) },
      { kind: 'paragraph', text: say(language, 'mail.closing.body', { unit, reference }) },
      { kind: 'paragraph', text: say(language, 'mail.closing.question') },
      { kind: 'button', text: say(language, 'mail.closing.link'), href: link },
    ],
  };
}

export interface Answered {
  email: string;
  name: string | null;
  reference: string;
  unit: string;
  /** ISO day on which the person spoke. */
  receivedOn: string;
  body: string;
}

/** Carries the answer to whoever spoke. */
export function answerLetter(
  { language }: Letterhead,
  { email, name, reference, unit, receivedOn, body }: Answered,
): Draft {
  const day = sayDay(language, receivedOn);
  return {
    kind: 'answer',
    recipient: email,
    subject: say(language, 'mail.answer.subject', { reference }),
    blocks: [
      { kind: 'paragraph', text: greeting(language, name) },
      { kind: 'paragraph', text: say(language, 'mail.answer.intro', { day, unit }) },
      { kind: 'quote', text: body },
    ],
  };
}

/** How a letter to whoever spoke begins: anybody may have typed that name, and the address. */
export function greeting(language: string, name: string | null): string {
  return name
    ? say(language, 'mail.greeting', { name: inOneLine(name) })
    : say(language, 'mail.greeting_nameless');
}

export interface Transferred extends Omit<Answered, 'body'> {
  partner: string;
  /** How the partner is reached. */
  contact: string | null;
}

/** Says who takes care of it from now on, outside, and how to reach them. */
export function transferLetter(
  { language }: Letterhead,
  { email, name, reference, unit, receivedOn, partner, contact }: Transferred,
): Draft {
  const day = sayDay(language, receivedOn);
  const reached = contact ? say(language, 'mail.transfer.contact', { contact }) : null;
  return {
    kind: 'transfer',
    recipient: email,
    subject: say(language, 'mail.transfer.subject', { reference }),
    blocks: [
      { kind: 'paragraph', text: greeting(language, name) },
      { kind: 'paragraph', text: say(language, 'mail.transfer.body', { day, unit, partner }) },
      ...(reached ? [{ kind: 'paragraph' as const, text: reached }] : []),
      { kind: 'paragraph', text: say(language, 'mail.transfer.asked') },
    ],
  };
}

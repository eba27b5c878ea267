import type { Attachment, ParsedMail } from 'mailparser';
import { failureIn, failureInWords, letterNamedIn } from '../domain/delivery-status.js';

/** A letter that came back for good, and why. */
export interface Returned {
  letterId: string;
  /** In the words of the server that refused it. */
  reason: string;
}

/** What a mail server calls its report, and the letter or the headers that it adds. */
const reports = /^message\/(global-)?delivery-status$/;
const copies = /^(message\/(rfc822|global|global-headers)|text\/rfc822-headers)$/;

/** What is read of each part: reports are short, and of a copy its headers are enough. */
const mostSigns = 100_000;

/** The letter that a notice gives back, whoever wrote it; null where nothing came back for good. */
export function returnedIn(mail: ParsedMail): Returned | null {
  const words = (mail.text ?? '').slice(0, mostSigns);
  const report = contentOf(mail, reports);
  const reason =
    report === null
      ? mail.headers.has('x-failed-recipients') && failureInWords(words)
      : failureIn(report);
  const letterId = letterIn(mail, words);
  return reason && letterId ? { reason, letterId } : null;
}

/** Named by the copy of it, by what the notice answers, or in the words of an old one. */
function letterIn(mail: ParsedMail, words: string): string | null {
  const answered = [mail.inReplyTo ?? '', mail.references ?? []].flat();
  const named = [
    headersOf(contentOf(mail, copies) ?? ''),
    ...answered.map((name) => `Message-ID: ${name}`),
    words,
  ];
  return named.map(letterNamedIn).find((id) => id !== null) ?? null;
}

/** What it says itself may quote another. */
const headersOf = (copy: string): string => copy.split(/\r?\n\r?\n/, 1)[0] ?? '';

function contentOf({ attachments }: ParsedMail, kinds: RegExp): string | null {
  const part = attachments.find(({ contentType }: Attachment) => kinds.test(contentType));
  return part?.content.toString('utf8', 0, mostSigns) ?? null;
}

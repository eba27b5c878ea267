import { createHash } from 'node:crypto';
import { simpleParser, type AddressObject, type ParsedMail } from 'mailparser';
import { referenceIn } from '../access/reply-tokens.js';
import { Refusal } from '../domain/refusal.js';
import { replyText } from '../domain/reply-text.js';
import { returnedIn, type Returned } from './returned-letter.js';

/** A message that came in, as far as it may become a comment or tell of a letter of ours. */
export interface IncomingLetter {
  /** Its own name, or one made of what it holds. */
  messageId: string;
  /** In lower case. */
  sender: string;
  /** What its addresses say it is about. */
  tokens: string[];
  /** The letter that it gives back for good, where it does. */
  returned: Returned | null;
  /** Whether a machine wrote it. */
  automatic: boolean;
  text: string;
  attachments: number;
}

/**
 * What is read of a message, in signs: anybody may write to us, and a page of boxes within boxes takes
 * its reader a time that grows with the square of its length.
 */
const mostHtml = 200_000;
const mostText = 500_000;

/** How many of the addresses that a message was sent to are looked at. */
const mostTokens = 10;

/**
 * Reads an RFC 822 message.
 * @throws Refusal `input.unreadable` for what is none, `input.too_large` for what nobody types.
 */
export async function readLetter(raw: Buffer): Promise<IncomingLetter> {
  const mail = await simpleParser(raw, {
    ...{ keepDeliveryStatus: true, skipTextToHtml: true, maxHtmlLengthToParse: mostHtml },
  }).catch(() => null);
  // Of headers without an end nothing is told, not even that they were there.
  if (!mail?.headerLines) throw new Refusal('invalid', 'input.unreadable');
  if ((mail.text ?? '').length > mostText) throw new Refusal('too_large', 'input.too_large');
  const digest = createHash('sha256').update(raw).digest('hex');
  return {
    messageId: (mail.messageId ?? digest).slice(0, 500),
    sender: mail.from?.value[0]?.address?.toLowerCase() ?? '',
    tokens: tokensIn(mail),
    returned: returnedIn(mail),
    automatic: isAutomatic(mail),
    text: replyText(mail.text ?? ''),
    attachments: mail.attachments.filter(({ related }) => !related).length,
  };
}

/** Nobody to answer to, or a report: of a delivery, or that a message was opened. */
const ofMachines = /^(return-path:\s*<>|content-type:\s*multipart\/report)/i;

/** An absence, a bounce, a receipt, a list: whatever nobody sat down to write. */
function isAutomatic({ headers, headerLines, from }: ParsedMail): boolean {
  const says = (name: string): string => {
    const value = headers.get(name);
    return (typeof value === 'string' ? value : '').toLowerCase();
  };
  const submitted = says('auto-submitted');
  return (
    (submitted !== '' && !submitted.startsWith('no')) ||
    /^(bulk|junk|list|auto_reply)$/.test(says('precedence')) ||
    headerLines.some(({ line }) => ofMachines.test(line)) ||
    ['x-autoreply', 'x-autorespond', 'x-auto-reply', 'list-id'].some((name) => headers.has(name)) ||
    /^(mailer-daemon|postmaster|no-?reply)@/i.test(from?.value[0]?.address ?? '')
  );
}

function tokensIn(mail: ParsedMail): string[] {
  const people = [mail.to ?? [], mail.cc ?? []].flat().flatMap(({ value }: AddressObject) => value);
  const delivered = mail.headerLines
    .filter(({ key }) => key === 'delivered-to' || key === 'x-original-to')
    .map(({ line }) => line.slice(line.indexOf(':') + 1));
  const addresses = [...people.map(({ address = '' }) => address), ...delivered];
  const found = addresses.flatMap((one) => /\+([0-9a-z-]+)@/i.exec(one)?.[1]?.toLowerCase() ?? []);
  return [...new Set(found)].filter((token) => referenceIn(token) !== null).slice(0, mostTokens);
}

import { setTimeout as pause } from 'node:timers/promises';
import { Inject, Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { createTransport } from 'nodemailer';
import type { EntityManager } from 'typeorm';
import { Tenancy } from '../database/tenancy.js';
import { attachmentFormats, type AttachmentFormat } from '../domain/attachments.js';
import { Settings } from '../settings.js';
import { markAddress, noteSent } from './addresses.js';
import { Letter } from './letter.entity.js';
import type { LetterJob } from './outbox.js';

/** What nodemailer throws when the server refused or could not be reached. */
interface MailFault extends Error {
  responseCode?: number;
  /** nodemailer's own word: `EAUTH`, `EENVELOPE`… */
  code?: string;
  /** What the server was asked: `RCPT TO`… */
  command?: string;
}

/** A file as nodemailer takes it. */
interface Enclosed {
  filename: string;
  contentType: string;
  content: Buffer;
}

/** How we deal with the mail server; in milliseconds, since a row stays locked while it answers. */
const manner = {
  ...{ pool: true, maxConnections: 3 },
  ...{ connectionTimeout: 10_000, greetingTimeout: 10_000, socketTimeout: 15_000 },
};

/** How long a mail server may put a letter off, in milliseconds: three days, a long weekend. */
const longestWait = 3 * 24 * 60 * 60 * 1000;

/** How often a note is tried again while the database is away: half a minute in all. */
const mostNotes = 25;

/** Takes a letter's row to the mail server. */
@Injectable()
export class Postman implements OnApplicationShutdown {
  private transport: ReturnType<typeof createTransport> | undefined;
  /** What the mail server took and the database does not know yet. */
  private readonly accepted = new Set<string>();

  constructor(
    @Inject(Settings) private readonly settings: Settings,
    private readonly tenancy: Tenancy,
  ) {}

  /**
   * Sends one letter unless it was sent already. The row stays locked meanwhile, so that two workers
   * never send the same; a process that dies in between sends it again under the same `Message-ID`.
   * @throws an error that names nobody, where the mail server may take the letter later.
   */
  async deliver(job: LetterJob, now = new Date()): Promise<void> {
    const { letterId } = job;
    try {
      const fault = await this.tenancy.within(job, (tx) => this.take(tx, job, now));
      if (fault) throw new Error(`letter ${letterId}: ${discreet(fault)}`);
    } catch (error) {
      if (!this.accepted.has(letterId)) throw error;
      await this.settle(job, now);
    } finally {
      this.accepted.delete(letterId);
    }
  }

  /** Gives the fault of a mail server that may take the letter later. */
  private async take(
    tx: EntityManager,
    { letterId: id }: LetterJob,
    now: Date,
  ): Promise<MailFault | null> {
    const letter = await tx.findOne(Letter, {
      where: { id, state: 'waiting' },
      lock: { mode: 'pessimistic_write', onLocked: 'skip_locked' },
    });
    if (!letter) return null;
    try {
      await this.send(letter, await enclosuresOf(tx, id));
    } catch (error) {
      const fault = error as MailFault;
      const state = isFinal(letter, fault, now) ? 'failed' : 'waiting';
      const tried = { problem: fault.message, attempts: letter.attempts + 1, triedAt: now };
      await tx.update(Letter, { id }, { state, ...tried });
      if (isOfAddress(fault)) await markAddress(tx, letter, fault.message, now);
      return state === 'failed' ? null : fault;
    }
    this.accepted.add(id);
    await noteSent(tx, id, now);
    return null;
  }

  /**
   * Notes what the mail server took, however often the database is away meanwhile: a letter is not
   * sent again because our own note of it was lost.
   */
  private async settle(job: LetterJob, now: Date): Promise<void> {
    const { letterId: id } = job;
    for (let tries = 1; ; tries += 1) {
      try {
        await this.tenancy.within(job, (tx) => noteSent(tx, id, now));
        return;
      } catch (error) {
        if (tries === mostNotes) throw error;
        await pause(tries * 100);
      }
    }
  }

  onApplicationShutdown(): void {
    this.transport?.close();
  }

  private async send(
    { id, recipient, subject, text, html, unsubscribe }: Letter,
    attachments: Enclosed[],
  ): Promise<void> {
    const { SMTP_URL, MAIL_FROM, BOUNCE_ADDRESS } = this.settings;
    this.transport ??= createTransport({ url: SMTP_URL, ...manner } as object);
    const domain = /@([^>\s]+)/.exec(MAIL_FROM)?.[1] ?? 'localhost';
    await this.transport.sendMail({
      from: MAIL_FROM,
      to: recipient,
      subject,
      text,
      html,
      attachments,
      // Whom the mail servers tell that it did not arrive.
      ...(BOUNCE_ADDRESS && { envelope: { from: BOUNCE_ADDRESS, to: recipient } }),
      messageId: `<${id}@${domain}>`,
      headers: { 'Auto-Submitted': 'auto-generated', ...fewer(unsubscribe) },
    });
  }
}

/** What is logged of a fault: in what it says the mail server repeats somebody's address. */
const discreet = ({ code, responseCode, message }: MailFault): string =>
  responseCode ? `${code} ${responseCode}` : message;

/** What lets a mail program ask for fewer with one click (RFC 8058). */
const fewer = (address: string | null) =>
  address && {
    'List-Unsubscribe': `<${address}>`,
    'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
  };

/** A password that is wrong is ours to mend: the letter waits for it, but not for ever. */
function isFinal({ createdAt }: Letter, { responseCode = 0, code }: MailFault, now: Date): boolean {
  const refused = responseCode >= 500 && code !== 'EAUTH';
  return refused || now.getTime() - createdAt.getTime() > longestWait;
}

/** Whether the server knows nobody there; 530 and its like ask something of us instead. */
function isOfAddress({ responseCode = 0, command }: MailFault): boolean {
  return command === 'RCPT TO' && responseCode >= 550;
}

/** The files that leave with a letter; one that was taken away meanwhile does not. */
async function enclosuresOf(tx: EntityManager, letterId: string): Promise<Enclosed[]> {
  const rows = await tx.query<{ name: string; format: AttachmentFormat; bytes: Buffer }[]>(
    `SELECT a.name, a.format, c.bytes
       FROM enclosure e
       JOIN attachment a ON a.id = e.attachment_id
       JOIN attachment_content c ON c.attachment_id = a.id
      WHERE e.letter_id = $1 ORDER BY a.id`,
    [letterId],
  );
  return rows.map(({ name, format, bytes }) => ({
    filename: name,
    contentType: attachmentFormats[format].mediaType,
    content: bytes,
  }));
}

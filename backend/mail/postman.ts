import { Inject, Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { UnrecoverableError } from 'bullmq';
import { createTransport } from 'nodemailer';
import type { EntityManager } from 'typeorm';
import { Tenancy } from '../database/tenancy.js';
import { attachmentFormats, type AttachmentFormat } from '../domain/attachments.js';
import { Settings } from '../settings.js';
import { Letter } from './letter.entity.js';
import type { LetterJob } from './outbox.js';

/** What nodemailer throws when the server refused or could not be reached. */
interface MailFault extends Error {
  responseCode?: number;
  /** nodemailer's own word: `EAUTH`, `EENVELOPE`… */
  code?: string;
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

/** Takes a letter's row to the mail server. */
@Injectable()
export class Postman implements OnApplicationShutdown {
  private transport: ReturnType<typeof createTransport> | undefined;

  constructor(
    @Inject(Settings) private readonly settings: Settings,
    private readonly tenancy: Tenancy,
  ) {}

  /**
   * Sends one letter unless it was sent already. The row stays locked meanwhile, so that two workers
   * never send the same; a process that dies in between sends it again under the same `Message-ID`.
   * @throws the mail server's fault; unrecoverable when it refused for good.
   */
  async deliver({ organizationId, letterId }: LetterJob, now = new Date()): Promise<void> {
    const refusal = await this.tenancy.within({ organizationId }, async (tx) => {
      const letter = await tx.findOne(Letter, {
        where: { id: letterId, state: 'waiting' },
        lock: { mode: 'pessimistic_write', onLocked: 'skip_locked' },
      });
      if (!letter) return null;
      try {
        await this.send(letter, await enclosuresOf(tx, letterId));
      } catch (error) {
        const { responseCode = 0, code, message } = error as MailFault;
        // A password that is wrong is ours to mend: the letter waits for it.
        if (responseCode < 500 || code === 'EAUTH') throw error;
        await tx.update(Letter, { id: letterId }, { state: 'failed', problem: message });
        return message;
      }
      // What it said is the reader's now: a code or an invitation must not lie here in clear.
      await tx.update(Letter, { id: letterId }, { state: 'sent', sentAt: now, text: '', html: '' });
      return null;
    });
    if (refusal) throw new UnrecoverableError(refusal);
  }

  onApplicationShutdown(): void {
    this.transport?.close();
  }

  private async send(
    { id, recipient, subject, text, html }: Letter,
    attachments: Enclosed[],
  ): Promise<void> {
    const { SMTP_URL, MAIL_FROM } = this.settings;
    this.transport ??= createTransport({ url: SMTP_URL, ...manner } as object);
    const domain = /@([^>\s]+)/.exec(MAIL_FROM)?.[1] ?? 'localhost';
    await this.transport.sendMail({
      from: MAIL_FROM,
      to: recipient,
      subject,
      text,
      html,
      attachments,
      messageId: `<${id}@${domain}>`,
      headers: { 'Auto-Submitted': 'auto-generated' },
    });
  }
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

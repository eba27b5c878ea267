import { Injectable } from '@nestjs/common';
import { IsNull, type EntityManager } from 'typeorm';
import { Tenancy, type Tenant } from '../database/tenancy.js';
import { isForgettable, isReminderDue } from '../domain/survey-mailing.js';
import {
  awaitsAnswer,
  blankLetters,
  clearEnded,
  eraseAddresses,
  withdrawLetters,
} from './forgetting.js';
import { InvitationLetters, type Invitee } from './invitation-letters.js';
import { mailingCalendar, type MailingCalendar } from './mailing-calendar.js';
import { unreachedOf } from './mailing-search.js';
import { SurveyInvitation } from './survey-invitation.entity.js';
import { SurveyMailing } from './survey-mailing.entity.js';
import { surveyReminder } from './surveys.mails.js';

/** Reminds once those who were invited and have not answered, then forgets who was invited. */
@Injectable()
export class MailingSweep {
  constructor(
    private readonly tenancy: Tenancy,
    private readonly letters: InvitationLetters,
  ) {}

  async sweep(now = new Date()): Promise<void> {
    await this.tenancy.each(async (tenant) => {
      const open = await this.tenancy.within(tenant, async (tx) =>
        (await tx.exists(SurveyInvitation)) ? tx.find(SurveyMailing, stillKept) : null,
      );
      if (!open) return;
      for (const { id, campaignId } of open) {
        await this.tenancy.within(tenant, async (tx) => {
          const calendar = await mailingCalendar(tx, tenant, now);
          // Answers, sendings and other sweeps wait: whoever answers meanwhile is not reminded.
          await tx.query('SELECT FROM campaign WHERE id = $1 FOR NO KEY UPDATE', [campaignId]);
          await this.remind(tx, tenant, id, calendar);
          await forget(tx, id, calendar);
        });
      }
      await this.tenancy.within(tenant, async (tx) => {
        const { today } = await mailingCalendar(tx, tenant, now);
        await withdrawLetters(tx, `l.state = 'waiting' AND NOT ${awaitsAnswer}`, []);
        await blankLetters(tx);
        await clearEnded(tx, today);
      });
    });
  }

  private async remind(
    tx: EntityManager,
    tenant: Tenant,
    id: string,
    calendar: MailingCalendar,
  ): Promise<void> {
    const mailing = await tx.findOneByOrFail(SurveyMailing, { id });
    if (!isReminderDue(mailing, calendar, calendar.isQuiet)) return;
    const silent = await silentOf(tx, id);
    const letterIds = await this.letters.post(tx, tenant, mailing, silent, surveyReminder);
    await tx.query(
      `UPDATE survey_invitation i SET reminder_id = sent.letter_id
         FROM unnest($1::uuid[], $2::uuid[]) AS sent (id, letter_id) WHERE i.id = sent.id`,
      [silent.map((invitee) => invitee.id), letterIds],
    );
    const reminded = { remindedOn: calendar.today, reminded: silent.length };
    await tx.update(SurveyMailing, { id }, reminded);
  }
}

const stillKept = { where: { forgottenOn: IsNull() }, order: { id: 'ASC' } } as const;

/** Those who were written to, may still answer, and whose address takes letters. */
function silentOf(tx: EntityManager, mailingId: string): Promise<Invitee[]> {
  return tx.query<Invitee[]>(
    `SELECT i.id, i.email FROM survey_invitation i
       JOIN letter l ON l.id = i.letter_id AND l.state = 'sent'
      WHERE i.mailing_id = $1 AND i.email IS NOT NULL AND i.reminder_id IS NULL
        AND ${awaitsAnswer}
        AND NOT EXISTS (SELECT FROM address_trouble t WHERE t.email = i.email)
      ORDER BY i.id`,
    [mailingId],
  );
}

/** Erases the addresses once they serve nothing more, and keeps how many took no letter. */
async function forget(tx: EntityManager, id: string, { today }: MailingCalendar): Promise<void> {
  const mailing = await tx.findOneByOrFail(SurveyMailing, { id });
  if (!isForgettable(mailing, today)) return;
  await tx.query(
    `UPDATE survey_mailing m SET forgotten_on = $2, unreached = ${unreachedOf} WHERE id = $1`,
    [id, today],
  );
  await eraseAddresses(tx, 'mailing_id', id);
}

import type { EntityManager } from 'typeorm';
import { forgetsOn } from '../domain/survey-mailing.js';
import type { MailingDto } from './mailings.dto.js';

type MailingRow = Omit<MailingDto, 'forgetsOn'>;

/** An address `i.email` that takes no letters, or took none of ours. */
export const isUnreached = `(
  EXISTS (SELECT FROM address_trouble t WHERE t.email = i.email)
  OR EXISTS (SELECT FROM letter f WHERE f.id = i.letter_id AND f.state = 'failed'))`;

/** How many of the invitations of mailing `m` left. */
export const leftOf = `(
  SELECT count(*)::int FROM survey_invitation i
    JOIN letter l ON l.id = i.letter_id AND l.state = 'sent' WHERE i.mailing_id = m.id)`;

/** How many of its addresses take no letters. */
export const unreachedOf = `(
  SELECT count(*)::int FROM survey_invitation i WHERE i.mailing_id = m.id AND ${isUnreached})`;

/** The sendings of a campaign, the newest first. */
export async function mailingsOf(tx: EntityManager, campaignId: string): Promise<MailingDto[]> {
  const rows = await tx.query<MailingRow[]>(
    `SELECT m.id, m.language, m.invited, m.reminded,
            m.sent_on AS "sentOn",
            m.reminds_on AS "remindsOn",
            m.ends_on AS "endsOn",
            m.reminded_on AS "remindedOn",
            m.forgotten_on AS "forgottenOn",
            coalesce(m.delivered, ${leftOf}) AS delivered,
            coalesce(m.unreached, ${unreachedOf}) AS unreached
       FROM survey_mailing m WHERE m.campaign_id = $1 ORDER BY m.sent_on DESC, m.id DESC`,
    [campaignId],
  );
  return rows.map((row) => ({ ...row, forgetsOn: row.forgottenOn ?? forgetsOn(row) }));
}

/** How many were invited to a campaign in all. */
export async function invitedTo(tx: EntityManager, campaignId: string): Promise<number> {
  const [{ count }] = await tx.query<[{ count: number }]>(
    `SELECT coalesce(sum(invited), 0)::int AS count FROM survey_mailing WHERE campaign_id = $1`,
    [campaignId],
  );
  return count;
}

import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Tenancy, type Tenant } from '../database/tenancy.js';
import type { ActionKind, ActionState } from '../domain/action.js';
import { isWorkingDay } from '../domain/days.js';
import { newsHour } from '../domain/reminders.js';
import { FollowUpLinks } from '../feedback/follow-up-links.js';
import { Reporter } from '../feedback/reporter.entity.js';
import { Outbox } from '../mail/outbox.js';
import { calendarOf } from '../organization/calendar.js';
import { newsLetter } from './actions.mails.js';

/** What a reporter does not know yet of what is done about their word. */
interface News extends Pick<Reporter, 'feedbackId' | 'name' | 'language'> {
  email: string;
  reference: string;
  unit: string;
  actions: { kind: ActionKind; state: ActionState }[];
}

/** Tells whoever spoke when an action born of it moves: once a day at most, until they stop it. */
@Injectable()
export class NewsService {
  constructor(
    private readonly tenancy: Tenancy,
    private readonly outbox: Outbox,
    private readonly links: FollowUpLinks,
  ) {}

  /** Writes the news of the day, once its hour has come; gives how many. */
  async sweep(now = new Date()): Promise<number> {
    let written = 0;
    await this.tenancy.each(async (tenant) => {
      const waiting = await this.tenancy.within(tenant, async (tx) => {
        const { today, hour, isHoliday } = await calendarOf(tx, tenant, now);
        if (hour < newsHour || !isWorkingDay(today, isHoliday)) return [];
        return newsFor(tx, tenant, now);
      });
      for (const { feedbackId } of waiting) {
        written += await this.tenancy.within(tenant, (tx) =>
          this.tell(tx, tenant, feedbackId, now),
        );
      }
    });
    return written;
  }

  private async tell(
    tx: EntityManager,
    tenant: Tenant,
    feedbackId: string,
    now: Date,
  ): Promise<number> {
    // Two sweeps at once write to the same person one after the other: the second finds no news.
    await tx.query('SELECT FROM reporter WHERE feedback_id = $1 FOR UPDATE', [feedbackId]);
    const [news] = await newsFor(tx, tenant, now, feedbackId);
    if (!news) return 0;
    const link = await this.links.followUp(tx, tenant, feedbackId, news.language);
    await this.outbox.post(tx, tenant, news.language, (head) =>
      newsLetter(head, { ...news, link, unsubscribe: this.links.noNews(link) }),
    );
    await tx.update(Reporter, { feedbackId }, { toldAt: now });
    return 1;
  }
}

/** The reporters who can be written to, were not written to today, and lack some news. */
async function newsFor(
  tx: EntityManager,
  tenant: Tenant,
  now: Date,
  feedbackId?: string,
): Promise<News[]> {
  const { today } = await calendarOf(tx, tenant, now);
  return tx.query<News[]>(
    `SELECT r.feedback_id AS "feedbackId", r.name, r.email, r.language, f.reference,
            u.name AS unit, json_agg(json_build_object('kind', a.kind, 'state', a.state)
              ORDER BY a.moved_at) AS actions
       FROM reporter r
       JOIN feedback f ON f.id = r.feedback_id
       JOIN unit u ON u.id = f.unit_id
       JOIN organization ON organization.id = f.organization_id
       JOIN LATERAL (
         WITH RECURSIVE line AS (
           SELECT f.id, f.duplicate_of
           UNION ALL
           SELECT up.id, up.duplicate_of FROM line JOIN feedback up ON up.id = line.duplicate_of
         )
         SELECT id FROM line
       ) said ON true
       JOIN origin o ON o.feedback_id = said.id
       JOIN action a ON a.id = o.action_id AND a.moved_at > r.told_at AND a.moved_at <= $1
      WHERE r.email IS NOT NULL AND r.wants_news AND f.state NOT IN ('closed', 'dismissed')
        AND (r.told_at AT TIME ZONE organization.time_zone)::date < $2
        AND ($3::uuid IS NULL OR r.feedback_id = $3)
      GROUP BY r.organization_id, r.feedback_id, f.reference, u.name`,
    [now, today, feedbackId ?? null],
  );
}

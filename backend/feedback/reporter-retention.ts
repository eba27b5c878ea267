import { Injectable } from '@nestjs/common';
import { Tenancy } from '../database/tenancy.js';
import { forgetRecipients, forgetStrayMarks } from '../mail/addresses.js';
import { calendarOf } from '../organization/calendar.js';
import { pseudonymColumn } from './feedback.entity.js';

/** Forgets who spoke, and the files that may show them, at the end of the retention; what they said stays. */
@Injectable()
export class ReporterRetention {
  constructor(private readonly tenancy: Tenancy) {}

  async sweep(now = new Date()): Promise<void> {
    await this.tenancy.each(async (tenant) => {
      await this.tenancy.within(tenant, async (tx) => {
        const { today } = await calendarOf(tx, tenant, now);
        // Files go with the identity beside them; those without one have a day of their own.
        await tx.query(
          `DELETE FROM attachment a
            WHERE EXISTS (SELECT FROM reporter r
                           WHERE r.feedback_id = a.feedback_id AND r.purge_on < $1)
               OR a.purge_on < $1
              AND NOT EXISTS (SELECT FROM reporter r WHERE r.feedback_id = a.feedback_id)`,
          [today],
        );
        await tx.query(
          `WITH forgotten AS (DELETE FROM reporter WHERE purge_on < $1 RETURNING feedback_id)
           UPDATE feedback
              SET reachable = false, source_record = source_record #- $2::text[]
             FROM forgotten WHERE feedback.id = forgotten.feedback_id`,
          [today, ['record', pseudonymColumn]],
        );
        await forgetRecipients(tx, now);
        await forgetStrayMarks(tx);
      });
    });
  }
}

import { Injectable } from '@nestjs/common';
import { Tenancy } from '../database/tenancy.js';
import { calendarOf } from '../organization/calendar.js';
import { pseudonymColumn } from './services-publics-plus.js';

/** Forgets who spoke at the end of the retention; what they said stays. */
@Injectable()
export class ReporterRetention {
  constructor(private readonly tenancy: Tenancy) {}

  async sweep(now = new Date()): Promise<void> {
    for (const tenant of await this.tenancy.all()) {
      await this.tenancy.within(tenant, async (tx) => {
        const { today } = await calendarOf(tx, tenant, now);
        await tx.query(
          `WITH forgotten AS (DELETE FROM reporter WHERE purge_on < $1 RETURNING feedback_id)
           UPDATE feedback
              SET reachable = false, source_record = source_record #- $2::text[]
             FROM forgotten WHERE feedback.id = forgotten.feedback_id`,
          [today, ['record', pseudonymColumn]],
        );
      });
    }
  }
}

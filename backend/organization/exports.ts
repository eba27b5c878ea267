import { Injectable, type StreamableFile } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Member } from '../access/member.js';
import { Tenancy } from '../database/tenancy.js';
import type { Day } from '../domain/days.js';
import { Journal } from '../journal/journal.js';
import type { SheetQuery } from '../sheets/sheet.dto.js';
import { sheetFile } from '../sheets/sheet-file.js';
import type { Table } from '../sheets/sheet.js';
import { calendarOf } from './calendar.js';

/** What members take away as a file: dated where the organisation is, and told by the journal. */
@Injectable()
export class Exports {
  constructor(
    private readonly tenancy: Tenancy,
    private readonly journal: Journal,
  ) {}

  write<Row>(
    me: Member,
    verb: `${string}.export`,
    { format, ...filters }: SheetQuery,
    table: (tx: EntityManager, today: Day) => Table<Row>,
    now = new Date(),
  ): Promise<StreamableFile> {
    return this.tenancy.within(me, async (tx) => {
      const { today } = await calendarOf(tx, me, now);
      await this.journal.write(tx, me, verb, me.organizationId, { format, ...filters });
      return sheetFile(format, table(tx, today), today);
    });
  }
}

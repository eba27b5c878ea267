import { Injectable } from '@nestjs/common';
import type { Member } from '../access/member.js';
import { Tenancy } from '../database/tenancy.js';
import { Refusal } from '../domain/refusal.js';
import { Journal } from '../journal/journal.js';
import type { OriginInputDto } from './actions.dto.js';
import { ActionsService } from './actions.service.js';
import { Origin } from './origin.entity.js';
import { describeOrigin, originsOf } from './origin-rows.js';
import { Origins } from './origins.service.js';

/** What else an action turns out to answer, once it is open. */
@Injectable()
export class OriginChanges {
  constructor(
    private readonly tenancy: Tenancy,
    private readonly actions: ActionsService,
    private readonly origins: Origins,
    private readonly journal: Journal,
  ) {}

  /** Gives it one more origin; named again, it is the same one. */
  add(me: Member, id: string, origin: OriginInputDto): Promise<void> {
    return this.tenancy.within(me, async (tx) => {
      const { unitId, state } = await this.actions.find(tx, me, id);
      me.must('action.edit', unitId);
      if (state === 'cancelled') throw new Refusal('conflict', 'move.forbidden', { state });
      const before = new Set((await originsOf(tx, me, id)).map((row) => row.id));
      await this.origins.link(tx, me, id, origin);
      for (const row of await originsOf(tx, me, id)) {
        if (before.has(row.id)) continue;
        const { kind, reference } = describeOrigin(row);
        await this.journal.write(tx, me, 'action.link', id, { kind, reference });
      }
    });
  }

  /** Takes one away; the database refuses that of the last, whose action would come from nowhere. */
  remove(me: Member, id: string, originId: string): Promise<void> {
    return this.tenancy.within(me, async (tx) => {
      const { unitId } = await this.actions.find(tx, me, id);
      me.must('action.edit', unitId);
      const row = (await originsOf(tx, me, id)).find((one) => one.id === originId);
      if (!row) throw new Refusal('unknown', 'record.unknown');
      await tx.delete(Origin, { id: originId, actionId: id });
      const { kind, reference } = describeOrigin(row);
      await this.journal.write(tx, me, 'action.unlink', id, { kind, reference });
    });
  }
}

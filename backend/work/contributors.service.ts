import { Injectable } from '@nestjs/common';
import type { Member } from '../access/member.js';
import { mustWork } from '../actions/action-standing.js';
import { contributorsOf } from '../actions/action-work.js';
import { ActionsService } from '../actions/actions.service.js';
import { Tenancy } from '../database/tenancy.js';
import { contributorsMaximum } from '../domain/action-work.js';
import { Refusal } from '../domain/refusal.js';
import { Journal } from '../journal/journal.js';
import { ActionContributor } from './action-contributor.entity.js';
import type { NameableDto } from './contributors.dto.js';
import { mustBeNameable, nameable } from './nameable.js';

/** Those who help with an action: they see it, wherever they are. */
@Injectable()
export class Contributors {
  constructor(
    private readonly tenancy: Tenancy,
    private readonly actions: ActionsService,
    private readonly journal: Journal,
  ) {}

  /** Those whom an action that I see may name. */
  nameable(me: Member, actionId: string): Promise<NameableDto[]> {
    return this.tenancy.within(me, async (tx) => {
      await this.actions.peek(tx, me, actionId);
      return nameable(tx);
    });
  }

  add(me: Member, actionId: string, personId: string): Promise<void> {
    return this.tenancy.within(me, async (tx) => {
      const action = await this.actions.find(tx, me, actionId);
      await mustWork(tx, me, action, 'invite');
      const known = await contributorsOf(tx, actionId);
      if (known.some(({ id }) => id === personId)) return;
      if (known.length >= contributorsMaximum) {
        throw new Refusal('conflict', 'contributors.too_many', { maximum: contributorsMaximum });
      }
      const [person] = await mustBeNameable(tx, [personId]);
      await tx.insert(ActionContributor, { actionId, personId });
      await this.journal.write(tx, me, 'action.contributor_add', actionId, { name: person?.name });
    });
  }

  remove(me: Member, actionId: string, personId: string): Promise<void> {
    return this.tenancy.within(me, async (tx) => {
      const action = await this.actions.find(tx, me, actionId);
      await mustWork(tx, me, action, 'invite');
      const person = (await contributorsOf(tx, actionId)).find(({ id }) => id === personId);
      if (!person) return;
      await tx.delete(ActionContributor, { actionId, personId });
      const { name } = person;
      await this.journal.write(tx, me, 'action.contributor_remove', actionId, { name });
    });
  }
}

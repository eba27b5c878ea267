import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Member } from '../access/member.js';
import { mayDo } from '../actions/action-record.service.js';
import { visibleActions } from '../actions/action-search.js';
import type { Action } from '../actions/action.entity.js';
import { ActionsService } from '../actions/actions.service.js';
import { Tenancy } from '../database/tenancy.js';
import { clashes } from '../domain/action-dependencies.js';
import { Refusal } from '../domain/refusal.js';
import { Journal } from '../journal/journal.js';
import { ActionDependency } from './action-dependency.entity.js';
import type { DependencyDto, NeighbourDto, NeighboursDto } from './dependencies.dto.js';

/** Which action comes after which; none ever comes after itself, however long the way round. */
@Injectable()
export class Dependencies {
  constructor(
    private readonly tenancy: Tenancy,
    private readonly actions: ActionsService,
    private readonly journal: Journal,
  ) {}

  of(me: Member, id: string): Promise<NeighboursDto> {
    return this.tenancy.within(me, async (tx) =>
      neighbours(tx, me, await this.actions.peek(tx, me, id)),
    );
  }

  /** Told twice, it is told once. @throws Refusal `action.dependency_circle`. */
  add(me: Member, id: string, afterId: string): Promise<NeighboursDto> {
    return this.tenancy.within(me, async (tx) => {
      // Both, always in one order: whoever says the contrary meanwhile waits, and is then refused.
      for (const one of [id, afterId].sort()) await this.actions.find(tx, me, one);
      const action = await this.changeable(tx, me, id);
      const before = await this.actions.peek(tx, me, afterId);
      if (await leadsBack(tx, id, afterId)) {
        throw new Refusal('conflict', 'action.dependency_circle');
      }
      if (await tx.existsBy(ActionDependency, { actionId: id, afterId })) {
        return neighbours(tx, me, action);
      }
      await tx.insert(ActionDependency, { actionId: id, afterId });
      await this.journal.write(tx, me, 'action.follow', id, { reference: before.reference });
      return neighbours(tx, me, action);
    });
  }

  remove(me: Member, id: string, afterId: string): Promise<NeighboursDto> {
    return this.tenancy.within(me, async (tx) => {
      const action = await this.changeable(tx, me, id);
      const before = await this.actions.peek(tx, me, afterId);
      const { affected } = await tx.delete(ActionDependency, { actionId: id, afterId });
      if (affected) {
        await this.journal.write(tx, me, 'action.unfollow', id, { reference: before.reference });
      }
      return neighbours(tx, me, action);
    });
  }

  /** Its own people write what it comes after, as they write its words. */
  private async changeable(tx: EntityManager, me: Member, id: string): Promise<Action> {
    const action = await this.actions.find(tx, me, id);
    if (mayDo(me, action).mayEdit === 'nothing') me.must('action.edit', action.unitId);
    return action;
  }
}

/** Those that tie these actions to one another. */
export function dependenciesAmong(tx: EntityManager, ids: string[]): Promise<DependencyDto[]> {
  return tx.query<DependencyDto[]>(
    `SELECT action_id AS "actionId", after_id AS "afterId" FROM action_dependency
      WHERE action_id = ANY ($1) AND after_id = ANY ($1) ORDER BY action_id, after_id`,
    [ids],
  );
}

async function leadsBack(tx: EntityManager, id: string, afterId: string): Promise<boolean> {
  const found = await tx.query<unknown[]>(
    `WITH RECURSIVE earlier AS (
       SELECT $2::uuid AS id
       UNION SELECT d.after_id FROM earlier JOIN action_dependency d ON d.action_id = earlier.id
     ) SELECT FROM earlier WHERE id = $1`,
    [id, afterId],
  );
  return found.length > 0;
}

async function neighbours(tx: EntityManager, me: Member, action: Action): Promise<NeighboursDto> {
  const { id } = action;
  const named = (which: string) =>
    visibleActions(tx, me)
      .andWhere(`a.id IN (${which})`, { id })
      .orderBy('a.dueOn')
      .addOrderBy('a.id')
      .getMany();
  const before = await named('SELECT after_id FROM action_dependency WHERE action_id = :id');
  const after = await named('SELECT action_id FROM action_dependency WHERE after_id = :id');
  return {
    before: before.map((one) => tell(one, clashes(one, action))),
    after: after.map((one) => tell(one, clashes(action, one))),
    mayChange: mayDo(me, action).mayEdit !== 'nothing',
  };
}

function tell(action: Action, clash: boolean): NeighbourDto {
  const { id, reference, title, state, startOn, dueOn, doneOn } = action;
  return { id, reference, title, state, startOn, dueOn, doneOn, clash };
}

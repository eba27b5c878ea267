import type { EntityManager } from 'typeorm';
import type { Member } from '../access/member.js';
import type { Action } from './action.entity.js';
import type { ActionPlanDto } from './programmes.dto.js';

/** The plans that actions belong to; their room, which knows this one, tells of them. */
export abstract class Programmes {
  /** The plan of an action, where I may see it. */
  abstract of(
    tx: EntityManager,
    me: Member,
    action: Pick<Action, 'planId' | 'objectiveId'>,
  ): Promise<ActionPlanDto | null>;

  /** Notes that an action is opened in a plan. @throws Refusal where I may not change that plan. */
  abstract admit(
    tx: EntityManager,
    me: Member,
    action: Pick<Action, 'planId' | 'objectiveId' | 'reference' | 'title'>,
  ): Promise<void>;
}

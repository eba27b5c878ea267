import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Member } from '../access/member.js';
import { Consequences } from '../feedback/consequences.js';
import type { ConsequenceDto } from '../feedback/feedback.dto.js';
import { summaries, visibleActions } from './action-search.js';
import { Action } from './action.entity.js';

/** Tells which actions some feedback led to. */
@Injectable()
export class ActionConsequences extends Consequences {
  of(tx: EntityManager, feedbackIds: string[], today: string): Promise<ConsequenceDto[]> {
    const born = tx
      .createQueryBuilder(Action, 'a')
      .where('a.id IN (SELECT action_id FROM origin WHERE feedback_id = ANY (:feedbackIds))', {
        feedbackIds,
      })
      .orderBy('a.id');
    return summaries(born, today);
  }

  async inSight(tx: EntityManager, me: Member, actionIds: string[]): Promise<Set<string>> {
    const seen = await visibleActions(tx, me)
      .andWhere('a.id = ANY (:actionIds)', { actionIds })
      .select('a.id', 'id')
      .getRawMany<{ id: string }>();
    return new Set(seen.map(({ id }) => id));
  }
}

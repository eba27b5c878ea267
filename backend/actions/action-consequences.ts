import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Consequences } from '../feedback/consequences.js';
import type { ConsequenceDto } from '../feedback/feedback.dto.js';
import { summaries } from './action-search.js';
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
}

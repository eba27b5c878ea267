import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Consequences } from '../feedback/consequences.js';
import type { ConsequenceDto } from '../feedback/feedback.dto.js';
import { summaries } from './action-search.js';
import { Action } from './action.entity.js';

/** Tells a feedback which actions it led to. */
@Injectable()
export class ActionConsequences extends Consequences {
  of(tx: EntityManager, feedbackId: string, today: string): Promise<ConsequenceDto[]> {
    const born = tx
      .createQueryBuilder(Action, 'a')
      .innerJoin('origin', 'origin', 'origin.action_id = a.id')
      .where('origin.feedback_id = :feedbackId', { feedbackId })
      .orderBy('a.id');
    return summaries(born, today);
  }
}

import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Studies, type Study } from '../feedback/studies.js';
import { AnalysisFeedback } from './analysis-feedback.entity.js';

/** Tells a feedback which analyses cover it. */
@Injectable()
export class FeedbackStudies extends Studies {
  of(tx: EntityManager, feedbackIds: string[]): Promise<Study[]> {
    return tx
      .createQueryBuilder(AnalysisFeedback, 'covered')
      .innerJoin('analysis', 'a', 'a.id = covered.analysisId')
      .select([
        'a.id AS id',
        'a.reference AS reference',
        'a.title AS title',
        'a.state AS state',
        'a.held_on AS "heldOn"',
        'a.concluded_on AS "concludedOn"',
        'a.unit_id AS "unitId"',
      ])
      .distinct()
      .where('covered.feedbackId = ANY (:feedbackIds)', { feedbackIds })
      .orderBy('a.id')
      .getRawMany<Study>();
  }
}

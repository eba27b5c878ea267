import { randomUUID } from 'node:crypto';
import type { EntityManager } from 'typeorm';
import type { Day } from '../domain/days.js';
import { SurveyAnswer } from './survey-answer.entity.js';
import type { AnswerSurveyDto } from './surveys.dto.js';

/** Keeps an answer, once however often it is sent: its day, and nothing that leads back to anybody. */
export async function keepAnswer(
  tx: EntityManager,
  campaignId: string,
  { id = randomUUID(), smiley, comment }: AnswerSurveyDto,
  answeredOn: Day,
): Promise<void> {
  await tx
    .createQueryBuilder()
    .insert()
    .into(SurveyAnswer)
    .values({ id, campaignId, smiley, answeredOn, comment: comment ?? null })
    .orIgnore()
    .execute();
}

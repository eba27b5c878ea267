import { Injectable } from '@nestjs/common';
import { IsNull, type EntityManager } from 'typeorm';
import { v7 as newId } from 'uuid';
import type { Member } from '../access/member.js';
import { Causes } from '../analyses/causes.service.js';
import { Refusal } from '../domain/refusal.js';
import { FeedbackService } from '../feedback/feedback.service.js';
import { Indicator } from '../indicators/indicator.entity.js';
import { Survey } from '../surveys/survey.entity.js';
import type { OriginInputDto } from './actions.dto.js';
import { Origin } from './origin.entity.js';

/** Why actions exist. */
@Injectable()
export class Origins {
  constructor(
    private readonly feedback: FeedbackService,
    private readonly causes: Causes,
  ) {}

  /** Gives an action one more origin; what a feedback or an analysis says is then acted upon. */
  async link(
    tx: EntityManager,
    me: Member,
    actionId: string,
    { kind, feedbackId, causeId, surveyId, indicatorId, reference }: OriginInputDto,
  ): Promise<void> {
    if (kind === 'feedback' && feedbackId) {
      // Named twice, it is one origin.
      if (await tx.existsBy(Origin, { actionId, feedbackId })) return;
      const feedback = await this.feedback.find(tx, me, feedbackId, 'action.create');
      await tx.insert(Origin, { id: newId(), actionId, kind, feedbackId: feedback.id });
      await this.feedback.follow(tx, me, feedback, 'act');
      return;
    }
    if (kind === 'analysis_cause' && causeId) {
      if (await tx.existsBy(Origin, { actionId, causeId })) return;
      const voices = await this.causes.toActOn(tx, me, causeId);
      await tx.insert(Origin, { id: newId(), actionId, kind, causeId });
      for (const voice of voices) {
        await this.link(tx, me, actionId, { kind: 'feedback', feedbackId: voice });
      }
      return;
    }
    const told = { actionId, kind, reference: reference ?? IsNull() };
    const seen = { id: newId(), actionId, kind, reference: reference ?? null };
    if (kind === 'survey' && surveyId) {
      if (!(await tx.existsBy(Survey, { id: surveyId }))) {
        throw new Refusal('unknown', 'survey.unknown');
      }
      if (await tx.existsBy(Origin, { ...told, surveyId })) return;
      await tx.insert(Origin, { ...seen, surveyId });
      return;
    }
    if (kind === 'indicator' && indicatorId) {
      await findIndicator(tx, indicatorId);
      if (await tx.existsBy(Origin, { ...told, indicatorId })) return;
      await tx.insert(Origin, { ...seen, indicatorId });
      return;
    }
    if ((kind !== 'audit' && kind !== 'recommendation') || !reference) {
      throw new Refusal('invalid', 'action.origin_missing');
    }
    if (await tx.existsBy(Origin, told)) return;
    await tx.insert(Origin, seen);
  }
}

/** @throws Refusal `indicator.unknown`. */
export async function findIndicator(tx: EntityManager, id: string): Promise<void> {
  if (!(await tx.existsBy(Indicator, { id }))) throw new Refusal('unknown', 'indicator.unknown');
}

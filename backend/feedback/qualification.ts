import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Member } from '../access/member.js';
import { deadlineOf } from '../domain/deadlines.js';
import { criticalityOf, type FeedbackKind } from '../domain/feedback.js';
import { Refusal } from '../domain/refusal.js';
import { calendarIn } from '../organization/calendar.js';
import { gridInUse } from '../organization/grid.js';
import { Organization } from '../organization/organization.entity.js';
import { Theme } from '../organization/theme.entity.js';
import { Units } from '../organization/units.service.js';
import { whoMay } from '../people/who-may.js';
import type { QualifyFeedbackDto } from './feedback.dto.js';
import type { Feedback } from './feedback.entity.js';

/** What triage settles of a feedback, and what follows from it. */
@Injectable()
export class Qualification {
  constructor(private readonly units: Units) {}

  /**
   * What a choice changes, once everything that it names was found: it is rated on the grid in use.
   * @throws Refusal where the theme, the unit or the owner of the answer can't be chosen.
   */
  async settle(
    tx: EntityManager,
    me: Member,
    feedback: Feedback,
    choice: QualifyFeedbackDto,
    now: Date,
  ): Promise<Partial<Feedback>> {
    const { themeId, severity, frequency, unitId, answerOwnerId = null } = choice;
    await this.units.find(tx, unitId);
    me.must('feedback.qualify', unitId);
    const known = await tx.existsBy(Theme, { id: themeId });
    if (!known) throw new Refusal('invalid', 'theme.unknown');
    if (answerOwnerId) await refuseWhoMayNotAnswer(tx, unitId, answerOwnerId);
    const grid = await gridInUse(tx);
    return {
      ...{ themeId, severity, frequency, unitId, answerOwnerId, qualifiedAt: now },
      criticality: criticalityOf(grid.cells, severity, frequency),
      gridVersion: grid.version,
      ...(await afterKind(tx, feedback, choice.kind ?? feedback.kind, now)),
    };
  }
}

async function refuseWhoMayNotAnswer(
  tx: EntityManager,
  unitId: string,
  personId: string,
): Promise<void> {
  const able = await whoMay(tx, 'feedback.answer', unitId);
  if (!able.some(({ id }) => id === personId)) {
    throw new Refusal('invalid', 'feedback.owner_may_not_answer');
  }
}

/** Another kind has other deadlines, from the day it came; what was imported never had any. */
async function afterKind(
  tx: EntityManager,
  { kind: before, channel, receivedOn, source, organizationId }: Feedback,
  kind: FeedbackKind,
  now: Date,
): Promise<Partial<Feedback>> {
  if (kind === before || source) return { kind };
  const organization = await tx.findOneByOrFail(Organization, { id: organizationId });
  const { isHoliday } = calendarIn(organization, now);
  const word = { kind, channel };
  const { deadlines } = organization;
  const toAcknowledge = deadlineOf(deadlines, 'acknowledgement', word, receivedOn, isHoliday);
  const toAnswer = deadlineOf(deadlines, 'answer', word, receivedOn, isHoliday);
  return {
    kind,
    acknowledgeBy: toAcknowledge?.on ?? null,
    acknowledgeBasis: toAcknowledge?.basis ?? null,
    answerBy: toAnswer?.on ?? null,
    answerBasis: toAnswer?.basis ?? null,
  };
}

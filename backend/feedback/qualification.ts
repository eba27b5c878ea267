import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Member } from '../access/member.js';
import {
  criticalityOf,
  type FeedbackKind,
  type Frequency,
  type Severity,
} from '../domain/feedback.js';
import { Refusal } from '../domain/refusal.js';
import { calendarIn } from '../organization/calendar.js';
import { gridInUse } from '../organization/grid.js';
import { Organization } from '../organization/organization.entity.js';
import { Theme } from '../organization/theme.entity.js';
import { Units } from '../organization/units.service.js';
import { whoMay } from '../people/who-may.js';
import { deadlinesOf } from './feedback-clocks.js';
import type { QualifyFeedbackDto } from './qualification.dto.js';
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
    const { answerOwnerId = null } = choice;
    return {
      ...(await this.settlePart(tx, me, feedback, { ...choice, answerOwnerId }, now)),
      qualifiedAt: now,
    };
  }

  /** What some of the choices change, the others staying as they are. @throws Refusal as `settle`. */
  async settlePart(
    tx: EntityManager,
    me: Member,
    feedback: Feedback,
    choice: Choice,
    now: Date,
  ): Promise<Partial<Feedback>> {
    const { themeId, severity, frequency, kind = feedback.kind } = choice;
    const unitId = choice.unitId ?? feedback.unitId;
    await this.units.find(tx, unitId);
    me.must('feedback.qualify', unitId);
    if (themeId) await refuseTheme(tx, themeId, feedback);
    return {
      ...(themeId && { themeId }),
      ...(severity && frequency && (await rating(tx, severity, frequency))),
      ...{ unitId, answerOwnerId: await ownerIn(tx, unitId, choice, feedback) },
      ...(await afterKind(tx, feedback, kind, now)),
    };
  }
}

/** What triage may choose; an owner of null is nobody in particular. */
type Choice = Partial<Omit<QualifyFeedbackDto, 'answerOwnerId'>> & {
  answerOwnerId?: string | null;
};

/** One that was set aside stays where it is, and is chosen no more. */
async function refuseTheme(tx: EntityManager, id: string, feedback: Feedback): Promise<void> {
  const theme = await tx.findOneBy(Theme, { id });
  const usable = theme && (!theme.setAside || theme.id === feedback.themeId);
  if (!usable) throw new Refusal('invalid', 'theme.unknown');
}

async function rating(
  tx: EntityManager,
  severity: Severity,
  frequency: Frequency,
): Promise<Partial<Feedback>> {
  const { cells, version: gridVersion } = await gridInUse(tx);
  const criticality = criticalityOf(cells, severity, frequency);
  return { severity, frequency, criticality, gridVersion };
}

/** Whoever is chosen must be able to answer there; whoever was before goes where they no longer can. */
async function ownerIn(
  tx: EntityManager,
  unitId: string,
  { answerOwnerId: chosen }: Choice,
  { answerOwnerId: before }: Feedback,
): Promise<string | null> {
  const ownerId = chosen === undefined ? before : chosen;
  if (!ownerId) return null;
  const able = await whoMay(tx, 'feedback.answer', unitId);
  if (able.some(({ id }) => id === ownerId)) return ownerId;
  if (chosen) throw new Refusal('invalid', 'feedback.owner_may_not_answer');
  return null;
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
  return { kind, ...deadlinesOf(organization.deadlines, word, receivedOn, isHoliday) };
}

import { createHash, randomUUID } from 'node:crypto';
import type { EntityManager } from 'typeorm';
import { v7 as newId } from 'uuid';
import { Action } from '../actions/action.entity.js';
import { Origin } from '../actions/origin.entity.js';
import { newReference } from '../domain/codes.js';
import { addDays, addYears } from '../domain/days.js';
import { defaultDeadlines } from '../domain/deadlines.js';
import {
  acknowledgedOnTheSpot,
  criticalityOf,
  firstGrid,
  retentionYears,
} from '../domain/feedback.js';
import { smileys } from '../domain/satisfaction.js';
import { Answer } from '../feedback/answer.entity.js';
import { deadlinesOf } from '../feedback/feedback-clocks.js';
import { Feedback } from '../feedback/feedback.entity.js';
import { Reporter } from '../feedback/reporter.entity.js';
import { Indicator } from '../indicators/indicator.entity.js';
import type { Journal } from '../journal/journal.js';
import { frenchHolidays } from '../organization/calendar.js';
import { Campaign } from '../surveys/campaign.entity.js';
import { SurveyAnswer } from '../surveys/survey-answer.entity.js';
import { Survey } from '../surveys/survey.entity.js';
import {
  reasons,
  smiles,
  type DemoAction,
  type DemoFeedback,
  type PersonName,
  type UnitName,
} from './demo-data.js';

/** What the rows of the demonstration refer to. */
export interface Cast {
  today: string;
  units: Record<UnitName, string>;
  people: Record<PersonName, string>;
  themes: string[];
  journal: Journal;
}

/** Midday, so that no time zone moves the day. */
export const instantOf = (day: string): Date => new Date(`${day}T12:00:00Z`);

/** One feedback with all that became of it; gives its id. */
export async function seedFeedback(
  tx: EntityManager,
  cast: Cast,
  told: DemoFeedback,
): Promise<string> {
  const id = newId();
  const receivedOn = addDays(cast.today, -told.daysAgo);
  const { kind, state, channel, reporter, body, email, theme } = told;
  await tx.insert(Feedback, {
    ...{ id, kind, state, channel, reporter, body, receivedOn },
    reference: newReference(receivedOn),
    unitId: cast.units[told.unit],
    themeId: theme === undefined ? null : (cast.themes[theme] ?? null),
    ...ratingOf(told),
    ...clocksOf(told, receivedOn),
    qualifiedAt: theme === undefined ? null : instantOf(addDays(receivedOn, 1)),
    createdBy: channel === 'web' ? null : cast.people.agent,
    dismissalReason: told.dismissal ?? null,
    dismissedAt: told.dismissal ? instantOf(addDays(receivedOn, 2)) : null,
    decision: state === 'closed' && !told.action ? 'Un remerciement n’appelle pas d’action.' : null,
    reachable: email !== undefined,
    createdAt: instantOf(receivedOn),
  });
  await cast.journal.write(tx, null, 'feedback.receive', id, { channel }, instantOf(receivedOn));
  if (email) {
    const purgeOn = addYears(cast.today, retentionYears);
    await tx.insert(Reporter, { feedbackId: id, email, purgeOn });
  }
  if (told.action) await seedAction(tx, cast, id, told, told.action);
  if (told.answer) {
    await tx.insert(Answer, {
      ...{ id: newId(), feedbackId: id, body: told.answer },
      authorId: cast.people.manager,
      authorName: 'Dominique Perrin',
      answeredAt: instantOf(answeredOn(receivedOn)),
    });
  }
  return id;
}

const answeredOn = (receivedOn: string): string => addDays(receivedOn, 6);

function ratingOf({ severity, frequency }: DemoFeedback): Partial<Feedback> {
  if (!severity || !frequency) return {};
  const criticality = criticalityOf(firstGrid, severity, frequency);
  return { severity, frequency, criticality, gridVersion: 1 };
}

function clocksOf(told: DemoFeedback, receivedOn: string): Partial<Feedback> {
  const atOnce = told.email ?? acknowledgedOnTheSpot.includes(told.channel);
  return {
    ...deadlinesOf(defaultDeadlines, told, receivedOn, frenchHolidays(null)),
    acknowledgedOn: atOnce ? receivedOn : null,
    answeredOn: told.answer ? answeredOn(receivedOn) : null,
  };
}

async function seedAction(
  tx: EntityManager,
  cast: Cast,
  feedbackId: string,
  { unit, daysAgo }: DemoFeedback,
  { kind, state, title, owner, dueIn, progress, criterion, doneDaysAgo }: DemoAction,
): Promise<void> {
  const id = newId();
  const doneOn = doneDaysAgo === undefined ? null : addDays(cast.today, -doneDaysAgo);
  const verified = state === 'verified';
  await tx.insert(Action, {
    ...{ id, kind, state, title, progress, criterion, doneOn },
    reference: `A${newReference(addDays(cast.today, -daysAgo))}`,
    unitId: cast.units[unit],
    ownerId: cast.people[owner],
    verifierId: cast.people.quality,
    dueOn: addDays(cast.today, dueIn),
    participation: 'consulted',
    verdict: verified ? 'effective' : null,
    verdictNote: verified ? 'Essai concluant, sur place, avec deux personnes concernées.' : null,
    verdictBy: verified ? cast.people.quality : null,
    verdictOn: verified && doneOn ? addDays(doneOn, 7) : null,
    createdBy: cast.people.quality,
    createdAt: instantOf(addDays(cast.today, 2 - daysAgo)),
  });
  await tx.insert(Origin, { id: newId(), actionId: id, kind: 'feedback', feedbackId });
  const tell = (by: PersonName, verb: string, day: string, details = {}) =>
    cast.journal.write(tx, { id: cast.people[by] }, `action.${verb}`, id, details, instantOf(day));
  await tell('quality', 'open', addDays(cast.today, 2 - daysAgo), { title });
  if (doneOn) await tell(owner, 'finish', doneOn);
  if (doneOn && verified) await tell('quality', 'verify', addDays(doneOn, 7));
}

/** One question asked everywhere, its answers over the last months, and the indicator it feeds. */
export async function seedSatisfaction(
  tx: EntityManager,
  cast: Cast,
  openCampaign: (campaignId: string) => Promise<string>,
): Promise<void> {
  const surveyId = newId();
  await tx.insert(Survey, {
    id: surveyId,
    title: 'Satisfaction de l’accueil',
    question: 'Comment s’est passée votre visite aujourd’hui ?',
    createdAt: instantOf(addDays(cast.today, -150)),
  });
  for (const [unit, unitId] of Object.entries(cast.units) as [UnitName, string][]) {
    const id = newId();
    const publicKey = await openCampaign(id);
    const opensOn = addDays(cast.today, -150);
    await tx.insert(Campaign, { id, surveyId, unitId, publicKey, opensOn });
    const chosen = smileys.flatMap((smiley, rank) =>
      Array.from({ length: smiles[unit][rank] ?? 0 }, (_, nth) => ({ smiley, nth })),
    );
    await tx.insert(
      SurveyAnswer,
      chosen.map(({ smiley, nth }) => ({
        ...{ id: randomUUID(), campaignId: id, smiley },
        comment: reasons[unit][smiley]?.[nth] ?? null,
        answeredOn: addDays(cast.today, -spread(`${unit} ${smiley} ${nth}`, 145)),
      })),
    );
  }
  await tx.insert(Indicator, {
    ...{ id: newId(), surveyId, target: 0.8 },
    name: 'Part de visiteurs satisfaits',
  });
}

/** A number under `limit` that looks drawn by lot and is the same at each run. */
function spread(seed: string, limit: number): number {
  return createHash('sha256').update(seed).digest().readUInt32BE(0) % limit;
}

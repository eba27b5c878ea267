import { randomUUID } from 'node:crypto';
import type { EntityManager } from 'typeorm';
import { v7 as newId } from 'uuid';
import { Action } from '../actions/action.entity.js';
import { Origin } from '../actions/origin.entity.js';
import { addDays } from '../domain/days.js';
import { smileys } from '../domain/satisfaction.js';
import { Indicator } from '../indicators/indicator.entity.js';
import { Campaign } from '../surveys/campaign.entity.js';
import { SurveyAnswer } from '../surveys/survey-answer.entity.js';
import { Survey } from '../surveys/survey.entity.js';
import type { DemoFeedback } from './demo-data.js';
import { seedFeedback, type Cast } from './seed.js';

/** Days are counted back from today. */
interface Tried {
  began: number;
  check: Partial<Action>;
  origin: DemoFeedback;
}

const late: Tried = {
  began: 110,
  check: { checkMethod: 'indicator', checkTarget: 0.8 },
  origin: {
    ...{ kind: 'anomaly', state: 'closed', unit: 'home', channel: 'phone', reporter: 'user' },
    ...{ daysAgo: 118, theme: 1, severity: 2, frequency: 3 },
    body: 'L’aide passe avec une heure de retard trois matins par semaine, je ne suis jamais prête pour le kiné.',
    answer: 'Bonjour, les tournées du matin ont été refaites. Dites-nous si un retard revient.',
    action: {
      ...{ kind: 'corrective', state: 'done', owner: 'owner', dueIn: -55, progress: 100 },
      ...{ doneDaysAgo: 60 },
      title: 'Refaire les tournées du matin et prévenir au-delà de dix minutes',
      criterion: 'Quatre passages sur cinq à l’heure prévue',
    },
  },
};

const cold: Tried = {
  began: 80,
  check: { checkMethod: 'recurrence', checkDays: 30 },
  origin: {
    ...{ kind: 'anomaly', state: 'closed', unit: 'home', channel: 'front_desk', reporter: 'user' },
    ...{ daysAgo: 90, theme: 1, severity: 2, frequency: 2 },
    body: 'Les repas livrés à domicile arrivent froids et toujours en retard.',
    answer: 'Bonjour, nous avons acheté des caisses qui gardent la chaleur. Merci de l’avoir dit.',
    action: {
      ...{ kind: 'corrective', state: 'done', owner: 'owner', dueIn: -48, progress: 100 },
      ...{ doneDaysAgo: 50 },
      title: 'Livrer les repas dans des caisses chaudes',
      criterion: 'Plus aucune fiche sur les repas froids pendant trente jours',
    },
  },
};

const sign: Tried = {
  began: 85,
  check: { checkMethod: 'recurrence', checkDays: 45 },
  origin: {
    ...{ kind: 'anomaly', state: 'closed', unit: 'lindens', channel: 'front_desk' },
    ...{ reporter: 'relative', daysAgo: 92, theme: 3, severity: 1, frequency: 2 },
    body: 'Le panneau qui indique l’ascenseur est tombé, les visiteurs se trompent d’étage.',
    answer: 'Bonjour, le panneau est reposé, avec une flèche à chaque palier.',
    action: {
      ...{ kind: 'corrective', state: 'done', owner: 'owner', dueIn: -70, progress: 100 },
      ...{ doneDaysAgo: 70 },
      title: 'Reposer le panneau de l’ascenseur et flécher les paliers',
      criterion: 'Plus aucune fiche sur le panneau pendant quarante-cinq jours',
    },
  },
};

/** What was told of the same, before and after. */
const echoes: DemoFeedback[] = [
  {
    ...{ kind: 'anomaly', state: 'qualified', unit: 'home', channel: 'front_desk' },
    ...{ reporter: 'user', daysAgo: 35, theme: 1, severity: 2, frequency: 2 },
    body: 'Les repas livrés à domicile sont encore arrivés froids, et en retard, dimanche.',
  },
  {
    ...{ kind: 'anomaly', state: 'closed', unit: 'lindens', channel: 'front_desk' },
    ...{ reporter: 'professional', daysAgo: 120, theme: 3, severity: 1, frequency: 1 },
    body: 'Le panneau de l’ascenseur est tombé encore une fois, on se trompe d’étage.',
  },
];

/** Good, medium and bad answers before the tours were made anew, and after. */
const onTime = { before: [14, 6, 16], after: [46, 2, 1] } as const;

/** Three actions to verify: one that worked, one that did not, one of which nobody can tell. */
export async function seedEffects(
  tx: EntityManager,
  cast: Cast,
  openCampaign: (campaignId: string) => Promise<string>,
): Promise<void> {
  const indicatorId = await seedOnTime(tx, cast, openCampaign);
  const tours = await seedTried(tx, cast, {
    ...late,
    check: { ...late.check, checkIndicatorId: indicatorId, checkOn: cast.today },
  });
  const seen = { kind: 'indicator', indicatorId, reference: 'Quatre passages sur dix à l’heure' };
  await tx.insert(Origin, { id: newId(), actionId: tours, ...seen } as Origin);
  await seedTried(tx, cast, cold);
  await seedTried(tx, cast, sign);
  for (const echo of echoes) await seedFeedback(tx, cast, echo);
}

async function seedTried(
  tx: EntityManager,
  cast: Cast,
  { began, check, origin }: Tried,
): Promise<string> {
  const feedbackId = await seedFeedback(tx, cast, origin);
  const { actionId } = await tx.findOneByOrFail(Origin, { feedbackId });
  await tx.update(Action, { id: actionId }, { startOn: addDays(cast.today, -began), ...check });
  return actionId;
}

async function seedOnTime(
  tx: EntityManager,
  { today, units }: Cast,
  openCampaign: (campaignId: string) => Promise<string>,
): Promise<string> {
  const [surveyId, campaignId, id] = [newId(), newId(), newId()];
  const question = 'L’aide est-elle venue à l’heure prévue ?';
  await tx.insert(Survey, { id: surveyId, title: 'Ponctualité à domicile', question });
  await tx.insert(Campaign, {
    ...{ id: campaignId, surveyId, unitId: units.home, opensOn: addDays(today, -175) },
    publicKey: await openCampaign(campaignId),
  });
  const answers = (counts: readonly number[], first: number) =>
    smileys.flatMap((smiley, rank) =>
      Array.from({ length: counts[rank] ?? 0 }, (_, nth) => ({
        ...{ id: randomUUID(), campaignId, smiley },
        answeredOn: addDays(today, first + ((nth * 7) % 55)),
      })),
    );
  await tx.insert(SurveyAnswer, [...answers(onTime.before, -168), ...answers(onTime.after, -58)]);
  await tx.insert(Indicator, { id, surveyId, name: 'Passages à l’heure prévue', target: 0.8 });
  return id;
}

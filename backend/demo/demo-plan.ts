import type { EntityManager } from 'typeorm';
import { v7 as newId } from 'uuid';
import { ActionDependency } from '../action-views/action-dependency.entity.js';
import { Action } from '../actions/action.entity.js';
import { Origin } from '../actions/origin.entity.js';
import type { ActionState } from '../domain/action.js';
import { newReference } from '../domain/codes.js';
import { addDays } from '../domain/days.js';
import { Objective } from '../plans/objective.entity.js';
import { Plan } from '../plans/plan.entity.js';
import type { PersonName, UnitName } from './demo-data.js';
import type { Cast } from './seed.js';

interface PlannedForYears {
  title: string;
  unit: UnitName;
  owner: PersonName;
  state: ActionState;
  progress: number;
  /** Days from today. */
  dueIn: number;
  weight?: number;
  cost?: number;
  cancelReason?: string;
}

const objectives: { wording: string; actions: PlannedForYears[] }[] = [
  {
    wording: 'Que chacun sache à qui s’adresser, dès le premier contact',
    actions: [
      {
        ...{ title: 'Relire les dix courriers les plus envoyés avec des usagers', unit: 'desk' },
        ...{ owner: 'manager', state: 'done', progress: 100, dueIn: -70, cost: 1800 },
      },
      {
        ...{ title: 'Ouvrir un accueil commun aux quatre services', unit: 'desk' },
        ...{ owner: 'quality', state: 'in_progress', progress: 30, dueIn: 400 },
        ...{ weight: 3, cost: 46_000 },
      },
      {
        ...{ title: 'Former les agents d’accueil à l’accueil téléphonique', unit: 'desk' },
        ...{ owner: 'manager', state: 'planned', progress: 0, dueIn: 120, cost: 5400 },
      },
    ],
  },
  {
    wording: 'Que personne ne reste sans aide un jour férié',
    actions: [
      {
        ...{ title: 'Écrire le plan de remplacement avec les aidants', unit: 'home' },
        ...{ owner: 'quality', state: 'in_progress', progress: 60, dueIn: 45, weight: 2 },
      },
      {
        ...{ title: 'Mutualiser l’astreinte avec la résidence', unit: 'lindens', owner: 'quality' },
        ...{ state: 'cancelled', progress: 20, dueIn: -30, cost: 12_000 },
        cancelReason: 'La résidence et l’aide à domicile n’ont pas la même convention collective.',
      },
    ],
  },
  {
    wording: 'Que les usagers décident avec nous de ce qui les concerne',
    actions: [
      {
        ...{ title: 'Réunir un comité d’usagers dans chaque service', unit: 'park' },
        ...{ owner: 'quality', state: 'planned', progress: 0, dueIn: 210, cost: 2500.5 },
      },
    ],
  },
];

/** What has to end before what starts. */
const order: [before: string, after: string][] = [
  [
    'Former les agents d’accueil à l’accueil téléphonique',
    'Ouvrir un accueil commun aux quatre services',
  ],
  [
    'Écrire le plan de remplacement avec les aidants',
    'Réunir un comité d’usagers dans chaque service',
  ],
];

/** A programme of three years, some of it done, some given up, most of it to come. */
export async function seedPlan(tx: EntityManager, cast: Cast, rootUnitId: string): Promise<void> {
  const year = Number(cast.today.slice(0, 4));
  const by = { id: cast.people.quality };
  const title = `Projet social ${year}-${year + 2}`;
  const planId = newId();
  await tx.insert(Plan, {
    ...{ id: planId, title, unitId: rootUnitId, pilotId: by.id, createdBy: by.id },
    reference: `P${newReference(cast.today)}`,
    description:
      'Né de l’enquête de satisfaction et de six ateliers tenus avec des usagers, des proches et des agents.',
    ...{ fromDay: `${year}-01-01`, toDay: `${year + 2}-12-31`, budget: 120_000 },
    governance:
      'Comité de pilotage chaque trimestre : direction, élue aux solidarités, deux usagers, deux agents. Point d’étape chaque mois en réunion de service.',
  });
  await cast.journal.write(tx, by, 'plan.open', planId, { title });
  for (const [rank, { wording, actions }] of objectives.entries()) {
    const objectiveId = newId();
    await tx.insert(Objective, { id: objectiveId, planId, position: rank + 1, wording });
    for (const one of actions) await seedAction(tx, cast, { planId, objectiveId }, title, one);
  }
  const named = async (title: string) => (await tx.findOneByOrFail(Action, { title })).id;
  for (const [before, after] of order) {
    const tie = { actionId: await named(after), afterId: await named(before) };
    await tx.insert(ActionDependency, tie);
  }
}

async function seedAction(
  tx: EntityManager,
  cast: Cast,
  place: { planId: string; objectiveId: string },
  reference: string,
  { unit, owner, dueIn, ...told }: PlannedForYears,
): Promise<void> {
  const id = newId();
  const dueOn = addDays(cast.today, dueIn);
  await tx.insert(Action, {
    ...{ id, ...place, ...told, dueOn, kind: 'improvement' },
    reference: `A${newReference(cast.today)}`,
    unitId: cast.units[unit],
    ownerId: cast.people[owner],
    doneOn: told.state === 'done' ? dueOn : null,
    participation: 'co_built',
    createdBy: cast.people.quality,
  });
  await tx.insert(Origin, { id: newId(), actionId: id, kind: 'recommendation', reference });
  await cast.journal.write(tx, { id: cast.people.quality }, 'action.open', id, {
    title: told.title,
  });
}

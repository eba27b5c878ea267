import type { EntityManager } from 'typeorm';
import { v7 as newId } from 'uuid';
import { ActionComment } from '../work/action-comment.entity.js';
import { ActionContributor } from '../work/action-contributor.entity.js';
import { ActionEvidence } from '../actions/action-evidence.entity.js';
import { ActionMention } from '../work/action-mention.entity.js';
import { ActionStep } from '../actions/action-step.entity.js';
import { Action } from '../actions/action.entity.js';
import { addDays } from '../domain/days.js';
import { markOf, mentionedIn } from '../domain/mentions.js';
import type { PersonName } from './demo-data.js';
import type { Cast } from './seed.js';

interface DemoWork {
  /** The title of the action. */
  on: string;
  helps?: PersonName[];
  /** Days from today, negative for the past. */
  steps: { title: string; dueIn?: number; owner?: PersonName; done?: [ago: number, PersonName] }[];
  figures?: { label: string; value: number; unit: string; daysAgo: number; by: PersonName }[];
  links?: { label: string; address: string; by: PersonName }[];
  /** `{name}` mentions somebody. */
  comments?: { by: PersonName; daysAgo: number; body: string; seen?: boolean }[];
}

const works: DemoWork[] = [
  {
    on: 'Installer une file d’attente à tickets et six chaises',
    helps: ['agent'],
    steps: [
      { title: 'Mesurer l’attente, deux lundis de suite', done: [12, 'agent'] },
      { title: 'Choisir la borne à tickets avec trois usagers', done: [5, 'owner'] },
      { title: 'Commander les six chaises', dueIn: -2, owner: 'manager' },
      { title: 'Poser la borne et l’affichage', dueIn: 6 },
      { title: 'Mesurer de nouveau l’attente', dueIn: 20, owner: 'agent' },
    ],
    figures: [
      {
        ...{ label: 'Attente moyenne, lundi matin', value: 38, unit: 'minutes' },
        ...{ daysAgo: 12, by: 'agent' },
      },
    ],
    links: [
      {
        label: 'Devis de la borne à tickets',
        address: 'https://www.valmont.example/devis-borne',
        by: 'owner',
      },
    ],
    comments: [
      {
        ...{ by: 'quality', daysAgo: 4, seen: true },
        body: '{manager}, le bon de commande des chaises est-il parti ?',
      },
      {
        ...{ by: 'manager', daysAgo: 3 },
        body: 'Il attend la signature de la direction, je relance demain.',
      },
      {
        ...{ by: 'quality', daysAgo: 1 },
        body: '{owner}, pensez à prévenir l’accueil du jour de la pose.',
      },
    ],
  },
  {
    on: 'Prévenir la famille la veille de tout remplacement',
    steps: [
      { title: 'Relever les numéros à jour des familles', dueIn: -14 },
      { title: 'Écrire le message type avec deux familles', dueIn: -3 },
    ],
  },
  {
    on: 'Mettre le menu du dimanche au vote du conseil de la vie sociale',
    steps: [
      { title: 'Proposer trois menus avec la cuisine', done: [30, 'owner'] },
      { title: 'Tenir le vote', done: [14, 'owner'] },
    ],
    links: [
      {
        label: 'Compte rendu du conseil de la vie sociale',
        address: 'https://www.valmont.example/cvs-compte-rendu',
        by: 'owner',
      },
    ],
  },
];

/** The work on some of the actions of the demonstration. */
export async function seedWork(tx: EntityManager, cast: Cast): Promise<void> {
  for (const work of works) {
    const action = await tx.findOneByOrFail(Action, { title: work.on });
    await seedOne(tx, cast, action.id, work);
  }
}

async function seedOne(
  tx: EntityManager,
  { today, people }: Cast,
  actionId: string,
  { helps = [], steps, figures = [], links = [], comments = [] }: DemoWork,
): Promise<void> {
  for (const name of helps) {
    await tx.insert(ActionContributor, { actionId, personId: people[name] });
  }
  for (const [rank, { title, dueIn, owner, done }] of steps.entries()) {
    await tx.insert(ActionStep, {
      ...{ id: newId(), actionId, title, position: rank + 1 },
      dueOn: dueIn === undefined ? null : addDays(today, dueIn),
      ownerId: owner ? people[owner] : null,
      doneOn: done ? addDays(today, -done[0]) : null,
      doneBy: done ? people[done[1]] : null,
    });
  }
  for (const { label, value, unit, daysAgo, by } of figures) {
    const facts = { label, value, unit, day: addDays(today, -daysAgo), createdBy: people[by] };
    await tx.insert(ActionEvidence, { id: newId(), actionId, ...facts });
  }
  for (const { label, address, by } of links) {
    const facts = { label, address, createdBy: people[by] };
    await tx.insert(ActionEvidence, { id: newId(), actionId, ...facts });
  }
  for (const { by, daysAgo, body, seen } of comments) {
    const id = newId();
    const said = body.replace(/\{(\w+)\}/g, (_, name: PersonName) => markOf(people[name]));
    const createdAt = new Date(`${addDays(today, -daysAgo)}T09:30:00Z`);
    await tx.insert(ActionComment, { id, actionId, authorId: people[by], body: said, createdAt });
    for (const personId of mentionedIn(said)) {
      await tx.insert(ActionMention, { commentId: id, personId, seenAt: seen ? new Date() : null });
    }
  }
}

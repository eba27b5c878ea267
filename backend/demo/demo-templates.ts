import type { EntityManager } from 'typeorm';
import { v7 as newId } from 'uuid';
import { ActionTemplate } from '../actions/action-template.entity.js';
import type { TemplateContentDto } from '../actions/action-templates.dto.js';

/** What actions may start from in the demonstration. */
const templates: Record<string, TemplateContentDto> = {
  'Former une équipe': {
    kind: 'preventive',
    title: 'Former l’équipe à…',
    description: 'Une demi-journée, sur le lieu de travail, à partir de situations vécues.',
    criterion: 'Trois mois après, la situation n’a plus été signalée.',
    checkDays: 90,
    participation: 'consulted',
    days: 90,
    steps: [
      { title: 'Recueillir deux ou trois situations vécues', afterDays: 14 },
      { title: 'Choisir la date et qui anime', afterDays: 30 },
      { title: 'Tenir la demi-journée', afterDays: 75 },
      { title: 'Demander à chacun ce qui va changer', afterDays: 90 },
    ],
  },
  'Rendre une information lisible': {
    kind: 'corrective',
    title: 'Réécrire … en facile à lire',
    description: 'Une idée par phrase, un dessin à côté. Fait lire par les personnes concernées.',
    criterion: 'Cinq personnes sur cinq disent avec leurs mots ce qu’elles ont compris.',
    participation: 'co_built',
    days: 45,
    steps: [
      { title: 'Écrire un premier texte', afterDays: 10 },
      { title: 'Le faire lire à cinq personnes', afterDays: 25 },
      { title: 'Corriger, imprimer, remplacer l’ancien partout', afterDays: 45 },
    ],
  },
  'Réparer un équipement': {
    kind: 'immediate',
    title: 'Réparer…',
    description: 'Mettre en sécurité d’abord, prévenir les personnes, puis réparer.',
    days: 15,
    steps: [
      { title: 'Mettre en sécurité et le signaler sur place', afterDays: 0 },
      { title: 'Demander l’intervention', afterDays: 2 },
      { title: 'Constater la réparation', afterDays: 15 },
    ],
  },
};

/** Writes the ready-made templates. */
export async function seedTemplates(tx: EntityManager, createdBy: string): Promise<void> {
  for (const [name, content] of Object.entries(templates)) {
    await tx.insert(ActionTemplate, { id: newId(), name, content, createdBy });
  }
}

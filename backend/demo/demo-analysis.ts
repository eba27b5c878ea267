import type { EntityManager } from 'typeorm';
import { v7 as newId } from 'uuid';
import { AnalysisFeedback } from '../analyses/analysis-feedback.entity.js';
import { Analysis } from '../analyses/analysis.entity.js';
import { Cause } from '../analyses/cause.entity.js';
import { Participant } from '../analyses/participant.entity.js';
import type { Branch, CauseStatus, ParticipantKind } from '../domain/analysis.js';
import { newReference } from '../domain/codes.js';
import { addDays } from '../domain/days.js';
import type { Cast } from './seed.js';

interface DemoCause {
  branch: Branch;
  wording: string;
  status?: CauseStatus;
  evidence?: string;
  whys?: Omit<DemoCause, 'branch'>[];
}

/** Standing in the waiting room, and asked three times for the same papers: their ranks. */
const voices = [0, 5];

const team: { kind: ParticipantKind; name?: string }[] = [
  { kind: 'user' },
  { kind: 'user', name: 'Membre du conseil de la vie sociale' },
  { kind: 'professional', name: 'Camille Fontaine, accueil' },
  { kind: 'manager', name: 'Dominique Perrin' },
  { kind: 'partner', name: 'Mission locale' },
];

const causes: DemoCause[] = [
  {
    ...{ branch: 'methods', status: 'verified' },
    wording: 'Personne ne sait qui passe avant qui',
    evidence: 'Observation des lundis 2 et 9 : sept échanges de place sur trente personnes',
    whys: [
      {
        wording: 'Rendez-vous et visites sans rendez-vous attendent dans la même file',
        whys: [{ wording: 'Les horaires de rendez-vous n’ont pas changé depuis l’ouverture' }],
      },
    ],
  },
  {
    branch: 'information',
    wording: 'Un dossier sur trois arrive incomplet',
    status: 'verified',
    evidence: 'Trente dossiers relus : onze incomplets',
    whys: [
      {
        wording: 'La liste des papiers n’est pas la même sur le site et à l’accueil',
        whys: [{ wording: 'Aucun service n’est chargé de la tenir à jour' }],
      },
    ],
  },
  { branch: 'environment', wording: 'Quatre chaises pour vingt personnes le lundi' },
  { branch: 'equipment', wording: 'Le copieur de l’accueil est en panne un jour sur cinq' },
  {
    branch: 'people',
    wording: 'Il manque un agent le lundi',
    status: 'discarded',
    evidence: 'Planning d’octobre : trois agents présents chaque lundi',
  },
];

/** One analysis at work, that covers two of the feedback `seeded`. */
export async function seedAnalysis(tx: EntityManager, cast: Cast, seeded: string[]): Promise<void> {
  const id = newId();
  const by = { id: cast.people.quality };
  await tx.insert(Analysis, {
    ...{ id, unitId: cast.units.desk, createdBy: by.id },
    reference: `C${newReference(cast.today)}`,
    title: 'Pourquoi attend-on quarante minutes debout à l’accueil ?',
    problem:
      'Le lundi matin surtout. Deux fiches en un mois, et neuf avis mécontents sur l’attente.',
    notes: 'Une heure et demie, tour de table puis visite de la salle d’attente.',
    heldOn: addDays(cast.today, -6),
  });
  await tx.insert(
    AnalysisFeedback,
    voices.map((rank) => ({ analysisId: id, feedbackId: seeded[rank] ?? '' })),
  );
  await tx.insert(
    Participant,
    team.map((one) => ({ id: newId(), analysisId: id, ...one })),
  );
  for (const { branch, ...cause } of causes) await seedCause(tx, id, branch, cause, null);
  await cast.journal.write(tx, by, 'analysis.open', id);
}

async function seedCause(
  tx: EntityManager,
  analysisId: string,
  branch: Branch,
  { whys = [], ...facts }: Omit<DemoCause, 'branch'>,
  parentId: string | null,
): Promise<void> {
  const id = newId();
  await tx.insert(Cause, { id, analysisId, branch, parentId, ...facts });
  for (const why of whys) await seedCause(tx, analysisId, branch, why, id);
}

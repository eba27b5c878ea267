import { foldText } from './import-fields.js';

/** What a column of a plan's sheet can be for an action; `title` alone is needed. */
export const planFields = [
  'reference',
  'externalId',
  'objective',
  'title',
  'owner',
  'service',
  'dueOn',
  'startOn',
  'doneOn',
  'progress',
  'state',
  'kind',
  'origin',
  'rationale',
  'description',
  'criterion',
  'cost',
  'effortDays',
  'weight',
  'stakeholders',
  'participants',
  'skills',
  'levers',
  'obstacles',
] as const;
export type PlanField = (typeof planFields)[number];

/** The fields whose cells are one of a list, so that each word of the sheet needs a meaning. */
export const planChosenFields = [
  'owner',
  'service',
  'state',
  'kind',
] as const satisfies readonly PlanField[];
export type PlanChosenField = (typeof planChosenFields)[number];

/** How many rows of a sheet are looked at for its titles: few have more words above them. */
const titleRows = 30;

/** How titles of columns are written in the field, folded; a word stands for titles that hold it. */
const titles: Record<PlanField, string[]> = {
  reference: ['reference boucle', 'boucle reference'],
  externalId: ['n°', 'no', 'numero', 'num', 'id', 'identifiant', 'ref', 'reference', 'code'],
  objective: [
    ...['axe', 'axes', 'objectif', 'objectifs', 'axe/objectif', 'axe / objectif', 'orientation'],
    ...['axe strategique', 'objectif strategique', 'objective', 'goal', 'domaine', 'chapitre'],
  ],
  title: [
    ...['action', 'actions', "intitule de l'action", 'intitule', "libelle de l'action", 'libelle'],
    ...["nom de l'action", 'action a mener', 'actions a mener', 'mesure', 'titre', 'title'],
  ],
  owner: [
    ...['pilote', 'responsable', 'qui', 'referent', 'referente', "pilote de l'action", 'porteur'],
    ...['porteuse', 'owner', 'lead', 'pilotes', 'pilotage'],
  ],
  service: ['service', 'unite', 'etablissement', 'structure', 'site', 'pole', 'direction', 'unit'],
  dueOn: [
    ...['echeance', 'echeances', 'date limite', 'delai', 'delais', 'pour le', 'date de fin', 'fin'],
    ...['fin prevue', 'date prevue', "date d'echeance", 'due', 'due date', 'deadline', 'quand'],
  ],
  startOn: ['debut', 'date de debut', 'demarrage', 'debut prevu', 'start', 'lancement'],
  doneOn: ['realise le', 'fait le', 'faite le', 'date de realisation', 'fin reelle', 'done on'],
  progress: [
    ...['avancement', '%', "taux d'avancement", "% d'avancement", 'progression', 'progress'],
    ...['taux de realisation', '% realise'],
  ],
  state: [
    'etat',
    'etape',
    'statut',
    'etat d’avancement',
    "etat d'avancement",
    'status',
    'state',
    'suivi',
  ],
  kind: ['type', "type d'action", 'nature', 'kind'],
  origin: ['origine', 'source', 'origin', 'provenance', 'issue de', 'reference has', 'critere has'],
  rationale: ['constat', 'constats', 'pourquoi', 'contexte', 'justification', 'enjeu', 'rationale'],
  description: [
    ...['description', 'detail', 'details', 'modalites', 'descriptif', 'contenu', 'comment'],
    ...['modalites de mise en oeuvre', 'etapes'],
  ],
  criterion: [
    ...['indicateur', 'indicateurs', 'critere', 'criteres', 'indicateur de resultat', 'evaluation'],
    ...['indicateur/critere', 'indicateurs de suivi', "critere d'efficacite", 'criterion'],
  ],
  cost: ['budget', 'cout', 'couts', 'cout previsionnel', 'montant', 'cost', 'budget previsionnel'],
  effortDays: ['charge', 'temps', 'temps agent', 'jours', 'etp', 'effort'],
  weight: ['poids', 'ponderation', 'coefficient', 'weight'],
  stakeholders: [
    ...['partenaires', 'partenaire', 'acteurs', 'parties prenantes', 'associes', 'contributeurs'],
    ...['personnes associees', 'stakeholders'],
  ],
  participants: ['usagers', 'participation des usagers', 'usagers associes', 'participants'],
  skills: ['moyens', 'ressources', 'moyens humains', 'competences', 'skills', 'resources'],
  levers: ['leviers', 'points forts', 'levers'],
  obstacles: ['freins', 'difficultes', 'obstacles', 'risques', 'points de vigilance'],
};

/** A sensible guess of what each column is, each field being given once. */
export function guessPlanFields(header: string[]): (PlanField | '')[] {
  const folded = header.map(foldText);
  const guess = folded.map((): PlanField | '' => '');
  const give = (fits: (title: string, word: string) => boolean): void => {
    for (const field of planFields) {
      if (guess.includes(field)) continue;
      const at = folded.findIndex(
        (title, index) => guess[index] === '' && titles[field].some((word) => fits(title, word)),
      );
      if (at >= 0) guess[at] = field;
    }
  };
  // Whole titles first: « Type d'action » is a type, unless some other column is just that.
  give((title, word) => title === word);
  give((title, word) => word.length > 3 && title.split(/[^a-z0-9]+/).includes(word));
  return guess;
}

/**
 * The row that bears the titles: the first of those that name the most columns, since words about
 * the plan stand above it; the first row that says something where none names an action.
 */
export function findTitles(rows: string[][]): number {
  const first = rows.findIndex((cells) => cells.some((cell) => cell.trim() !== ''));
  const counted = rows.slice(0, titleRows).map((cells, at) => {
    const guess = guessPlanFields(cells);
    return { at, known: guess.includes('title') ? guess.filter(Boolean).length : 0 };
  });
  const best = counted.reduce((one, other) => (other.known > one.known ? other : one), {
    ...{ at: Math.max(first, 0), known: 1 },
  });
  return best.at;
}

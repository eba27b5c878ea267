/** What a column of a file can be for a feedback. */
export const importFields = [
  'body',
  'kind',
  'title',
  'receivedOn',
  'service',
  'channel',
  'reporter',
  'theme',
  'severity',
  'name',
  'email',
  'phone',
  'externalId',
] as const;
export type ImportField = (typeof importFields)[number];

/** The fields whose cells are one of a list, so that each word of the file needs a meaning. */
export const chosenFields = [
  'kind',
  'service',
  'channel',
  'reporter',
  'theme',
  'severity',
] as const satisfies readonly ImportField[];
export type ChosenField = (typeof chosenFields)[number];

/** The fields that name somebody: kept apart from the feedback, and purged. */
export const identityFields: readonly ImportField[] = ['name', 'email', 'phone'];

/** The most rows and columns that one file may bring, and how many rows are shown beforehand. */
export const rowMaximum = 20_000;
export const columnMaximum = 100;
export const previewRows = 10;

/** What a file brings in. */
export const importKinds = ['feedback', 'plan'] as const;
export type ImportKind = (typeof importKinds)[number];

export const importStates = ['draft', 'running', 'done'] as const;
export type ImportState = (typeof importStates)[number];

/** What became of one line of a file. */
export const lineOutcomes = ['added', 'already_there', 'refused'] as const;
export type LineOutcome = (typeof lineOutcomes)[number];

/** How titles of columns are written in the field, folded; a word stands for titles that hold it. */
const titles: Record<ImportField, string[]> = {
  externalId: [
    'id',
    'identifiant',
    'numero',
    'n°',
    'no',
    'ref',
    'reference',
    'external id',
    'code',
  ],
  body: [
    'texte',
    'description',
    'verbatim',
    'commentaire',
    'commentaires',
    'message',
    'contenu',
    'observation',
    'observations',
    'avis',
    'expression',
    'faits',
    'body',
    'text',
    'comment',
    'comments',
    'content',
    'details',
    'detail',
    'remarque',
    'remarques',
  ],
  kind: [
    'type',
    'nature',
    'ressenti',
    'kind',
    'sentiment',
    'appreciation',
    'categorie',
    'category',
  ],
  title: ['titre', 'objet', 'sujet', 'intitule', 'title', 'subject', 'resume'],
  receivedOn: [
    'date',
    'recue le',
    'recu le',
    'jour',
    'ecrit le',
    'received on',
    'received',
    'horodateur',
    'timestamp',
    'date de reception',
  ],
  service: [
    'service',
    'unite',
    'etablissement',
    'structure',
    'site',
    'lieu',
    'unit',
    'department',
    'pole',
    'direction',
  ],
  channel: ['canal', 'mode', 'moyen', 'channel', 'origine', 'source', 'voie'],
  reporter: [
    'declarant',
    'qui parle',
    'qualite',
    'auteur',
    'reporter',
    'profil',
    'who speaks',
    'statut',
  ],
  theme: ['thematique', 'theme', 'themes', 'topic', 'motif', 'domaine'],
  severity: ['gravite', 'severite', 'severity', 'criticite', 'niveau', 'urgence'],
  name: ['nom', 'name', 'prenom', 'nom et prenom', 'pseudonyme', 'usager', 'identite'],
  email: ['courriel', 'mail', 'e-mail', 'email', 'adresse electronique', 'adresse mail'],
  phone: ['telephone', 'tel', 'phone', 'portable', 'mobile'],
};

/** A text without what people write in many ways: case, accents, spaces, typographic apostrophes. */
export function foldText(text: string): string {
  const plain = text.normalize('NFD').replace(/[\u0300-\u036f]/g, '');
  return plain
    .toLowerCase()
    .replace(/[’‘]/g, `'`)
    .replace(/[\s_]+/g, ' ')
    .trim();
}

/** A sensible guess of what each column is, each field being given once. */
export function guessFields(header: string[]): (ImportField | '')[] {
  const folded = header.map(foldText);
  const guess = folded.map((): ImportField | '' => '');
  const give = (fits: (title: string, word: string) => boolean): void => {
    for (const field of importFields) {
      if (guess.includes(field)) continue;
      const at = folded.findIndex(
        (title, index) => guess[index] === '' && titles[field].some((word) => fits(title, word)),
      );
      if (at >= 0) guess[at] = field;
    }
  };
  // Whole titles first: « Nom du service » is a service, unless some other column is just that.
  give((title, word) => title === word);
  give((title, word) => word.length > 2 && title.split(/[^a-z0-9]+/).includes(word));
  return guess;
}

import { channels, feedbackKinds, reporterKinds, severities } from './feedback.js';
import type { Day } from './days.js';
import { foldText, type ChosenField } from './import-fields.js';
import { words as english } from './words.en.js';
import { words as french } from './words.fr.js';

/** The codes that a cell of these fields can mean; a service and a theme are an organisation's own. */
export type CodedField = Exclude<ChosenField, 'service' | 'theme'>;
export const codes: Record<CodedField, readonly string[]> = {
  kind: feedbackKinds,
  channel: channels,
  reporter: reporterKinds,
  severity: severities.map(String),
};

/** Other words that files have for them, folded. */
const synonyms: Record<CodedField, Record<string, string[]>> = {
  kind: {
    anomaly: [
      'dysfonctionnement',
      'incident',
      'evenement indesirable',
      'probleme',
      'problem',
      'signalement',
    ],
    suggestion: [
      'neutre',
      'neutral',
      'idee',
      'proposition',
      'amelioration',
      'idea',
      "suggestion d'amelioration",
    ],
    complaint: [
      'negatif',
      'negative',
      'plainte',
      'mecontentement',
      'insatisfaction',
      'insatisfait',
      'grievance',
    ],
    compliment: [
      'positif',
      'positive',
      'merci',
      'satisfaction',
      'satisfait',
      'felicitations',
      'praise',
    ],
  },
  channel: {
    front_desk: [
      'accueil',
      'guichet',
      'sur place',
      'front desk',
      'desk',
      'registre',
      "a l'accueil",
    ],
    phone: ['telephone', 'tel', 'phone', 'appel'],
    mail: ['courrier', 'lettre', 'papier', 'letter', 'post', 'mail postal'],
    email: ['courriel', 'e-mail', 'email', 'mel', 'mail'],
    web: ['internet', 'site', 'site internet', 'formulaire', 'web', 'en ligne', 'online'],
    kiosk: ['borne', 'tablette', 'kiosk'],
    wall: ["mur d'expression", 'mur', 'wall'],
    survey: ['enquete', 'questionnaire', 'survey'],
    workshop: ['atelier', 'workshop'],
    meeting: ['reunion', 'cvs', 'conseil de la vie sociale', 'meeting'],
  },
  reporter: {
    user: [
      'usager',
      'usagere',
      'resident',
      'residente',
      'beneficiaire',
      'patient',
      'user',
      'client',
    ],
    relative: ['proche', 'famille', 'aidant', 'aidante', 'relative', 'family', 'carer'],
    professional: ['professionnel', 'professionnelle', 'agent', 'salarie', 'professional', 'staff'],
    partner: ['partenaire', 'partner'],
    official: ['elu', 'elue', 'official'],
  },
  severity: {
    '1': ['1', 'faible', 'mineure', 'mineur', 'legere', 'low', 'minor'],
    '2': ['2', 'moyenne', 'moyen', 'moderee', 'medium', 'moderate'],
    '3': ['3', 'forte', 'elevee', 'majeure', 'majeur', 'high', 'major'],
    '4': ['4', 'critique', 'tres grave', 'critical'],
  },
};

const meanings = Object.fromEntries(
  (Object.keys(codes) as CodedField[]).map((field) => [field, meaningsOf(field)]),
) as Record<CodedField, Map<string, string>>;

/** The code that a cell means, or nothing where its word is not known. */
export function codeOf(field: CodedField, text: string): string | undefined {
  return meanings[field].get(foldText(text));
}

function meaningsOf(field: CodedField): Map<string, string> {
  const spoken = [french[field], english[field]] as Record<string, string>[];
  return new Map(
    codes[field].flatMap((code) =>
      [...spoken.map((words) => words[code] ?? code), ...(synonyms[field][code] ?? [])].map(
        (word): [string, string] => [foldText(word), code],
      ),
    ),
  );
}

const months = [
  ...['janvier', 'fevrier', 'mars', 'avril', 'mai', 'juin'],
  ...['juillet', 'aout', 'septembre', 'octobre', 'novembre', 'decembre'],
];

/** The day that a cell means: ISO, as the French write it, or spelled; nothing where it is no day. */
export function dayOf(text: string): Day | undefined {
  const folded = foldText(text);
  const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})(?:[t ].*)?$/.exec(folded);
  if (iso) return day(iso[1], iso[2], iso[3]);
  const french = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4}|\d{2})(?: .*)?$/.exec(folded);
  if (french) return day(french[3], french[2], french[1]);
  const spelled = /^(?:[a-z]+ )?(\d{1,2})(?:er)? ([a-z]+) (\d{4})$/.exec(folded);
  const month = months.indexOf(spelled?.[2] ?? '');
  return spelled && month >= 0 ? day(spelled[3], `${month + 1}`, spelled[1]) : undefined;
}

function day(year = '', month = '', date = ''): Day | undefined {
  const full = year.length === 2 ? `20${year}` : year;
  const written = `${full}-${month.padStart(2, '0')}-${date.padStart(2, '0')}`;
  const valid = full >= '1900' && new Date(written).toJSON()?.startsWith(written);
  return valid ? written : undefined;
}

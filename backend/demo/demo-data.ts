import type { ActionKind, ActionState } from '../domain/action.js';
import type {
  Channel,
  FeedbackKind,
  FeedbackState,
  Frequency,
  ReporterKind,
  Severity,
} from '../domain/feedback.js';
import type { Role } from '../domain/permissions.js';
import type { Smiley } from '../domain/satisfaction.js';
import type { UnitKind } from '../domain/units.js';

/** Plainly invented: no such town, no such people. */
export const organizationName = 'CCAS de Valmont-sur-Lys';

export type UnitName = keyof typeof units;
export const units = {
  desk: ['Accueil central', 'reception'],
  home: ['Aide à domicile', 'home_help'],
  lindens: ['Résidence Les Tilleuls', 'care_home'],
  park: ['SESSAD du Parc', 'sessad'],
} as const satisfies Record<string, [name: string, kind: UnitKind]>;

export type PersonName = keyof typeof people;
export const people = {
  agent: { name: 'Camille Fontaine', email: 'agent@valmont.example', role: 'agent', unit: 'desk' },
  manager: {
    name: 'Dominique Perrin',
    email: 'responsable@valmont.example',
    role: 'manager',
    unit: 'desk',
  },
  quality: {
    name: 'Dany Morel',
    email: 'qualite@valmont.example',
    role: 'quality_manager',
    unit: null,
  },
  owner: { name: 'Andréa Roussel', email: 'pilote@valmont.example', role: 'agent', unit: 'home' },
  elected: { name: 'Alix Garnier', email: 'elu@valmont.example', role: 'elected', unit: null },
  administrator: {
    name: 'Sacha Lemaire',
    email: 'admin@valmont.example',
    role: 'administrator',
    unit: null,
  },
} as const satisfies Record<
  string,
  { name: string; email: string; role: Role; unit: UnitName | null }
>;

/** What an account is for, as the first page of the terminal says it. */
export const accountRoles: Record<PersonName, string> = {
  agent: 'front-desk agent',
  manager: 'service manager',
  quality: 'quality manager',
  owner: 'action owner',
  elected: 'elected official',
  administrator: 'administrator',
};

/** One feedback of the demonstration; days are counted back from today. */
export interface DemoFeedback {
  kind: FeedbackKind;
  state: FeedbackState;
  unit: UnitName;
  channel: Channel;
  reporter: ReporterKind;
  daysAgo: number;
  body: string;
  /** The rank of its theme in the organisation's list, and its rating, once qualified. */
  theme?: number;
  severity?: Severity;
  frequency?: Frequency;
  email?: string;
  answer?: string;
  dismissal?: string;
  action?: DemoAction;
}

export interface DemoAction {
  kind: ActionKind;
  state: ActionState;
  title: string;
  owner: PersonName;
  /** Days from today, negative for the past. */
  dueIn: number;
  progress: number;
  criterion: string;
  doneDaysAgo?: number;
}

export const feedback: DemoFeedback[] = [
  {
    ...{ kind: 'anomaly', state: 'in_progress', unit: 'desk', channel: 'front_desk' },
    ...{ reporter: 'user', daysAgo: 24, theme: 0, severity: 2, frequency: 3 },
    body: 'J’ai attendu quarante minutes debout avec ma fille. Il n’y a que quatre chaises, et personne ne sait qui passe avant qui.',
    action: {
      ...{ kind: 'corrective', state: 'in_progress', owner: 'owner', dueIn: 0, progress: 40 },
      title: 'Installer une file d’attente à tickets et six chaises',
      criterion: 'Plus aucune fiche sur l’attente debout pendant deux mois',
    },
  },
  {
    ...{ kind: 'complaint', state: 'in_progress', unit: 'home', channel: 'phone' },
    ...{ reporter: 'relative', daysAgo: 41, theme: 1, severity: 3, frequency: 2 },
    email: 'famille@exemple.example',
    body: 'L’aide à domicile de ma mère a changé trois fois ce mois-ci sans que personne nous prévienne. Elle n’ouvre plus la porte.',
    action: {
      ...{ kind: 'corrective', state: 'planned', owner: 'owner', dueIn: -9, progress: 0 },
      title: 'Prévenir la famille la veille de tout remplacement',
      criterion: 'Neuf familles sur dix prévenues la veille, sur un mois',
    },
  },
  {
    ...{ kind: 'suggestion', state: 'in_progress', unit: 'lindens', channel: 'meeting' },
    ...{ reporter: 'user', daysAgo: 63, theme: 6, severity: 1, frequency: 1 },
    body: 'On aimerait choisir le menu du dimanche une fois par mois, comme avant les travaux.',
    action: {
      ...{ kind: 'improvement', state: 'done', owner: 'owner', dueIn: -12, progress: 100 },
      ...{ doneDaysAgo: 14 },
      title: 'Mettre le menu du dimanche au vote du conseil de la vie sociale',
      criterion: 'Le vote a eu lieu et le menu choisi a été servi',
    },
  },
  {
    ...{ kind: 'anomaly', state: 'closed', unit: 'desk', channel: 'web' },
    ...{ reporter: 'user', daysAgo: 88, theme: 3, severity: 3, frequency: 2 },
    email: 'usager@exemple.example',
    body: 'La porte automatique se referme trop vite : mon fauteuil a été coincé.',
    answer:
      'Bonjour, merci de nous avoir prévenus. La porte a été réglée le lendemain : elle reste ouverte douze secondes. Nous l’avons essayée avec deux personnes en fauteuil.',
    action: {
      ...{ kind: 'immediate', state: 'verified', owner: 'manager', dueIn: -80, progress: 100 },
      ...{ doneDaysAgo: 84 },
      title: 'Régler la fermeture de la porte automatique',
      criterion: 'Essai avec deux personnes en fauteuil',
    },
  },
  {
    ...{ kind: 'suggestion', state: 'in_progress', unit: 'park', channel: 'email' },
    ...{ reporter: 'relative', daysAgo: 35, theme: 2, severity: 1, frequency: 1 },
    body: 'Un planning avec des photos des intervenants aiderait mon fils à savoir qui vient le chercher.',
    action: {
      ...{ kind: 'improvement', state: 'in_progress', owner: 'owner', dueIn: 6, progress: 60 },
      title: 'Créer un planning en images avec les familles',
      criterion: 'Huit familles sur dix disent s’en servir',
    },
  },
  {
    ...{ kind: 'complaint', state: 'qualified', unit: 'desk', channel: 'mail' },
    ...{ reporter: 'user', daysAgo: 12, theme: 4, severity: 3, frequency: 2 },
    email: 'courrier@exemple.example',
    body: 'On m’a demandé trois fois les mêmes papiers pour mon dossier d’aide facultative. La troisième fois, on m’a dit que la première copie était perdue.',
  },
  {
    ...{ kind: 'anomaly', state: 'qualified', unit: 'lindens', channel: 'front_desk' },
    ...{ reporter: 'professional', daysAgo: 8, theme: 6, severity: 4, frequency: 1 },
    body: 'Deux appels malades n’ont pas sonné dans la nuit de samedi, chambres du deuxième étage.',
  },
  {
    ...{ kind: 'anomaly', state: 'received', unit: 'desk', channel: 'web' },
    ...{ reporter: 'user', daysAgo: 3 },
    email: 'reponse@exemple.example',
    body: 'Le numéro de téléphone affiché sur la porte n’est plus le bon. J’ai appelé quatre fois avant de comprendre.',
  },
  {
    ...{ kind: 'suggestion', state: 'received', unit: 'desk', channel: 'front_desk' },
    ...{ reporter: 'partner', daysAgo: 2 },
    body: 'Pourriez-vous afficher les permanences de la mission locale à côté des vôtres ? Nos publics se croisent.',
  },
  {
    ...{ kind: 'complaint', state: 'received', unit: 'home', channel: 'phone' },
    ...{ reporter: 'relative', daysAgo: 1 },
    body: 'Mon père a reçu une facture pour des heures qui n’ont pas été faites pendant son hospitalisation.',
  },
  {
    ...{ kind: 'compliment', state: 'received', unit: 'lindens', channel: 'mail' },
    ...{ reporter: 'relative', daysAgo: 1 },
    body: 'Merci à toute l’équipe de nuit pour sa douceur pendant les derniers jours de notre mère.',
  },
  {
    ...{ kind: 'suggestion', state: 'received', unit: 'park', channel: 'web' },
    ...{ reporter: 'relative', daysAgo: 0 },
    body: 'Un compte rendu court après chaque séance nous aiderait à continuer à la maison.',
  },
  {
    ...{ kind: 'anomaly', state: 'dismissed', unit: 'desk', channel: 'web' },
    ...{ reporter: 'user', daysAgo: 30 },
    body: 'Le lampadaire de la rue des Peupliers clignote toute la nuit.',
    dismissal:
      'L’éclairage public dépend des services techniques de la mairie : nous leur avons transmis votre message.',
  },
  {
    ...{ kind: 'compliment', state: 'closed', unit: 'desk', channel: 'front_desk' },
    ...{ reporter: 'user', daysAgo: 50, theme: 0, severity: 1, frequency: 1 },
    body: 'La dame de l’accueil a pris le temps de m’expliquer le formulaire ligne par ligne. Merci.',
    answer: 'Merci à vous. Nous avons lu votre mot à toute l’équipe.',
  },
];

/** How many chose each smiley, by unit: good, medium, bad. */
export const smiles: Record<UnitName, [good: number, medium: number, bad: number]> = {
  desk: [41, 12, 9],
  home: [18, 6, 4],
  lindens: [22, 3, 2],
  park: [2, 1, 0],
};

/** Why some of them chose it; the others gave no reason. */
export const reasons: Record<UnitName, Partial<Record<Smiley, string[]>>> = {
  desk: {
    good: [
      'On m’a expliqué mon courrier ligne par ligne.',
      'La dame de l’accueil se souvenait de moi.',
      'Reçu tout de suite, avec le sourire.',
    ],
    medium: [
      'Bon accueil, mais personne ne sait qui passe avant qui.',
      'Il a fallu revenir : il me manquait un papier.',
    ],
    bad: [
      'Quarante minutes debout.',
      'On parle de ses problèmes devant toute la salle.',
      'Le numéro affiché sur la porte ne répond pas.',
    ],
  },
  home: {
    good: ['Toujours à l’heure, et douce avec mon mari.'],
    medium: ['Les horaires changent sans prévenir.'],
    bad: ['Trois personnes différentes en un mois.', 'Personne n’est venu le jour férié.'],
  },
  lindens: {
    good: ['Les ateliers du jeudi font du bien à maman.', 'On nous appelle quand il faut.'],
    bad: ['Le dimanche soir, il n’y a plus personne à qui parler.'],
  },
  park: { medium: ['Le parking est loin avec une poussette.'] },
};

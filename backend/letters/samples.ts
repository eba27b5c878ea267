import { newsLetter } from '../actions/actions.mails.js';
import type { Language } from '../domain/languages.js';
import {
  acknowledgement,
  answerLetter,
  closingLetter,
  transferLetter,
} from '../feedback/feedback.mails.js';
import type { LetterKind } from '../mail/letter.entity.js';
import type { Write } from '../mail/outbox.js';
import { invitation } from '../people/people.mails.js';
import { scorecardLetter } from '../scorecards/scorecards.mails.js';
import { surveyInvitation, surveyReminder } from '../surveys/surveys.mails.js';
import { sampleDigest } from './sample-digest.js';

/** Where the links of a sample lead: they look like the real ones and open nothing. */
export type Links = (path: string) => string;

/** What stands in a sample, in the words of the one who wrote it. */
export interface Sample {
  /** Who reads such letters. */
  reader: 'member' | 'public';
  write: (links: Links, words: SampleWords) => Write;
}

/** What people write in a letter: in their own language, which is not translated. */
export interface SampleWords {
  name: string;
  answer: string;
  comment: string;
  question: string;
}

const said = {
  email: 'prenom.nom@exemple.example',
  reference: '26-7K3QX9',
  unit: 'Accueil central',
  receivedOn: '2026-11-16',
};
const followUp = '/suivi/EXEM-PLE0-0000';

/** A letter of each kind, written by the very function that writes the real ones. */
export const samples: Record<LetterKind, Sample> = {
  acknowledgement: {
    reader: 'public',
    write: (links) => (head) =>
      acknowledgement(head, { ...said, code: 'EXEM-PLE0-0000', link: links(followUp) }),
  },
  answer: {
    reader: 'public',
    write:
      (_, { name, answer: body }) =>
      (head) =>
        answerLetter(head, { ...said, name, body }),
  },
  transfer: {
    reader: 'public',
    write:
      (_, { name }) =>
      (head) =>
        transferLetter(head, {
          ...{ ...said, name, partner: 'Maison France services de Valmont' },
          contact: '01 99 00 12 34',
        }),
  },
  news: {
    reader: 'public',
    write:
      (links, { name }) =>
      (head) =>
        newsLetter(head, {
          ...{ ...said, name, link: links(followUp), unsubscribe: links(followUp) },
          actions: [
            { kind: 'immediate', state: 'done' },
            { kind: 'corrective', state: 'in_progress' },
          ],
        }),
  },
  closing: {
    reader: 'public',
    write:
      (links, { name }) =>
      (head) =>
        closingLetter(head, { ...said, name, link: links(followUp) }),
  },
  invitation: {
    reader: 'member',
    write:
      (links, { name }) =>
      (head) =>
        invitation(head, {
          ...{ name, email: said.email, role: 'manager', unit: said.unit },
          ...{ inviter: 'Inès Exemple', link: links('/invitation/exemple') },
        }),
  },
  digest: {
    reader: 'member',
    write: (links, { name }) => sampleDigest(links, { name, email: said.email }),
  },
  scorecard: {
    reader: 'member',
    write:
      (links, { name, comment }) =>
      (head) =>
        scorecardLetter(head, {
          ...{ name, email: said.email, title: 'Qualité de l’accueil, 3e trimestre 2026' },
          ...{ from: '2026-07-01', to: '2026-09-30', comment, publisher: 'Inès Exemple' },
          link: links('/tableaux-de-bord/exemple'),
        }),
  },
  survey_invitation: {
    reader: 'public',
    write:
      (links, { question }) =>
      (head) =>
        surveyInvitation(head, { ...invited(links), question, reminds: true }),
  },
  survey_reminder: {
    reader: 'public',
    write:
      (links, { question }) =>
      (head) =>
        surveyReminder(head, { ...invited(links), question }),
  },
};

/** Somebody who is asked for their opinion. */
function invited(links: Links) {
  return {
    ...{ email: said.email, unit: said.unit, endsOn: '2026-12-08' },
    link: links('/avis/invite/exemple'),
    unsubscribe: links('/desabonnement/enquetes/exemple'),
  };
}

/** Words that are plainly invented, as somebody would write them in each language. */
export const wordsOf: Record<Language, SampleWords> = {
  fr: {
    name: 'Camille Exemple',
    answer:
      'Vous nous avez dit que la porte de l’accueil est trop lourde.\n\nElle a été réglée le 18 novembre, et nous avons posé une sonnette.\n\nInès Exemple, responsable de l’accueil',
    comment: 'Les délais de réponse raccourcissent. Les locaux restent le premier sujet.',
    question: 'Comment s’est passée votre dernière visite ?',
  },
  en: {
    name: 'Camille Sample',
    answer:
      'You told us that the door of the reception desk is too heavy.\n\nIt was adjusted on 18 November, and we added a bell.\n\nInès Sample, head of reception',
    comment: 'Answers come sooner. The premises remain the first subject.',
    question: 'How was your last visit?',
  },
  ar: {
    name: 'كميل مثال',
    answer: 'قلتم لنا إن باب الاستقبال ثقيل جدا.\n\nتم ضبطه يوم 18 نوفمبر وأضفنا جرسا.',
    comment: '',
    question: 'كيف كانت زيارتك الأخيرة؟',
  },
  uk: {
    name: 'Каміль Приклад',
    answer:
      'Ви сказали нам, що двері приймальні надто важкі.\n\nЇх відрегулювали 18 листопада, і ми додали дзвінок.',
    comment: '',
    question: 'Як пройшов ваш останній візит?',
  },
  pt: {
    name: 'Camille Exemplo',
    answer:
      'Disse-nos que a porta da receção é demasiado pesada.\n\nFoi afinada a 18 de novembro e colocámos uma campainha.',
    comment: '',
    question: 'Como correu a sua última visita?',
  },
};

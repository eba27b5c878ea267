import type { Translation } from '../i18n/words';
import type { words as french } from './surveys.fr';

export const words: Translation<typeof french> = {
  title: 'Surveys',
  lead: 'One question, three faces, and the reason if the person wants to give it.',
  write: 'Write a survey',
  empty: 'No survey yet',
  emptyText:
    'Write a simple question. Each service where you open it gets a public link, to put up or to send.',
  emptyReader: 'Those that the quality manager writes will come here, with their public links.',
  campaigns_zero: 'Open in no service',
  campaigns_one: 'Open in {{count}} service',
  campaigns_other: 'Open in {{count}} services',
  opened: 'Opened on {{day}}',
  openIn: 'Open in a service',
  openTitle: 'Open “{{title}}” in a service',
  openLead: 'The survey is open from today, with a public link. Answers are anonymous.',
  unit: 'Service',
  chooseUnit: 'Choose a service',
  everywhere: 'This survey is already open in all your services.',
  openVerb: 'Open the survey',
  openedIn: 'The survey is open: {{unit}}.',
  notOpen: 'Nobody can answer yet. Open the survey in a service to get a link.',
  notOpenReader: 'This survey is open in none of your services.',
  link: 'Public link',
  why: 'Why',
  newestReasons: 'The {{count}} newest reasons.',
  form: {
    title: 'Write a survey',
    name: 'Title',
    nameHint: 'To find it here: “Satisfaction at the front desk”.',
    question: 'Question',
    questionHint: 'What the public will read: “How were you welcomed today?”',
    save: 'Save the survey',
    saved: 'The survey is written. Now open it in a service.',
  },
};

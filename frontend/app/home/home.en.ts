import type { Translation } from '../i18n/words';
import type { words as french } from './home.fr';

export const words: Translation<typeof french> = {
  title: 'What awaits you',
  greeting: 'Hello {{name}}',
  nothing: 'Nothing awaits you today',
  nothingText: 'Feedback to qualify, actions you own and effects to verify will come here.',
  myActions: 'My actions',
  toVerify: 'Effects to verify',
  toQualify: 'Feedback to qualify',
  toAnswer: 'Answers to give',
  logged: 'What I reported',
  seeAll_one: 'See {{count}} more',
  seeAll_other: 'See the other {{count}}',
  late: 'Late',
};

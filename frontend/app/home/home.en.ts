import type { Translation } from '../i18n/words';
import type { words as french } from './home.fr';

export const words: Translation<typeof french> = {
  nagLoad: 'Load of reminders',
  title: 'What awaits me today',
  greeting: 'Hello {{name}}, today is {{day}}',
  nothing: 'Nothing awaits you today',
  nothingText: 'Feedback to qualify, actions you own and effects to verify will come here.',
  calls: 'You are mentioned',
  late: 'Late towards those who spoke',
  myActions: 'My actions',
  toVerify: 'Effects to verify',
  disowned: 'Owners to confirm or to change',
  toDecide: 'Later dates to decide on',
  toQualify: 'Feedback to qualify',
  toReceive: 'Feedback passed on to my services, to receive',
  toAsk: 'To ask: did the partner receive it?',
  toAnswer: 'Resolved feedback, to answer and close',
  logged: 'What I reported lately',
  seeAll: 'See all {{count}}',
};

import type { Translation } from '../i18n/words';
import type { words as french } from './wall.fr';

export const words: Translation<typeof french> = {
  title: 'Wall of expression',
  lead: 'The words that people agree to see shown, without their name, on the screen of your hall.',
  awaiting: 'To be read',
  awaitingText: 'These people agree to have their words shown. Read them, then decide.',
  noneAwaits: 'Nothing awaits your reading.',
  read: 'Read and decide',
  shown: 'On the wall',
  noneShown: 'Nothing is shown yet.',
  did: 'We did:',
  by: 'shown by {{name}}',
  onRecord: {
    title: 'Wall of expression',
    agreed: 'The person agrees to have their words shown without their name.',
    show: 'Show on the wall',
    change: 'Change',
    withdraw: 'Take off the wall',
    isShown: 'These words are on the wall.',
    wasShown: 'These words were taken off the wall.',
    again: 'Show again',
  },
  form: {
    title: 'Show on the wall',
    warning:
      'Everybody will read these words. Take out names and any detail by which somebody would be recognised: a date, an illness, a room, a family tie.',
    words: 'The words to show',
    wordsHint: '{{maximum}} signs at most. You may shorten; keep the meaning and the tone.',
    outcome: 'We did',
    outcomeHint: 'What has changed, in one sentence.',
    save: 'Show',
  },
  done: 'These words are on the wall.',
  withdrawn: 'These words are off the wall.',
};

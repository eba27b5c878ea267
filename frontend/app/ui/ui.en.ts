import type { Translation } from '../i18n/words';
import type { words as french } from './ui.fr';

export const words: Translation<typeof french> = {
  history: 'History',
  loading: 'Loading',
  retry: 'Try again',
  cancel: 'Cancel',
  close: 'Close',
  backToList: 'Back to the list',
  required: 'required',
  optional: 'optional',
  undo: 'Undo',
  undone: 'Undone.',
  toasts: 'Messages',
  dismissToast: 'Close this message',
  copy: {
    done: 'Copied',
    failed: 'It could not be copied. Select the text, then copy it.',
  },
  satisfaction: {
    answers: 'Answers',
    share: 'Share satisfied',
    interval: 'True share (95%)',
    between: '{{low}} to {{high}}',
    tooFew: 'Fewer than {{fewest}} answers: nothing is shown.',
  },
  publicLink: {
    copy: 'Copy the address',
    open: 'Open',
    newTab: 'new tab',
  },
  pager: {
    name: 'Pages of the list',
    results_one: '{{shown}} result',
    results_other: '{{shown}} results',
    range: '{{from}} to {{to}} of {{total}}',
    none: 'No result',
    previous: 'Previous page',
    next: 'Next page',
  },
  fieldError: {
    required: 'This must be filled in.',
    email: 'This address does not look complete. It looks like first.last@example.org.',
    minLength: 'A little short: {{minLength}} characters at least.',
    maxLength: 'Too long: {{maxLength}} characters at most.',
    min: 'The smallest possible number is {{min}}.',
    max: 'The largest possible number is {{max}}.',
    pattern: 'This is not written as expected.',
    other: 'This answer does not fit.',
  },
  thread: {
    name: 'Where it stands',
    compact: '{{point}}, {{state}}',
    point: {
      voice: 'Voice',
      analysis: 'Analysis',
      action: 'Action',
      effect: 'Effect',
      answer: 'Answer',
    },
    publicPoint: {
      voice: 'Your message',
      analysis: 'We look into it',
      action: 'We act',
      effect: 'We check',
      answer: 'We answer you',
    },
    state: {
      done: 'done',
      current: 'awaited',
      awaited: 'to come',
      notNeeded: 'not needed',
    },
    before: 'by {{day}}',
  },
  interval: {
    sentence_one:
      '{{share}} of people satisfied. {{count}} answer; the true share is between {{low}} and {{high}}.',
    sentence_other:
      '{{share}} of people satisfied. {{count}} answers; the true share is between {{low}} and {{high}}.',
    tooFew_zero: 'No answer yet.',
    tooFew_one: '{{count}} answer. Under {{fewest}}, nothing is shown.',
    tooFew_other: '{{count}} answers. Under {{fewest}}, nothing is shown.',
    answers_one: '{{count}} answer',
    answers_other: '{{count}} answers',
    target: 'target {{target}}',
  },
};

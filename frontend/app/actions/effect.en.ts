import type { Translation } from '../i18n/words';
import type { words as french } from './effect.fr';

export const words: Translation<typeof french> = {
  title: 'Effect',
  notYetDue: 'To be verified from {{day}}.',
  due: 'To be verified since {{day}}.',
  before: 'Before',
  after: 'After',
  period: 'Period',
  window: '{{name}}, from {{from}} to {{to}}',
  answers: 'Answers',
  share: 'Satisfied',
  times: 'Times told',
  interval: '95% interval',
  between: '{{low}} to {{high}}',
  tooFew: 'Fewer than {{fewest}} answers: nothing is shown.',
  target: '{{target}} expected',
  n: 'n = {{count}}',
  chart: {
    shares: 'Share of satisfied people before and after the action, with 95% intervals',
    counts: 'How often the trouble was told before and after the action',
  },
  oneLeft:
    'The feedback that made somebody act is not counted before: without it nobody would be counting.',
  how: 'Before: the days that come before the work began. After: since the action was done. Both periods are as long; the answers are those of the unit and of those below it.',
  howCounts:
    'What is counted is the feedback that looks like what led to the action, in the same units, over two periods of the same length.',
  says: {
    target_met:
      'After the action, {{share}} satisfied of {{count}} answers. Even the low end of the interval ({{low}}) reaches the {{target}} expected.',
    target_missed:
      'After the action, {{share}} satisfied of {{count}} answers. Even the high end of the interval ({{high}}) is under the {{target}} expected.',
    target_within:
      'After the action, {{share}} satisfied of {{count}} answers. The interval goes from {{low}} to {{high}}, on both sides of the {{target}} expected: it cannot be settled.',
    too_few_answers_zero: 'No answer since the action: at least {{fewest}} are needed.',
    too_few_answers_one: 'A single answer since the action: at least {{fewest}} are needed.',
    too_few_answers_other:
      '{{count}} answers since the action: at least {{fewest}} are needed to show a figure.',
    not_yet_share: 'The period is not over: nothing is concluded before {{day}}.',
    not_yet_count:
      'Nothing has come back so far. It is too early to conclude: the period ends on {{day}}.',
    came_back_one: 'The trouble was told again within the {{days}} days that followed.',
    came_back_other:
      'The trouble was told again {{count}} times within the {{days}} days that followed.',
    silence_telling:
      'Nothing more in {{days}} days, against {{before}} feedback before: this silence owes hardly anything to luck.',
    too_few_before_zero:
      'Nothing more in {{days}} days, but nothing else had told it before: too few cases before to conclude.',
    too_few_before_one:
      'Nothing more in {{days}} days, against one feedback before: too few cases before to conclude.',
    too_few_before_other:
      'Nothing more in {{days}} days, against {{count}} feedback before: too few cases before to conclude.',
  },
  change: {
    up: 'The share rose, from {{before}} to {{after}}: between {{low}} and {{high}} points more.',
    down: 'The share fell, from {{before}} to {{after}}: between {{low}} and {{high}} points less.',
    none: 'From {{before}} to {{after}}: the difference may be luck.',
  },
  propose: {
    title: 'The figures say: {{verdict}}',
    text: 'Do you confirm? The figures will be kept as they are today.',
    confirm: {
      effective: 'Confirm: effective',
      inconclusive: 'Confirm: no conclusion',
      ineffective: 'Confirm and resume the action',
    },
    other: 'Give another verdict',
  },
  given: {
    said: '{{verdict}}: verdict given on {{day}}.',
    saidBy: '{{verdict}}: verdict given by {{name}} on {{day}}.',
    agreed: 'The figures said the same.',
    differed: 'The figures said: {{verdict}}.',
    frozen: 'The figures are those of the day of the verdict.',
  },
  successor: {
    open: 'Open an action that takes over',
    hint: 'It did not have the effect expected? Another action can take over, with the same origins and the same check.',
    title: 'Open the action that takes over',
    name: 'What will be done this time?',
    owner: 'Who takes it on?',
    dueOn: 'By when?',
    description: 'Details',
    note: 'How do you know that the first one did not have the effect expected?',
    send: 'Open the action',
    done: 'Action {{reference}} takes over.',
  },
  again: {
    title: 'What came back',
    lead: 'Feedback received since looks like what led to this action.',
    feedback: 'Feedback {{reference}}',
    apart: 'This is not the same',
    apartFrom: 'This is not the same: feedback {{reference}}',
    apartDone: 'Feedback {{reference}} is no longer flagged.',
    dismissed: 'Not the same, says {{name}}.',
    restore: 'Flag it again',
    restoreOf: 'Flag it again: feedback {{reference}}',
    sign_one: 'told again',
    sign_other: 'told again {{count}} times',
    onFeedback: 'This looks like what an action was to settle',
    onFeedbackAction: 'Action {{reference}}, done on {{day}}',
  },
};

import type { Translation } from '../i18n/words';
import type { words as french } from './views.fr';

/** The words of the views of actions: the board, the line of time, the calendar. */
export const words: Translation<typeof french> = {
  name: 'How to see them',
  list: 'List',
  part: '{{shown}} actions shown of {{all}}, the most urgent first. Narrow the sentence above to see the others.',
  period: { from: 'Due from', to: 'to' },
  counts: {
    finished_zero: 'None finished of {{total}}',
    finished_one: '{{count}} finished of {{total}}',
    finished_other: '{{count}} finished of {{total}}',
    cancelled_one: '({{count}} cancelled, counted as not done)',
    cancelled_other: '({{count}} cancelled, counted as not done)',
    late_one: '{{count}} late',
    late_other: '{{count}} late',
    days_zero: 'less than a day',
    days_one: '{{count}} day',
    days_other: '{{count}} days',
    median_one: 'median time {{days}}, over {{count}} finished',
    median_other: 'median time {{days}}, over {{count}} finished',
  },
  mine: {
    late: 'Late',
    today: 'Today',
    week: 'This week',
    later: 'Later',
    waiting: 'Done, waiting to be verified',
    over: 'Over',
    progressOf: 'Progress of “{{title}}”',
  },
  finish: {
    title: 'Is this action done?',
    what: '“{{title}}” will then wait for somebody to verify its effect.',
    hint: 'Optional: what was done, what is still to be known.',
  },
  board: {
    name: 'Board',
    how: 'One column for each stage. Drag a card from one to another, or choose “Move” on the card.',
    move: 'Move',
    moveOf: 'Move “{{title}}” to…',
    filtered: 'The sentence above does not show this stage.',
    shut: 'This card does not go there.',
    started: '“{{title}}” is in progress.',
    back: '“{{title}}” has not moved. {{why}}',
    noWay: '“{{title}}” does not go from “{{from}}” to “{{to}}”.',
    ownVerdict:
      '“{{title}}” stays at “{{from}}”: you own it, somebody else will say whether it had the effect expected.',
    notYours: '“{{title}}” stays at “{{from}}”: this is not in your hands.',
  },
  timeline: { name: 'Timeline' },
  calendar: { name: 'Calendar' },
};

import type { Translation } from '../i18n/words';
import type { words as french } from './indicators.fr';

export const words: Translation<typeof french> = {
  title: 'Indicators',
  lead: 'The last twelve months, in the services that you follow.',
  empty: 'No indicator yet',
  emptyText:
    'An indicator is fed by the answers to a survey. Choose the survey, and the target to reach.',
  emptyReader: 'Those that the quality manager follows will come here, month by month.',
  follow: 'Follow an indicator',
  form: {
    name: 'Name',
    nameHint: 'What is measured: “Share of satisfied visitors”.',
    survey: 'Survey that feeds it',
    chooseSurvey: 'Choose a survey',
    target: 'Target, in per cent of people satisfied',
    targetHint:
      'A target is called met or missed only when the whole margin is on the same side of it. Otherwise no conclusion is possible.',
    save: 'Follow this indicator',
    saved: '“{{name}}” is followed.',
    noSurvey:
      'An indicator is fed by the answers to a survey, and there is none yet. Write a survey first.',
    toSurveys: 'Go to the surveys',
  },
  source: 'Question asked: “{{question}}”',
  verdict: {
    met: 'The target of {{target}} is met: even the lowest possible value reaches it.',
    missed: 'The target of {{target}} is missed: even the highest possible value stays below it.',
    inconclusive: 'No conclusion possible: the target of {{target}} is among the possible values.',
    tooFew: 'No conclusion possible: too few answers to compare with the target of {{target}}.',
  },
  months: 'Month by month',
  month: 'Month',
  monthsTable: 'The figures of each month',
  monthsCaption: '{{name}}, month by month',
  noMonth: 'No answer in the last twelve months.',
  chart: 'Line of “{{name}}” month by month. {{sentence}}',
  change: {
    tooFew: 'It takes two months of at least {{fewest}} answers to speak of a change.',
    none: 'From {{from}} to {{to}}, no change is established: the margins overlap.',
    up: 'From {{from}} to {{to}}, the share of people satisfied rose: {{before}}, then {{after}}.',
    down: 'From {{from}} to {{to}}, the share of people satisfied fell: {{before}}, then {{after}}.',
  },
  reading:
    'Each dot is the share of people satisfied in one month. The vertical bar says between which values the true share is. A month of fewer than {{fewest}} answers has no dot.',
  n: 'n =',
  actOn: 'Open an action on {{month}}',
  units: 'Service by service',
  unit: 'Service',
  unitsCaption: '{{name}}, service by service',
  noUnit: 'No service has an answer yet.',
};

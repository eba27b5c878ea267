import type { Translation } from '../i18n/words';
import type { words as french } from './indicators.fr';

export const words: Translation<typeof french> = {
  title: 'Indicators',
  lead: 'The last twelve months, in the services that you follow.',
  empty: 'No indicator yet',
  emptyText: 'An indicator is fed by the answers to a survey. It will come here.',
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
  units: 'Service by service',
  unit: 'Service',
  unitsCaption: '{{name}}, service by service',
  noUnit: 'No service has an answer yet.',
};

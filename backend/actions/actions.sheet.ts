import type { SelectQueryBuilder } from 'typeorm';
import { isOpen } from '../domain/action.js';
import type { Day } from '../domain/days.js';
import type { Column } from '../sheets/sheet.js';
import { say, sayWord, type Sentence } from '../words/words.js';
import type { Action } from './action.entity.js';

/** An action as a row of a file: what a list shows, and what was planned and found. */
export type ActionLine = Pick<
  Action,
  | 'reference'
  | 'kind'
  | 'state'
  | 'title'
  | 'description'
  | 'dueOn'
  | 'doneOn'
  | 'progress'
  | 'criterion'
  | 'participation'
  | 'verdict'
  | 'verdictOn'
> & { unitName: string; ownerName: string };

/** Reads rows of `a` as they stand in a file. */
export function actionLines(found: SelectQueryBuilder<Action>): SelectQueryBuilder<Action> {
  return found
    .innerJoin('unit', 'u', 'u.id = a.unitId')
    .innerJoin('person', 'o', 'o.id = a.ownerId')
    .select([
      'a.reference AS reference',
      'a.kind AS kind',
      'a.state AS state',
      'a.title AS title',
      'a.description AS description',
      'a.dueOn AS "dueOn"',
      'a.doneOn AS "doneOn"',
      'a.progress AS progress',
      'a.criterion AS criterion',
      'a.participation AS participation',
      'a.verdict AS verdict',
      'a.verdictOn AS "verdictOn"',
      'u.name AS "unitName"',
      'o.name AS "ownerName"',
    ]);
}

/** The columns of the file, in the reader's language. */
export function actionColumns(language: string, today: Day): Column<ActionLine>[] {
  const title = (name: string) => say(language, `sheet.column.${name}` as Sentence);
  const yes = say(language, 'sheet.yes');
  return [
    { title: title('reference'), cell: ({ reference }) => reference },
    { title: title('kind'), cell: ({ kind }) => sayWord(language, 'actionKind', kind) },
    { title: title('state'), cell: ({ state }) => sayWord(language, 'actionState', state) },
    { title: title('title'), width: 45, cell: (line) => line.title },
    { title: title('description'), width: 60, cell: ({ description }) => description },
    { title: title('unit'), width: 28, cell: ({ unitName }) => unitName },
    { title: title('owner'), width: 24, cell: ({ ownerName }) => ownerName },
    { title: title('dueOn'), kind: 'day', cell: ({ dueOn }) => dueOn },
    {
      title: title('late'),
      cell: ({ state, dueOn }) => (isOpen(state) && dueOn < today ? yes : null),
    },
    { title: title('progress'), kind: 'share', cell: ({ progress }) => progress / 100 },
    { title: title('doneOn'), kind: 'day', cell: ({ doneOn }) => doneOn },
    { title: title('criterion'), width: 45, cell: ({ criterion }) => criterion },
    {
      title: title('participation'),
      width: 28,
      cell: ({ participation }) =>
        participation && sayWord(language, 'participation', participation),
    },
    {
      title: title('verdict'),
      cell: ({ verdict }) => verdict && sayWord(language, 'verdict', verdict),
    },
    { title: title('verdictOn'), kind: 'day', cell: ({ verdictOn }) => verdictOn },
  ];
}

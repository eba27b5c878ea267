import { expect, it } from '@jest/globals';
import { compareRow, type Base, type Comparison, type Meanings } from './plan-sheet.js';

const was = (dueOn: string | null, applied = dueOn): Base => ({
  read: { dueOn },
  applied: { dueOn: applied },
});

it.each<[string, Meanings, Meanings, Base | null, Comparison]>([
  ['nothing changed', { dueOn: 'a' }, { dueOn: 'a' }, was('a'), { changes: [], conflicts: [] }],
  ['here only', { dueOn: 'a' }, { dueOn: 'b' }, was('a'), { changes: [], conflicts: [] }],
  ['there only', { dueOn: 'b' }, { dueOn: 'a' }, was('a'), { changes: ['dueOn'], conflicts: [] }],
  ['both alike', { dueOn: 'b' }, { dueOn: 'b' }, was('a'), { changes: [], conflicts: [] }],
  ['both', { dueOn: 'b' }, { dueOn: 'c' }, was('a'), { changes: [], conflicts: ['dueOn'] }],
  [
    'an empty cell that stood for a default',
    { dueOn: null },
    { dueOn: 'z' },
    was(null, 'z'),
    { changes: [], conflicts: [] },
  ],
  [
    'a cell that was empty and is filled',
    { dueOn: 'b' },
    { dueOn: 'z' },
    was(null, 'z'),
    { changes: ['dueOn'], conflicts: [] },
  ],
  [
    'a cell that is emptied',
    { dueOn: null },
    { dueOn: 'a' },
    was('a'),
    { changes: ['dueOn'], conflicts: [] },
  ],
  ['never a row', { dueOn: 'b' }, { dueOn: 'a' }, null, { changes: ['dueOn'], conflicts: [] }],
  ['never a row, alike', { dueOn: 'a' }, { dueOn: 'a' }, null, { changes: [], conflicts: [] }],
])('a row and its action: %s', (_, theirs, ours, base, found) => {
  expect(compareRow(theirs, ours, base, ['dueOn'])).toEqual(found);
});

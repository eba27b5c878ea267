import { describe, expect, it } from '@jest/globals';
import type { DrawnActionDto } from '../../../backend/action-views/action-views.dto';
import { byObjective, layTimeline, startOf } from './timeline';

const today = '2026-03-15';
const action = (id: string, more: Partial<DrawnActionDto> = {}): DrawnActionDto =>
  ({
    ...{ id, reference: id, title: id, kind: 'corrective', state: 'in_progress', progress: 0 },
    ...{ createdOn: '2026-03-01', startOn: null, dueOn: '2026-03-31', doneOn: null, late: false },
    ...{
      checkOn: null,
      priority: null,
      verdict: null,
      verdictOn: null,
      moves: [],
      mayReport: true,
    },
    ...{ unit: { id: 'u', name: 'Accueil' }, owner: { id: 'o', name: 'Ana' } },
    ...more,
  }) as DrawnActionDto;
const lay = (items: DrawnActionDto[], ties: [string, string][] = [], scale = 'mois' as const) =>
  layTimeline(
    { items, dependencies: ties.map(([actionId, afterId]) => ({ actionId, afterId })) },
    ...([today, scale] as const),
  );
const barOf = (items: DrawnActionDto[]) => lay(items).groups[0]?.bars[0];

describe('a line of time', () => {
  it('starts with a month, ends with a month, and has today in it', () => {
    expect(lay([action('a')])).toMatchObject({ from: '2026-03-01', width: 31 * 8, todayX: 14 * 8 });
  });

  it('draws a bar from its start to the end of the day on which it is due', () => {
    const bar = barOf([action('a', { startOn: '2026-03-11', dueOn: '2026-03-20', progress: 40 })]);
    expect(bar).toMatchObject({ x: 80, width: 80, done: 32, late: null, checkX: null });
  });

  it('a late one has a tail until today, one that was done late until that day', () => {
    const late = barOf([action('a', { dueOn: '2026-03-10', late: true })]);
    expect(late?.late).toEqual({ x: 80, width: 40 });
    const done = { state: 'done', dueOn: '2026-03-10', doneOn: '2026-03-12' } as const;
    expect(barOf([action('a', done)])?.late).toEqual({ x: 80, width: 16 });
    expect(barOf([action('a', { ...done, doneOn: '2026-03-09' })])?.late).toBeNull();
  });

  it('marks when the effect is checked', () => {
    const laid = lay([action('a', { checkOn: '2026-04-01' })]);
    expect(laid.groups[0]?.bars[0]?.checkX).toBe(31 * 8);
    expect(laid.width).toBe((31 + 30) * 8);
  });

  it.each([
    [{ startOn: '2026-03-10' }, '2026-03-10'],
    [{}, '2026-03-01'],
    [{ dueOn: '2026-02-01' }, '2026-02-01'],
  ])('%j starts on %s', (more, start) => {
    expect(startOf(action('a', more))).toBe(start);
  });

  it('of one plan, stands under its objectives in their order, the others last', () => {
    const objectives = [
      { id: 'second', wording: 'Same words' },
      { id: 'empty', wording: 'Nothing yet' },
      { id: 'first', wording: 'Same words' },
    ];
    const serving = (id: string, objectiveId: string | null) => action(id, { objectiveId });
    const items = [serving('a', null), serving('b', 'first'), serving('c', 'second')];
    const { groups } = layTimeline(
      { items, dependencies: [] },
      ...([today, 'mois', byObjective(objectives, 'None')] as const),
    );
    expect(groups.map(({ title, bars }) => [title, bars[0]?.action.id])).toEqual([
      ...[
        ['Same words', 'c'],
        ['Same words', 'b'],
        ['None', 'a'],
      ],
    ]);
  });

  it('gives each its line, under its unit', () => {
    const desk = { unit: { id: 'v', name: 'Bureau' } };
    const { groups, lines } = lay([action('a', desk), action('b'), action('c')]);
    expect(
      groups.map(({ title, line, bars }) => [title, line, bars.map((bar) => bar.line)]),
    ).toEqual([
      ['Accueil', 0, [1, 2]],
      ['Bureau', 3, [4]],
    ]);
    expect(lines).toBe(5);
  });

  it('joins what comes after what, and tells what contradicts itself', () => {
    const items = [
      action('a', { dueOn: '2026-03-10' }),
      action('b', { startOn: '2026-03-20' }),
      action('c', { startOn: '2026-03-05' }),
    ];
    const { arrows } = lay(items, [
      ['b', 'a'],
      ['c', 'a'],
      ['a', 'elsewhere'],
    ]);
    expect(arrows.map(({ before, after, clash }) => [before.id, after.id, clash])).toEqual([
      ['a', 'b', false],
      ['a', 'c', true],
    ]);
    expect(arrows[0]?.path).toMatch(/^M80 66H87V154H150$/);
  });

  it('is not stretched by a year that was mistyped', () => {
    const { width, groups } = lay([action('a', { dueOn: '9999-12-31' }), action('b')]);
    expect(width).toBeLessThan(8 * 366 * 7);
    expect(groups[0]?.bars[0]?.width).toBeLessThanOrEqual(width);
  });

  it('an empty one is a month', () => {
    expect(lay([])).toMatchObject({ groups: [], lines: 0, arrows: [] });
  });
});

import { describe, expect, it } from '@jest/globals';
import {
  analysisLifecycle,
  conclusionObstacles,
  depthOf,
  lowestCommonUnit,
  placeObstacle,
  refuseUnproven,
  settlePlace,
  subtreeOf,
  titleFrom,
  type CausePlace,
  type CauseStatus,
} from './analysis.js';
import { stateAfter } from './lifecycle.js';
import { Refusal } from './refusal.js';

/** a ← b ← c ← d, and e beside. */
const causes: CausePlace[] = [
  { id: 'a', parentId: null, branch: 'methods' },
  { id: 'b', parentId: 'a', branch: 'methods' },
  { id: 'c', parentId: 'b', branch: 'methods' },
  { id: 'd', parentId: 'c', branch: 'methods' },
  { id: 'e', parentId: null, branch: 'people' },
  { id: 'f', parentId: 'e', branch: 'people' },
];

describe('a cause', () => {
  it.each<[CauseStatus, string | null, boolean]>([
    ['supposed', null, true],
    ['supposed', 'Relevé du 3 mars', true],
    ['discarded', null, true],
    ['verified', 'Relevé du 3 mars', true],
    ['verified', null, false],
    ['verified', '', false],
    ['verified', ' \n ', false],
  ])('%s with %j as evidence: %s', (status, evidence, allowed) => {
    const check = () => refuseUnproven(status, evidence);
    if (allowed) expect(check).not.toThrow();
    else expect(check).toThrow(new Refusal('invalid', 'cause.evidence_missing'));
  });

  it.each<[id: string, parentId: string | null, obstacle: string | null]>([
    ['new', null, null],
    ['new', 'd', null],
    ['new', 'x', 'cause.parent_unknown'],
    ['a', 'a', 'cause.under_itself'],
    ['a', 'd', 'cause.under_itself'],
    ['d', null, null],
    ['f', 'd', null],
    ['e', 'c', null],
    ['e', 'd', 'cause.too_deep'],
    ['a', 'e', null],
    ['a', 'f', 'cause.too_deep'],
  ])('%s under %s: %s', (id, parentId, obstacle) => {
    expect(placeObstacle(causes, { id, parentId, branch: 'methods' })).toBe(obstacle);
  });

  it('hangs on the branch of the cause it explains', () => {
    const asked: CausePlace = { id: 'e', parentId: 'b', branch: 'people' };
    expect(settlePlace(causes, asked).branch).toBe('methods');
    expect(settlePlace(causes, { ...asked, parentId: null }).branch).toBe('people');
    expect(() => settlePlace(causes, { ...asked, parentId: 'x' })).toThrow('cause.parent_unknown');
  });

  it('is under as many whys as lead to it', () => {
    expect(['a', 'd', 'f'].map((id) => depthOf(causes, id))).toEqual([1, 4, 2]);
  });

  it('goes with all that explains it, each after the one it explains', () => {
    expect(subtreeOf(causes, 'b').map(({ id }) => id)).toEqual(['b', 'c', 'd']);
    expect(subtreeOf(causes, 'x')).toEqual([]);
  });
});

describe('an analysis', () => {
  it.each<[string, Parameters<typeof conclusionObstacles>[0], string[]]>([
    ['complete', { heldOn: '2026-11-03', participants: 2, conclusion: 'Deux causes' }, []],
    [
      'without anything',
      { heldOn: null, participants: 0, conclusion: ' ' },
      ['analysis.day_missing', 'analysis.team_missing', 'analysis.conclusion_missing'],
    ],
    [
      'made alone',
      { heldOn: '2026-11-03', participants: 1, conclusion: 'Deux causes' },
      ['analysis.team_missing'],
    ],
  ])('%s', (_, proof, obstacles) => {
    expect(conclusionObstacles(proof)).toEqual(obstacles);
  });

  it('is concluded once, and opens again', () => {
    expect(stateAfter(analysisLifecycle, 'open', 'conclude')).toBe('concluded');
    expect(stateAfter(analysisLifecycle, 'concluded', 'reopen')).toBe('open');
    expect(() => stateAfter(analysisLifecycle, 'concluded', 'conclude')).toThrow('move.forbidden');
  });

  it.each<[paths: string[][], unit: string | undefined]>([
    [[['root', 'desk']], 'desk'],
    [
      [
        ['root', 'desk'],
        ['root', 'desk'],
      ],
      'desk',
    ],
    [
      [
        ['root', 'desk'],
        ['root', 'home'],
      ],
      'root',
    ],
    [
      [
        ['root', 'pole', 'desk'],
        ['root', 'pole'],
      ],
      'pole',
    ],
    [[], undefined],
  ])('of %j belongs to %s', (paths, unit) => {
    expect(lowestCommonUnit(paths)).toBe(unit);
  });

  it.each([
    ['La porte  est\nlourde', 90, 'La porte est lourde'],
    ['La porte est lourde, et froide', 20, 'La porte est lourde…'],
    ['😀😀😀😀', 5, '😀😀…'],
  ])('is first named after what was said: %j', (words, most, title) => {
    expect(titleFrom(words, most)).toBe(title);
  });
});

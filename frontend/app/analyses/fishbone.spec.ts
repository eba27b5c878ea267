import type { ShownCause } from './facts';
import { layFishbone, wrap } from './fishbone';

const measure = (text: string): number => text.length * 8;
const cause = (id: string, more: Partial<ShownCause> = {}): ShownCause => ({
  ...{ id, parentId: null, branch: 'methods', wording: `Cause ${id}`, status: 'supposed' },
  ...{ evidence: '', actions: [], ...more },
});

describe('the lines of a text', () => {
  it.each([
    ['', []],
    ['un deux trois', ['un deux', 'trois']],
    ['anticonstitutionnellement', ['anticonsti', 'tutionnell', 'ement']],
    ['a anticonstitution', ['a', 'anticonsti', 'tution']],
  ])('%j', (text, lines) => {
    expect(wrap(text, 80, measure)).toEqual(lines);
  });
});

describe('an Ishikawa diagram', () => {
  it('has its five branches, and a head that holds the problem whole', () => {
    const problem = 'Pourquoi attend-on quarante minutes debout à l’accueil le lundi matin ?';
    const drawing = layFishbone([], problem, measure);
    expect(drawing.bones.map(({ branch }) => branch)).toEqual([
      ...['methods', 'environment', 'equipment', 'people', 'information'],
    ]);
    expect(drawing.head.lines.join(' ')).toBe(problem);
    expect(drawing.head.y).toBeGreaterThanOrEqual(0);
    expect(drawing.head.y + drawing.head.height).toBeLessThanOrEqual(drawing.height);
  });

  const wording = 'Personne ne sait qui relit le planning avant qu’il parte, ni quand';
  const five = ['a', 'b', 'c', 'd', 'e'].map((id, rank) =>
    cause(id, { parentId: rank ? ('abcde'[rank - 1] ?? null) : null, wording }),
  );
  const many = (['methods', 'people', 'information'] as const).flatMap((branch) =>
    Array.from({ length: 9 }, (_, nth) => cause(`${branch}${nth}`, { branch, wording })),
  );

  it.each([
    ['one chain of five whys', five],
    ['many causes', many],
  ])('holds every word, none over another: %s', (_, causes) => {
    const { leaves, width, height } = layFishbone(causes, 'Pourquoi ?', measure);
    expect(leaves.map(({ lines }) => lines.join(' '))).toEqual(causes.map(() => wording));
    for (const leaf of leaves) {
      const widest = Math.max(...leaf.lines.map(measure));
      expect(leaf.x + widest).toBeLessThanOrEqual(width);
      expect(leaf.y + leaf.height).toBeLessThanOrEqual(height);
      const others = leaves.filter(
        (other) =>
          other !== leaf &&
          Math.abs(other.x - leaf.x) < 200 &&
          other.y < leaf.y + leaf.height &&
          leaf.y < other.y + other.height,
      );
      expect(others).toEqual([]);
    }
  });

  it('puts a why under the cause it explains, a step to the right', () => {
    const { leaves } = layFishbone(five, 'Pourquoi ?', measure);
    for (const [rank, leaf] of leaves.entries()) {
      const before = leaves[rank - 1];
      if (before) expect([leaf.x > before.x, leaf.y > before.y]).toEqual([true, true]);
    }
  });
});

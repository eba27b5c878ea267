import { quarterBefore, quarterOf } from './quarter';

describe('quarters', () => {
  it('holds the days from its first to its last', () => {
    const expected = { year: 2026, rank: 4, from: '2026-10-01', to: '2026-12-31' };
    expect(quarterOf('2026-10-01')).toEqual(expected);
    expect(quarterOf('2026-12-31')).toEqual(expected);
  });

  it('knows the length of February', () => {
    expect(quarterOf('2028-02-29')).toMatchObject({
      rank: 1,
      from: '2028-01-01',
      to: '2028-03-31',
    });
  });

  it('finds the one before over a change of year', () => {
    expect(quarterBefore('2026-01-05')).toMatchObject({ year: 2025, rank: 4, to: '2025-12-31' });
  });
});

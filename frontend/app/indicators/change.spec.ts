import { satisfactionOf } from '../../../backend/domain/satisfaction';
import { changeOver, withoutGaps } from './change';

const month = (period: string, good: number, bad: number) => ({
  period,
  satisfaction: satisfactionOf({ good, medium: 0, bad }),
});

describe('what changed over some months', () => {
  it('is not said of a single month', () => {
    expect(changeOver([month('2026-09', 40, 2)]).verdict).toBe('tooFew');
  });

  it('is not said of months that are too small to be shown', () => {
    expect(changeOver([month('2026-08', 4, 0), month('2026-09', 40, 2)]).verdict).toBe('tooFew');
  });

  it('is no change while the intervals overlap', () => {
    const change = changeOver([month('2026-08', 8, 2), month('2026-09', 6, 4)]);
    expect(change).toMatchObject({ verdict: 'none', from: '2026-08', to: '2026-09' });
  });

  it('is a rise or a fall once they are apart', () => {
    const [poor, good] = [month('2026-08', 20, 80), month('2026-09', 80, 20)];
    expect(changeOver([poor, good]).verdict).toBe('up');
    expect(changeOver([good, poor]).verdict).toBe('down');
  });
});

describe('months in a row', () => {
  it('includes those without an answer, over a change of year', () => {
    const all = withoutGaps([month('2025-11', 6, 0), month('2026-02', 6, 0)]);
    expect(all.map(({ period }) => period)).toEqual(['2025-11', '2025-12', '2026-01', '2026-02']);
    expect(all[1]?.satisfaction).toEqual({ n: 0, shown: false });
  });

  it('is empty where nobody answered', () => {
    expect(withoutGaps([])).toEqual([]);
  });
});

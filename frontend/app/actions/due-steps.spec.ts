import type { DeferralDto } from '../../../backend/actions/deferrals.dto';
import { dueHistory } from './due-steps';

const [paul, anne] = [
  { id: 'p', name: 'Paul' },
  { id: 'a', name: 'Anne' },
];
const at = (day: string) => `${day}T08:00:00.000Z` as unknown as Date;

function deferral(from: string, to: string, more: Partial<DeferralDto> = {}): DeferralDto {
  return {
    ...{ id: `${from}-${to}`, from, to, reason: 'Rupture', state: 'granted', note: null },
    ...{ askedBy: paul, askedAt: at('2030-03-01'), moves: [] },
    ...{ decidedBy: anne, decidedAt: at('2030-03-02'), ...more },
  };
}

describe('how a due date moved', () => {
  it('tells the first day, how many times it moved, and who decided', () => {
    const deferrals = [
      deferral('2030-03-12', '2030-04-12'),
      deferral('2030-04-12', '2030-05-12', { askedBy: anne, askedAt: at('2030-03-02') }),
    ];
    const told = dueHistory({ dueOn: '2030-05-12', deferrals });
    expect(told).toMatchObject({ first: '2030-03-12', count: 2, onlyLater: true });
    expect(told.steps.map(({ asker, who, atOnce }) => [asker, who, atOnce])).toEqual([
      ['Paul', 'Anne', false],
      ['Anne', 'Anne', true],
    ]);
  });

  it('counts neither what was refused nor what was only asked for or taken back', () => {
    const deferrals = [
      deferral('2030-03-12', '2030-04-12', { state: 'refused', note: 'Non' }),
      deferral('2030-03-12', '2030-04-12', { state: 'withdrawn' }),
      deferral('2030-03-12', '2030-04-12', { state: 'asked', decidedBy: null, decidedAt: null }),
    ];
    const told = dueHistory({ dueOn: '2030-03-12', deferrals });
    expect(told).toMatchObject({ first: '2030-03-12', count: 0 });
    expect(told.steps.map(({ state, note }) => [state, note])).toEqual([['refused', 'Non']]);
  });

  it('does not call a later date what was brought forward', () => {
    const deferrals = [deferral('2030-03-12', '2030-03-01')];
    expect(dueHistory({ dueOn: '2030-03-01', deferrals })).toMatchObject({
      ...{ count: 1, onlyLater: false },
    });
  });
});

import { TestBed } from '@angular/core/testing';
import type { ActionDto, OriginDto } from '../../../backend/actions/actions.dto';
import { ActionStrands } from './action-strands';

const none = { feedback: null, cause: null, survey: null, indicator: null };
const voice = { excerpt: '', receivedOn: '2026-11-03', answeredOn: null, reachable: true };
const word = (id: string, more = {}): OriginDto => ({
  ...{ ...none, id, kind: 'feedback', reference: `26-${id}` },
  feedback: { ...voice, id, reference: `26-${id}`, ...more },
});

function drawn(origins: OriginDto[], more: Partial<ActionDto> = {}): string[] {
  const action = { origins, successorOf: null, successors: [], verdict: null, ...more };
  const strands = TestBed.inject(ActionStrands).of(action as unknown as ActionDto);
  return strands.map(({ point, state, link }) => `${point} ${state} ${link ?? '-'}`);
}

describe('what joins an action’s thread', () => {
  it('is each voice, and the answer that it was given, is owed, or cannot be given', () => {
    const origins = [
      word('a', { answeredOn: '2026-11-05' }),
      word('b'),
      word('c', { reachable: false }),
    ];
    expect(drawn(origins)).toEqual([
      'voice done /fiches/a',
      'voice done /fiches/b',
      'voice done /fiches/c',
      'answer done /fiches/a',
      'answer awaited /fiches/b',
      'answer notNeeded /fiches/c',
    ]);
  });

  it('is a reference alone where the reader may see no more', () => {
    const hidden: OriginDto = { ...none, id: 'h', kind: 'feedback', reference: '26-H' };
    expect(drawn([hidden])).toEqual(['voice done -']);
  });

  it('is what was measured, what was found, and the actions before and after it', () => {
    const kin = { reference: 'A26', title: 'Avant' };
    expect(
      drawn(
        [
          { ...none, id: '1', kind: 'survey', reference: 'x', survey: { id: 's', title: 'S' } },
          {
            ...{ ...none, id: '2', kind: 'analysis_cause', reference: 'C26' },
            cause: { id: 'c', wording: 'Le récepteur', analysisId: 'n' },
          },
        ],
        {
          successorOf: { id: 'p', ...kin },
          successors: [{ id: 'q', ...kin }],
          verdict: 'effective',
        },
      ),
    ).toEqual([
      'voice done /enquetes',
      'analysis done /analyses/n',
      'action done /actions/p',
      'action done /actions/q',
      'effect done -',
    ]);
  });
});

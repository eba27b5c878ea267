import { afterFault, outcomeOf, type Answer } from './kiosk-outcome';

const said = (status: number, more: Partial<Answer> = {}): Answer => ({
  ...{ status, isReceipt: false, retryAfter: NaN },
  ...more,
});

describe('what becomes of a word of the kiosk', () => {
  it.each([
    ['its receipt', said(201, { isReceipt: true }), { fate: 'delivered' }],
    ['no answer', null, { fate: 'later' }],
    ['a page of the network’s own', said(200), { fate: 'later' }],
    ['a word that is not one', said(400), { fate: 'refused', reason: 'word' }],
    ['a word too long', said(413), { fate: 'refused', reason: 'word' }],
    [
      'a code that serves another',
      said(409, { code: 'feedback.code_taken' }),
      { fate: 'refused', reason: 'word' },
    ],
    ['two at once', said(409, { code: 'busy' }), { fate: 'later' }],
    ['a link that leads nowhere', said(404), { fate: 'refused', reason: 'place' }],
    ['a link that is over', said(410), { fate: 'refused', reason: 'place' }],
    ['too many at once', said(429, { retryAfter: 30 }), { fate: 'later', wait: 30_000 }],
    ['a very long wait', said(429, { retryAfter: 86_400 }), { fate: 'later', wait: 300_000 }],
    ['a fault over this word', said(500), { fate: 'stumbled' }],
    ['a server that is stopped', said(503), { fate: 'later' }],
    ['a proxy without its server', said(502), { fate: 'later' }],
    ['a door that was shut by mistake', said(401), { fate: 'later' }],
  ])('%s', (_, answer, outcome) => {
    expect(outcomeOf(answer)).toEqual(outcome);
  });

  it('is tried again less and less often, and never given up', () => {
    expect([1, 2, 3, 4, 5, 6, 7, 8, 9, 1000].map(afterFault)).toEqual([
      2_000, 4_000, 8_000, 16_000, 32_000, 64_000, 128_000, 256_000, 300_000, 300_000,
    ]);
  });
});

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { EffectDto } from '../../backend/actions/effect.dto.js';
import { Demo } from '../../backend/demo/demo.js';
import { people } from '../../backend/demo/demo-data.js';
import { addDays } from '../../backend/domain/days.js';
import { openProgram, type Call, type Program } from '../support/program.js';

let program: Program;
let today: string;
let quality: Call;
let agent: Call;

beforeAll(async () => {
  program = await openProgram();
  await program.app.get(Demo).open();
  quality = await as('quality');
  agent = await as('agent');
  today = (await quality('GET', '/home')).body.today;
});
afterAll(() => program.close());

async function as(name: keyof typeof people): Promise<Call> {
  const { password } = program.app.get(Demo);
  const { email } = people[name];
  const { headers } = await program.anybody('POST', '/session', { email, password });
  const cookie = headers.get('set-cookie')?.split(';')[0] ?? '';
  return (method, path, body, more) => program.anybody(method, path, body, { cookie, ...more });
}

const ago = (days: number) => addDays(today, -days);
async function find(q: string): Promise<{ id: string; recurrences: number; checkDueOn: string }> {
  const { body } = await quality('GET', `/actions?q=${encodeURIComponent(q)}`);
  return (body as { items: never[] }).items[0] as never;
}
async function effectOf(q: string): Promise<EffectDto> {
  return (await quality('GET', `/actions/${(await find(q)).id}/effect`)).body as EffectDto;
}

describe('the effect of what the demonstration tried', () => {
  /*
   * Done 60 days ago, checked today: 61 days after, 61 before the work began 110 days ago.
   * After, 46 of 49 (p = 0.938776, z² = 3.841459):
   *   centre (0.938776 + 3.841459/98) / (1 + 3.841459/49) = 0.977974 / 1.078397 = 0.906878
   *   half   (1.959964/1.078397) √(0.938776 × 0.061224/49 + 3.841459/(4 × 49²)) = 0.072086
   *   from 0.834792 to 0.978965: wholly over the 0.8 expected.
   * Before, 14 of 36 (p = 0.388889): from 0.247849 to 0.551385.
   * Difference (Newcombe): 0.938776 − 0.388889 = 0.549887
   *   low  0.549887 − √((0.938776 − 0.834792)² + (0.551385 − 0.388889)²) = 0.356967
   *   high 0.549887 + √((0.978965 − 0.938776)² + (0.388889 − 0.247849)²) = 0.696540
   */
  it('is effective where the whole interval is over what was expected', async () => {
    const { dueOn, reading, given, recurrences } = await effectOf('tournées du matin');
    expect({ dueOn, given, recurrences }).toEqual({ dueOn: today, given: null, recurrences: [] });
    const close = (value: number) => expect.closeTo(value, 4);
    expect(reading).toMatchObject({
      ...{ method: 'indicator', target: 0.8, verdict: 'effective', reason: 'target_met' },
      before: {
        ...{ from: ago(171), to: ago(111) },
        satisfaction: {
          ...{ n: 36, share: close(14 / 36) },
          interval: { low: close(0.247849), high: close(0.551385) },
        },
      },
      after: {
        ...{ from: ago(60), to: today },
        satisfaction: {
          ...{ n: 49, share: close(46 / 49) },
          interval: { low: close(0.834792), high: close(0.978965) },
        },
      },
      change: 'up',
      difference: { value: close(0.549887), low: close(0.356967), high: close(0.69654) },
    });
  });

  /*
   * Done 50 days ago: it must not come back for the 30 days from −49 to −20, and did 35 days ago.
   * Before the work began 80 days ago, one voice in 30 days, and it is the one that made it open.
   */
  it('is ineffective where the same was told again', async () => {
    const { dueOn, reading, recurrences, mayDismiss } = await effectOf('caisses chaudes');
    expect({ dueOn, mayDismiss }).toEqual({ dueOn: ago(19), mayDismiss: true });
    expect(reading).toMatchObject({
      ...{ method: 'recurrence', days: 30, verdict: 'ineffective', reason: 'came_back' },
      before: { from: ago(110), to: ago(81), count: 0 },
      after: { from: ago(49), to: ago(20), count: 1, interval: { low: expect.closeTo(0.0253, 4) } },
    });
    expect(recurrences).toMatchObject([
      { receivedOn: ago(35), excerpt: expect.stringContaining('encore arrivés froids') },
    ]);
  });

  /*
   * Done 70 days ago, over since 24 days, and never told again. Of the two that said it in the 45
   * days before, one made it open; the other leaves (1/2)^1 = 50 % of chances that silence is luck.
   */
  it('is inconclusive where too few told it before for silence to tell anything', async () => {
    const { dueOn, reading, recurrences } = await effectOf('panneau de l’ascenseur');
    expect({ dueOn, recurrences }).toEqual({ dueOn: ago(24), recurrences: [] });
    expect(reading).toMatchObject({
      ...{ method: 'recurrence', verdict: 'inconclusive', reason: 'too_few_before' },
      before: { from: ago(130), to: ago(86), count: 1 },
      after: { from: ago(69), to: ago(25), count: 0 },
    });
  });

  it('is none by the figures where somebody is to look', async () => {
    expect(await effectOf('menu du dimanche')).toMatchObject({ reading: null, dueOn: ago(14) });
  });

  it('awaits whoever verifies it, and is flagged in the lists', async () => {
    const { toVerify } = (await quality('GET', '/home')).body;
    expect(toVerify.total).toBe(4);
    const { body } = await quality('GET', '/actions?status=toVerify');
    expect(body.total).toBe(4);
    expect(await find('caisses chaudes')).toMatchObject({ recurrences: 1, checkDueOn: ago(19) });
    expect((await agent('GET', '/home')).body.toVerify.total).toBe(0);
  });
});

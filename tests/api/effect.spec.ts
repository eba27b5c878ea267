import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import type { EffectDto } from '../../backend/effects/effect.dto.js';
import { Demo } from '../../backend/demo/demo.js';
import { people } from '../../backend/demo/demo-data.js';
import { addDays } from '../../backend/domain/days.js';
import type { OpenedOrganization } from '../../backend/organization/organization.service.js';
import { Recurrences } from '../../backend/effects/recurrences.service.js';
import { logFeedback, openAction, stored } from '../support/deeds.js';
import { openProgram, type Call, type Program, type Signed } from '../support/program.js';

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
    const { body } = await quality('GET', '/actions?status=toVerify');
    expect(toVerify.total).toBe(body.total);
    const titles = (body as { items: { title: string }[] }).items.map(({ title }) => title);
    for (const part of ['caisses chaudes', 'panneau de l’ascenseur', 'menu du dimanche']) {
      expect(titles).toContainEqual(expect.stringContaining(part));
    }
    expect(await find('caisses chaudes')).toMatchObject({ recurrences: 1, checkDueOn: ago(19) });
    expect((await agent('GET', '/home')).body.toVerify.total).toBe(0);
  });
});

describe('an action that was done', () => {
  let tenant: OpenedOrganization;
  let lead: Signed;
  let owner: Signed;
  let verifier: Signed;
  const told = 'Le distributeur de tickets de l’accueil ne marche plus';
  const again = 'Le distributeur de tickets de l’accueil ne marche toujours pas';

  beforeAll(async () => {
    tenant = await program.organization();
    lead = await program.member(tenant, 'quality_manager');
    owner = await program.member(tenant, 'agent');
    verifier = await program.member(tenant, 'agent');
  });

  const sql = (query: string, ...parameters: unknown[]) =>
    stored(program, tenant, query, parameters);
  const sweep = () => program.app.get(Recurrences).sweep();
  const effect = async (id: string, by = lead) =>
    (await by.call('GET', `/actions/${id}/effect`)).body as EffectDto;

  /** A feedback of 90 days ago, and what was done about it 40 days ago. */
  async function done(more: Record<string, unknown> = {}) {
    const feedback = await logFeedback(lead, tenant.rootUnitId, { body: told });
    await sql('UPDATE feedback SET received_on = $2 WHERE id = $1', feedback.id, ago(90));
    const check = { checkMethod: 'recurrence', checkDays: 60, verifierId: verifier.id };
    const action = await openAction(lead, tenant.rootUnitId, owner.id, {
      ...{ feedbackId: feedback.id, startOn: ago(60), ...check, ...more },
    });
    await owner.call('POST', `/actions/${action.id}/progress`, { progress: 100, done: true });
    await sql('UPDATE action SET done_on = $2 WHERE id = $1', action.id, ago(40));
    return { id: action.id, reference: action.reference, feedback };
  }
  /** It is said again, so many days ago. */
  async function say(days: number, body = again, more = {}) {
    const { id } = await logFeedback(lead, tenant.rootUnitId, { body, ...more });
    await sql('UPDATE feedback SET received_on = $2 WHERE id = $1', id, ago(days));
    return id;
  }
  afterEach(async () => {
    await sql('DELETE FROM action');
    await sql('DELETE FROM feedback');
  });

  it('is flagged with what came in since and looks like what led to it, once', async () => {
    const { id } = await done();
    const [before, sameDay, since] = [await say(41), await say(40), await say(39)];
    await say(10, 'Merci pour le distributeur de tickets de l’accueil', { kind: 'compliment' });
    await say(5, 'Les repas livrés à domicile arrivent froids');
    await Promise.all([sweep(), sweep()]);
    const { recurrences, reading } = await effect(id);
    expect(recurrences.map(({ feedbackId }) => feedbackId)).toEqual([since]);
    expect(recurrences).not.toContainEqual(expect.objectContaining({ feedbackId: before }));
    expect(recurrences).not.toContainEqual(expect.objectContaining({ feedbackId: sameDay }));
    expect(reading).toMatchObject({ verdict: 'ineffective', reason: 'came_back' });
    expect(await sweep()).toBe(0);
    const lines = await sql(
      `SELECT FROM journal WHERE verb = 'action.recur' AND subject_id = $1`,
      id,
    );
    expect(lines.length).toBeGreaterThanOrEqual(1);
  });

  it('is flagged in one turn with all that an outage missed', async () => {
    const { id } = await done();
    for (let nth = 0; nth < 25; nth += 1) await say(30 - nth);
    await sweep();
    expect((await effect(id)).recurrences).toHaveLength(25);
  });

  it('is said on the feedback that tells it again', async () => {
    const { id, reference } = await done();
    const since = await say(12);
    await sweep();
    const { body } = await lead.call('GET', `/feedback/${since}/recurrences`);
    expect(body).toEqual([{ id, reference, title: 'Alléger la porte', doneOn: ago(40) }]);
  });

  it('is no longer flagged once its verifier says that it is not the same, until that is undone', async () => {
    const { id } = await done();
    const since = await say(12);
    await sweep();
    const flag = `/actions/${id}/recurrences/${since}/dismissal`;
    expect((await owner.call('PUT', flag, {})).body.code).toBe('action.verdict_by_owner');
    expect((await verifier.call('PUT', flag, { why: 'Un autre distributeur' })).status).toBe(204);
    expect(await effect(id)).toMatchObject({
      reading: { verdict: 'inconclusive', reason: 'not_yet', after: { count: 0 } },
      recurrences: [{ dismissed: { who: verifier.name, why: 'Un autre distributeur' } }],
    });
    expect((await lead.call('GET', `/feedback/${since}/recurrences`)).body).toEqual([]);
    expect((await lead.call('DELETE', flag)).status).toBe(204);
    expect((await effect(id)).reading).toMatchObject({ reason: 'came_back' });
  });

  it('keeps the figures of its verdict, whatever is counted later', async () => {
    const { id } = await done({ checkDays: 20 });
    const unsaid = { verdict: 'effective' };
    expect((await verifier.call('PUT', `/actions/${id}/verdict`, unsaid)).body.code).toBe(
      'action.verdict_note_missing',
    );
    expect((await owner.call('PUT', `/actions/${id}/verdict`, unsaid)).body.code).toBe(
      'action.verdict_by_owner',
    );
    const confirmed = await verifier.call('PUT', `/actions/${id}/verdict`, {
      verdict: 'inconclusive',
    });
    expect(confirmed).toMatchObject({
      status: 200,
      body: { state: 'verified', verdictNote: null },
    });
    await say(30);
    await sweep();
    expect(await effect(id)).toMatchObject({
      reading: null,
      given: { verdict: 'inconclusive', who: verifier.name, on: today },
      recurrences: [{ receivedOn: ago(30) }],
    });
    expect((await effect(id)).given?.reading).toMatchObject({ after: { count: 0 } });
  });

  it('may be judged otherwise than its figures say, by whoever says why', async () => {
    const { id } = await done();
    const note = 'Vu sur place : rien ne manque';
    const { body } = await verifier.call('PUT', `/actions/${id}/verdict`, {
      ...{ verdict: 'effective', note },
    });
    expect(body).toMatchObject({ state: 'verified', verdict: 'effective', verdictNote: note });
  });

  it('and did not work is taken over by another, with its origins and its check', async () => {
    const { id, reference, feedback } = await done();
    await say(12);
    await sweep();
    const plan = { title: 'Changer le distributeur', ownerId: verifier.id, dueOn: '2030-01-15' };
    const successor = `/actions/${id}/successor`;
    expect((await owner.call('POST', successor, plan)).status).toBe(403);
    expect((await verifier.call('POST', successor, plan)).status).toBe(403);
    const { status, body } = await lead.call('POST', successor, plan);
    expect({ status, body }).toMatchObject({
      status: 201,
      body: {
        ...{ title: 'Changer le distributeur', state: 'planned', owner: { id: verifier.id } },
        ...{ verifier: null, check: { method: 'recurrence', days: 60, on: null } },
        successorOf: { id, reference },
        origins: [{ kind: 'feedback', feedback: { id: feedback.id } }],
      },
    });
    expect((await lead.call('GET', `/actions/${id}`)).body).toMatchObject({
      ...{ state: 'verified', verdict: 'ineffective', moves: [] },
      successors: [{ id: body.id, title: 'Changer le distributeur' }],
    });
    expect((await lead.call('POST', successor, plan)).body.code).toBe('move.forbidden');
  });

  it('reopens what was closed with it when another takes over', async () => {
    const { id, feedback } = await done();
    await sql(`UPDATE feedback SET state = 'closed' WHERE id = $1`, feedback.id);
    const plan = { title: 'Recommencer', ownerId: owner.id, dueOn: '2030-01-15' };
    const note = 'Toujours en panne ce matin';
    const { status } = await lead.call('POST', `/actions/${id}/successor`, { ...plan, note });
    expect(status).toBe(201);
    const { body } = await lead.call('GET', `/feedback/${feedback.id}`);
    expect(body.state).toBe('in_progress');
  });

  it('is hidden from another organisation', async () => {
    const { id } = await done();
    const since = await say(12);
    await sweep();
    const elsewhere = await program.organization();
    const stranger = await program.member(elsewhere, 'quality_manager');
    for (const [method, path] of [
      ['GET', `/actions/${id}/effect`],
      ['GET', `/feedback/${since}/recurrences`],
      ['DELETE', `/actions/${id}/recurrences/${since}/dismissal`],
    ] as const) {
      expect((await stranger.call(method, path)).status).toBe(404);
    }
    const plan = { title: 'Reprendre', ownerId: stranger.id, dueOn: '2030-01-15' };
    expect((await stranger.call('POST', `/actions/${id}/successor`, plan)).status).toBe(404);
    expect(await stored(program, elsewhere, 'SELECT FROM recurrence')).toEqual([]);
  });
});

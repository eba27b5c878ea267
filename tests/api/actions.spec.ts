import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { HistoryEntryDto } from '../../backend/journal/journal.dto.js';
import type { OpenedOrganization } from '../../backend/organization/organization.service.js';
import { addUnit, logFeedback, openAction } from '../support/deeds.js';
import { openProgram, type Program, type Signed } from '../support/program.js';

let program: Program;
let tenant: OpenedOrganization;
let quality: Signed;
let owner: Signed;
let root: string;

beforeAll(async () => {
  program = await openProgram();
  tenant = await program.organization();
  root = tenant.rootUnitId;
  quality = await program.member(tenant, 'quality_manager');
  owner = await program.member(tenant, 'agent');
});
afterAll(() => program.close());

const open = (more = {}) => openAction(quality, root, owner.id, more);
const report = (id: string, progress: number, done = false, by = owner) =>
  by.call('POST', `/actions/${id}/progress`, { progress, done });
const judge = (id: string, verdict: string, by = quality) =>
  by.call('PUT', `/actions/${id}/verdict`, { verdict, note: 'Vu sur place' });
const verbs = (history: HistoryEntryDto[]) => history.map(({ verb }) => verb);

describe('an action', () => {
  it('is reported on by its owner, even from outside the unit’s staff', async () => {
    const administrator = await program.member(tenant, 'administrator');
    const [desk, home] = [
      await addUnit(administrator, root, 'Accueil'),
      await addUnit(administrator, root, 'Aide à domicile'),
    ];
    const [outsider, elected] = [
      await program.member(tenant, 'agent', home.id),
      await program.member(tenant, 'elected'),
    ];
    for (const pilot of [outsider, elected]) {
      const { id } = await openAction(quality, desk.id, pilot.id);
      const read = await pilot.call('GET', `/actions/${id}`);
      expect(read.body).toMatchObject({ mayReport: true, mayReschedule: false });
      expect(read.body.moves).toEqual(['start', 'finish']);
      const told = await report(id, 40, false, pilot);
      expect(told.body).toMatchObject({ state: 'in_progress', progress: 40 });
      const list = await pilot.call('GET', '/actions?owner=me');
      expect(list.body).toMatchObject({ total: 1, items: [{ id }] });
      const other = await open();
      expect((await report(other.id, 40, false, pilot)).status).toBe(404);
    }
  });

  it('is verified by somebody named for it, whatever their role', async () => {
    const verifier = await program.member(tenant, 'agent');
    const { id } = await open({ verifierId: verifier.id });
    expect((await judge(id, 'effective', verifier)).body.code).toBe('move.forbidden');
    await report(id, 100, true);
    expect((await judge(id, 'effective', owner)).body.code).toBe('action.verdict_by_owner');
    const read = await verifier.call('GET', `/actions/${id}`);
    expect(read.body).toMatchObject({ moves: ['verify', 'resume'], verdictObstacle: null });
    expect((await judge(id, 'inconclusive', verifier)).body).toMatchObject({
      ...{ state: 'verified', verdict: 'inconclusive', verdictNote: 'Vu sur place' },
    });
    expect((await judge(id, 'effective', verifier)).status).toBe(409);
  });

  it('moves its due date only with a reason, and keeps the former', async () => {
    const { id } = await open({ dueOn: '2030-01-15' });
    const move = (change: object) => quality.call('PUT', `/actions/${id}/due-date`, change);
    expect((await move({ dueOn: '2030-02-01' })).status).toBe(400);
    expect((await move({ dueOn: '2030-02-01', reason: '   ' })).status).toBe(400);
    await move({ dueOn: '2030-02-01', reason: 'Pièce en rupture' });
    const { body } = await move({ dueOn: '2030-03-01', reason: 'Encore en rupture' });
    expect(body.dueOn).toBe('2030-03-01');
    const kept = (body.history as HistoryEntryDto[]).map(({ details }) => details);
    expect(kept.slice(-2)).toEqual([
      { from: '2030-01-15', to: '2030-02-01', reason: 'Pièce en rupture' },
      { from: '2030-02-01', to: '2030-03-01', reason: 'Encore en rupture' },
    ]);
  });

  it('is cancelled with a reason, and is then over and not done', async () => {
    const { id: feedbackId } = await logFeedback(owner, root);
    const { id } = await open({ feedbackId });
    const cancel = (reason?: string) =>
      quality.call('PUT', `/actions/${id}/cancellation`, { reason });
    expect((await cancel()).status).toBe(400);
    const { body } = await cancel('Le bâtiment ferme');
    expect(body).toMatchObject({
      state: 'cancelled',
      cancelReason: 'Le bâtiment ferme',
      moves: [],
    });
    expect((await cancel('Encore')).body.code).toBe('move.forbidden');
    expect((await report(id, 100, true)).body.code).toBe('move.forbidden');
    const change = { dueOn: '2031-01-01', reason: 'Trop tard' };
    expect((await quality.call('PUT', `/actions/${id}/due-date`, change)).status).toBe(409);
    const resolved = await quality.call('PUT', `/feedback/${feedbackId}/resolution`, {});
    expect(resolved.body).toMatchObject({ code: 'feedback.nothing_done' });
  });

  it('that did not work goes back to work, and opens its closed feedback again', async () => {
    const { id: feedbackId } = await logFeedback(owner, root);
    const { id } = await open({ feedbackId });
    await report(id, 100, true);
    await quality.call('PUT', `/feedback/${feedbackId}/resolution`, {});
    expect((await quality.call('PUT', `/feedback/${feedbackId}/closure`)).body.state).toBe(
      'closed',
    );

    const { body } = await judge(id, 'ineffective');
    expect(body).toMatchObject({ state: 'in_progress', verdict: 'ineffective', doneOn: null });
    const voice = await quality.call('GET', `/feedback/${feedbackId}`);
    expect(voice.body).toMatchObject({ state: 'in_progress', obstacles: ['feedback.action_open'] });
    expect(verbs(voice.body.history)).toEqual([
      ...['feedback.receive', 'feedback.act', 'feedback.resolve', 'feedback.close'],
      'feedback.reopen',
    ]);
    await report(id, 100, true);
    expect((await judge(id, 'effective')).body.state).toBe('verified');
  });

  it('shows every voice it comes from, and only the reference of those I may not see', async () => {
    const administrator = await program.member(tenant, 'administrator');
    const [here, there] = [
      await addUnit(administrator, root, 'Ici'),
      await addUnit(administrator, root, 'Là'),
    ];
    const [seen, hidden] = [await logFeedback(owner, here.id), await logFeedback(owner, there.id)];
    const origins = [seen, hidden].map(({ id }) => ({ kind: 'feedback', feedbackId: id }));
    const manager = await program.member(tenant, 'manager', here.id);
    const { id } = await openAction(quality, here.id, manager.id, { origins });
    const { body } = await manager.call('GET', `/actions/${id}`);
    expect(body.origins).toEqual([
      expect.objectContaining({ feedback: expect.objectContaining({ id: seen.id }) }),
      expect.objectContaining({ reference: hidden.reference, feedback: null, cause: null }),
    ]);
    expect(JSON.stringify(body)).not.toContain(hidden.id);
  });
});

describe('two people at once', () => {
  it('finish an action once', async () => {
    const { id } = await open();
    const answers = await Promise.all([report(id, 100, true), report(id, 100, true, quality)]);
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409]);
  });

  it('give one verdict', async () => {
    const { id } = await open();
    await report(id, 100, true);
    const answers = await Promise.all([judge(id, 'effective'), judge(id, 'ineffective')]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
    const won = answers.find(({ status }) => status === 200);
    const read = await quality.call('GET', `/actions/${id}`);
    expect(read.body.verdict).toBe(won?.body.verdict);
  });

  it('cannot close a feedback while an action opens from it', async () => {
    const { id: feedbackId } = await logFeedback(owner, root);
    const theme = (await quality.call('GET', '/themes')).body[0].id as string;
    const choice = { themeId: theme, severity: 1, frequency: 1, unitId: root };
    await quality.call('PUT', `/feedback/${feedbackId}/qualification`, choice);
    await quality.call('PUT', `/feedback/${feedbackId}/resolution`, { decision: 'Rien à faire' });
    const plan = { kind: 'corrective', title: 'Réparer', unitId: root, ownerId: owner.id };
    const origins = [{ kind: 'feedback', feedbackId }];
    const [closed, opened] = await Promise.all([
      quality.call('PUT', `/feedback/${feedbackId}/closure`),
      quality.call('POST', '/actions', { ...plan, dueOn: '2030-01-01', origins }),
    ]);
    expect([closed.status === 200, opened.status === 201]).toContain(true);
    expect([closed.status, opened.status]).toContain(409);
  });
});

describe('what is sent about an action', () => {
  it.each([
    ['2026-02-30', 400],
    ['2026-13-01', 400],
    ['0000-01-01', 400],
    ['2026-W01-1', 400],
    ['demain', 400],
    ['2028-02-29', 201],
  ])('is due on a day that exists: %s', async (dueOn, status) => {
    const plan = { kind: 'corrective', title: 'Réparer', unitId: root, ownerId: owner.id, dueOn };
    const origins = [{ kind: 'audit', reference: '3.12.1' }];
    expect((await quality.call('POST', '/actions', { ...plan, origins })).status).toBe(status);
  });

  it('says which field of which origin is wrong', async () => {
    const plan = { kind: 'corrective', title: 'Réparer', unitId: root, ownerId: owner.id };
    const origins = [{ kind: 'audit', reference: '3.12.1' }, { kind: 'rumour' }];
    const { body } = await quality.call('POST', '/actions', {
      ...plan,
      dueOn: '2030-01-01',
      origins,
    });
    expect(body.details.fields).toEqual({ 'origins.1.kind': 'Un choix de la liste.' });
  });
});

describe('the list of actions', () => {
  it('is narrowed and sorted', async () => {
    const administrator = await program.member(tenant, 'administrator');
    const { id: unitId } = await addUnit(administrator, root, 'Liste');
    const planned = (more: object) => openAction(quality, unitId, owner.id, { ...more });
    const late = await planned({ title: 'Élaguer', dueOn: '2020-01-01', kind: 'preventive' });
    const soon = await planned({ title: 'Repeindre 100_%', dueOn: '2030-01-01' });
    const done = await planned({ title: 'Former', dueOn: '2029-01-01' });
    await report(done.id, 100, true);
    const names: Record<string, string> = {
      [late.id]: 'late',
      [soon.id]: 'soon',
      [done.id]: 'done',
    };
    const found = async (query: string) => {
      const { body } = await quality.call('GET', `/actions?unitId=${unitId}&${query}`);
      return (body.items as { id: string }[]).map(({ id }) => names[id]).join(' ');
    };
    const expected: Record<string, string> = {
      '': 'late done soon',
      'sort=-dueOn': 'soon done late',
      'sort=-createdAt': 'done soon late',
      'status=open': 'late soon',
      'status=late': 'late',
      'status=toVerify': 'done',
      'state=done': 'done',
      'kind=preventive': 'late',
      'q=elag': 'late',
      'q=0_%25': 'soon',
      'q=_': 'soon',
      'pageSize=1&page=2': 'done',
      [`owner=${owner.id}`]: 'late done soon',
      [`owner=${quality.id}`]: '',
      'owner=me': '',
    };
    for (const [query, names] of Object.entries(expected)) {
      expect([query, await found(query)]).toEqual([query, names]);
    }
  });
});

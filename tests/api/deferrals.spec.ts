import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { ActionDto } from '../../backend/actions/actions.dto.js';
import type { HistoryEntryDto } from '../../backend/journal/journal.dto.js';
import type { OpenedOrganization } from '../../backend/organization/organization.service.js';
import { addUnit, openAction } from '../support/deeds.js';
import { openProgram, type Program, type Signed } from '../support/program.js';

let program: Program;
let tenant: OpenedOrganization;
let quality: Signed;
let manager: Signed;
let owner: Signed;
let desk: { id: string };

beforeAll(async () => {
  program = await openProgram();
  tenant = await program.organization();
  const administrator = await program.member(tenant, 'administrator');
  desk = await addUnit(administrator, tenant.rootUnitId, 'Accueil');
  quality = await program.member(tenant, 'quality_manager');
  manager = await program.member(tenant, 'manager', desk.id);
  owner = await program.member(tenant, 'elected');
});
afterAll(() => program.close());

const [due, later, latest] = ['2030-03-12', '2030-04-12', '2030-05-12'] as const;
const reason = 'La pièce est en rupture';
const open = (more = {}) => openAction(quality, desk.id, owner.id, { dueOn: due, ...more });
const ask = (id: string, dueOn: string = later, by = owner) =>
  by.call('POST', `/actions/${id}/deferrals`, { dueOn, reason });
const decide = (id: string, deferral: string, decision: object, by = manager) =>
  by.call('PUT', `/actions/${id}/deferrals/${deferral}/decision`, decision);
const grant = (id: string, deferral: string, by = manager) =>
  decide(id, deferral, { decision: 'grant' }, by);
const withdraw = (id: string, deferral: string, by = owner) =>
  by.call('DELETE', `/actions/${id}/deferrals/${deferral}`);
const move = (id: string, dueOn: string, by = manager) =>
  by.call('PUT', `/actions/${id}/due-date`, { dueOn, reason: 'Convenu en réunion' });
const read = async (id: string, by = owner) =>
  (await by.call('GET', `/actions/${id}`)).body as ActionDto;
const states = ({ deferrals }: ActionDto) => deferrals.map(({ state }) => state);

/** An action whose owner has asked for more time; its id, and that of the request. */
async function asked(more = {}): Promise<[action: string, deferral: string]> {
  const { id } = await open(more);
  const { status, body } = await ask(id);
  expect(status).toBe(201);
  return [id, (body as ActionDto).deferrals[0]?.id ?? ''];
}

describe('a later due date', () => {
  it('is asked for by the owner, whatever their role, and granted by whoever leads there', async () => {
    const { id } = await open();
    expect(await read(id)).toMatchObject({ mayAskDeferral: true, mayReschedule: false });
    const { body } = await ask(id);
    expect(body).toMatchObject({ dueOn: due, mayAskDeferral: false });
    const request = { state: 'asked', from: due, to: later, reason, askedBy: { id: owner.id } };
    expect(body.deferrals).toMatchObject([{ ...request, decidedBy: null, moves: ['withdraw'] }]);
    expect((await read(id, manager)).deferrals).toMatchObject([{ moves: ['grant', 'refuse'] }]);

    const granted = await grant(id, body.deferrals[0].id);
    expect(granted.body).toMatchObject({ dueOn: later });
    const settled = { state: 'granted', decidedBy: { id: manager.id }, note: null, moves: [] };
    expect(granted.body.deferrals).toMatchObject([settled]);
    expect(await read(id)).toMatchObject({ mayAskDeferral: true });
    const told = (granted.body.history as HistoryEntryDto[]).slice(-2);
    expect(told).toMatchObject([
      { verb: 'action.ask_deferral', details: { to: later, reason } },
      { verb: 'action.grant_deferral', details: { from: due, to: later } },
    ]);
  });

  it('is refused with a note, which the owner reads', async () => {
    const [id, deferral] = await asked();
    const bare = await decide(id, deferral, { decision: 'refuse' });
    expect([bare.status, bare.body.code]).toEqual([400, 'deferral.note_missing']);
    const note = 'La visite de contrôle a lieu le 15';
    const refused = await decide(id, deferral, { decision: 'refuse', note });
    expect(refused.body).toMatchObject({ dueOn: due });
    expect(await read(id)).toMatchObject({
      ...{ deferrals: [{ state: 'refused', note }], mayAskDeferral: true },
    });
  });

  it('is taken back by whoever asked, or by who owns the action since', async () => {
    const [id, deferral] = await asked();
    expect((await withdraw(id, deferral, manager)).status).toBe(403);
    expect(states((await withdraw(id, deferral)).body)).toEqual(['withdrawn']);
    expect((await withdraw(id, deferral)).body.code).toBe('move.forbidden');
    expect((await grant(id, deferral)).body.code).toBe('move.forbidden');

    const heir = await program.member(tenant, 'agent');
    const again = (await ask(id)).body.deferrals[1].id as string;
    const { version, kind, title, unit } = await read(id);
    const words = { version, kind, title, unitId: unit.id, ownerId: heir.id };
    await quality.call('PUT', `/actions/${id}`, words);
    expect(states((await withdraw(id, again, heir)).body)).toEqual(['withdrawn', 'withdrawn']);
  });

  it.each([
    ['the day it is due', due, 400, 'deferral.not_later'],
    ['an earlier day', '2030-03-01', 400, 'deferral.not_later'],
    ['no day', 'demain', 400, 'input.invalid'],
  ])('is not %s', async (_, dueOn, status, code) => {
    const { id } = await open();
    const answer = await ask(id, dueOn);
    expect([answer.status, answer.body.code]).toEqual([status, code]);
  });

  it('is a day to come, when asked for and when granted', async () => {
    const { id } = await open({ dueOn: '2020-01-01' });
    expect((await ask(id, '2020-02-01')).body.code).toBe('deferral.day_past');
    const deferral = (await ask(id, later)).body.deferrals[0].id as string;
    const past = `INSERT INTO deferral (id, action_id, from_day, to_day, reason, asked_by, asked_at)
      SELECT gen_random_uuid(), action_id, from_day, '2020-02-01', reason, asked_by, asked_at
        FROM deferral WHERE id = $1 RETURNING id`;
    await withdraw(id, deferral);
    const [old] = await program.within(tenant, (tx) =>
      tx.query<[{ id: string }]>(past, [deferral]),
    );
    expect(await grant(id, old.id)).toMatchObject({
      ...{ status: 409, body: { code: 'deferral.day_over' } },
    });
    const refused = await decide(id, old.id, { decision: 'refuse', note: 'Trop tard' });
    expect(states(refused.body)).toEqual(['withdrawn', 'refused']);
  });

  it('is asked for by nobody else, and not by who may move it', async () => {
    const { id } = await open();
    expect((await ask(id, later, manager)).body.code).toBe('deferral.owner_only');
    const mine = await openAction(quality, desk.id, manager.id, { dueOn: due });
    expect((await ask(mine.id, later, manager)).body.code).toBe('deferral.not_needed');
    expect(await read(mine.id, manager)).toMatchObject({ mayAskDeferral: false });
    const elsewhere = await program.organization();
    const stranger = await program.member(elsewhere, 'quality_manager');
    const [other, deferral] = await asked();
    expect((await ask(other, later, stranger)).status).toBe(404);
    expect((await grant(other, deferral, stranger)).status).toBe(404);
    expect((await withdraw(other, deferral, stranger)).status).toBe(404);
    expect((await grant(id, deferral)).status).toBe(404);
  });

  it('is never granted by who asked, even once they lead there', async () => {
    const pilot = await program.member(tenant, 'agent');
    const { id } = await openAction(quality, desk.id, pilot.id, { dueOn: due });
    const deferral = (await ask(id, later, pilot)).body.deferrals[0].id as string;
    const promote = `INSERT INTO membership (id, person_id, unit_id, role)
      VALUES (gen_random_uuid(), $1, $2, 'manager')`;
    await program.within(tenant, (tx) => tx.query(promote, [pilot.id, desk.id]));
    expect((await grant(id, deferral, pilot)).body.code).toBe('deferral.own');
    const moved = await move(id, later, pilot);
    expect(states(moved.body)).toEqual(['withdrawn', 'granted']);
  });

  it.each([
    ['done', (id: string) => owner.call('POST', `/actions/${id}/progress`, finished)],
    ['cancelled', (id: string) => quality.call('PUT', `/actions/${id}/cancellation`, { reason })],
  ])('is not decided any more once the action is %s', async (_, end) => {
    const [id, deferral] = await asked();
    await end(id);
    expect((await grant(id, deferral)).body.code).toBe('move.forbidden');
    expect((await ask(id)).body.code).toBe('move.forbidden');
    expect((await move(id, later)).body.code).toBe('move.forbidden');
    expect(await read(id)).toMatchObject({
      ...{ dueOn: due, mayAskDeferral: false, deferrals: [{ state: 'withdrawn', moves: [] }] },
    });
  });
});

const finished = { progress: 100, done: true };

describe('a due date that is moved at once', () => {
  it('keeps every day it had, with why and by whom', async () => {
    const { id } = await open();
    await move(id, later);
    const { body } = await move(id, latest, quality);
    expect(body.deferrals).toMatchObject([
      { state: 'granted', from: due, to: later, askedBy: { id: manager.id } },
      { state: 'granted', from: later, to: latest, decidedBy: { id: quality.id } },
    ]);
    expect(await move(id, latest)).toMatchObject({
      status: 400,
      body: { code: 'deferral.same_day' },
    });
  });

  it('to the day that was asked for grants the request', async () => {
    const [id] = await asked();
    const { body } = await move(id, later);
    expect(body).toMatchObject({ dueOn: later });
    expect(body.deferrals).toMatchObject([
      { state: 'granted', askedBy: { id: owner.id }, note: 'Convenu en réunion' },
    ]);
  });

  it('to another day answers the request with the same reason', async () => {
    const [id] = await asked();
    const { body } = await move(id, latest);
    expect(body.deferrals).toMatchObject([
      { state: 'refused', to: later, note: 'Convenu en réunion' },
      { state: 'granted', to: latest, askedBy: { id: manager.id } },
    ]);
  });

  it('before the start that was planned brings the start forward with it', async () => {
    const { id, version } = await open({ startOn: '2030-03-05' });
    const { body } = await move(id, '2030-03-02');
    expect(body).toMatchObject({
      ...{ dueOn: '2030-03-02', startOn: '2030-03-02', version: version + 1 },
    });
    expect(body.history.at(-1).details).toMatchObject({ startOn: '2030-03-02' });
    expect((await move(id, due)).body).toMatchObject({ startOn: '2030-03-02', version: 2 });
  });
});

describe('two people at once', () => {
  it('decide once', async () => {
    const [id, deferral] = await asked();
    const note = 'Pas maintenant';
    const answers = await Promise.all([
      grant(id, deferral),
      decide(id, deferral, { decision: 'refuse', note }, quality),
    ]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
    const { dueOn, deferrals } = await read(id);
    expect(dueOn).toBe(deferrals[0]?.state === 'granted' ? later : due);
  });

  it('grant what is taken back: one of them', async () => {
    const [id, deferral] = await asked();
    const answers = await Promise.all([grant(id, deferral), withdraw(id, deferral)]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
  });

  it('ask once', async () => {
    const { id } = await open();
    const answers = await Promise.all([ask(id), ask(id, latest)]);
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409]);
    expect((await ask(id)).body.code).toBe('deferral.asked_already');
  });
});

describe('home', () => {
  it('tells who may decide what waits for them, and nobody else', async () => {
    const [id, deferral] = await asked();
    const toDecide = async (by: Signed) => {
      const { body } = await by.call('GET', '/home');
      return body.toDecide as { items: { id: string }[]; total: number } | null;
    };
    const waiting = (await toDecide(manager))?.items.find((item) => item.id === deferral);
    expect(waiting).toMatchObject({
      ...{ action: { id }, from: due, to: later, reason, askedBy: { id: owner.id } },
      unit: { id: desk.id, name: 'Accueil' },
    });
    expect(await toDecide(owner)).toBeNull();
    const elsewhere = await addUnit(
      await program.member(tenant, 'administrator'),
      tenant.rootUnitId,
      'Domicile',
    );
    const other = await program.member(tenant, 'manager', elsewhere.id);
    expect(await toDecide(other)).toEqual({ items: [], total: 0 });
    await decide(id, deferral, { decision: 'grant' });
    const left = (await toDecide(manager))?.items ?? [];
    expect(left.map((item) => item.id)).not.toContain(deferral);
  });
});

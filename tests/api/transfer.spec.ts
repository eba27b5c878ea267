import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { addDays } from '../../backend/domain/days.js';
import type { OpenedOrganization } from '../../backend/organization/organization.service.js';
import { addUnit, firstTheme, logFeedback, stored, type Receipt } from '../support/deeds.js';
import { openProgram, type Program, type Signed } from '../support/program.js';

let program: Program;
let tenant: OpenedOrganization;
let quality: Signed;
let agent: Signed;
let desk: { id: string; publicKey: string };
let home: { id: string };
let ofDesk: Signed;
let ofHome: Signed;

beforeAll(async () => {
  program = await openProgram();
  tenant = await program.organization();
  quality = await program.member(tenant, 'quality_manager');
  agent = await program.member(tenant, 'agent');
  const administrator = await program.member(tenant, 'administrator');
  desk = await addUnit(administrator, tenant.rootUnitId, 'Accueil');
  home = await addUnit(administrator, tenant.rootUnitId, 'Domicile');
  ofDesk = await program.member(tenant, 'manager', desk.id);
  ofHome = await program.member(tenant, 'manager', home.id);
});
afterAll(() => program.close());

const log = (more: Record<string, unknown> = {}) => logFeedback(agent, desk.id, more);
const send = (by: Signed, { id }: Receipt, more: Record<string, unknown>) =>
  by.call('PUT', `/feedback/${id}/transfer`, { reason: 'Cela relève de vous', ...more });
const settle = (by: Signed, { id }: Receipt, more: Record<string, unknown>) =>
  by.call('PUT', `/feedback/${id}/transfer/outcome`, more);
const rowOf = async ({ id }: Receipt) =>
  (await stored(program, tenant, 'SELECT * FROM feedback WHERE id = $1', [id]))[0];
const partner = { partner: 'CAF du Nord', contact: '3230, 9 h à 16 h' };
const today = () => new Date().toISOString().slice(0, 10);

describe('a transfer to another unit', () => {
  it('goes out of sight of who may not see that unit, into that of its people', async () => {
    const told = await log();
    const sent = await send(ofDesk, told, { toUnitId: home.id });
    expect([sent.status, sent.body]).toEqual([204, '']);
    expect((await ofDesk.call('GET', `/feedback/${told.id}`)).status).toBe(404);
    const there = await ofHome.call('GET', `/feedback/${told.id}`);
    expect(there.body).toMatchObject({
      ...{ state: 'transferred', unit: { id: home.id } },
      transfers: [{ from: 'Accueil', to: 'Domicile', toPartner: false, outcome: null }],
    });
    expect((await ofHome.call('GET', '/home')).body.toReceive.items).toMatchObject([
      { id: told.id },
    ]);
    const received = await settle(ofHome, told, { outcome: 'received' });
    expect(received.body).toMatchObject({ state: 'received', unit: { id: home.id } });
    expect(received.body.transfers).toMatchObject([
      { outcome: 'received', settledBy: ofHome.name },
    ]);
    expect(received.body.history.map(({ verb }: { verb: string }) => verb)).toEqual([
      'feedback.receive',
      'feedback.transfer',
      'feedback.arrive',
    ]);
    expect((await ofHome.call('GET', '/home')).body.toReceive.total).toBe(0);
  });

  it('is sent back with a reason: the unit returns, and the state', async () => {
    const told = await log();
    const { id: themeId } = await firstTheme(quality);
    const choice = { themeId, severity: 2, frequency: 2, unitId: desk.id };
    await quality.call('PUT', `/feedback/${told.id}/qualification`, choice);
    const before = await rowOf(told);
    await send(ofDesk, told, { toUnitId: home.id });
    const note = 'Ce n’est pas chez nous';
    expect((await settle(ofHome, told, { outcome: 'not_received', note })).status).toBe(204);
    expect(await rowOf(told)).toEqual(before);
    const back = await ofDesk.call('GET', `/feedback/${told.id}`);
    expect(back.body).toMatchObject({
      ...{ state: 'qualified', transfers: [{ outcome: 'not_received', note }] },
    });
    expect((await send(ofDesk, told, { toUnitId: home.id })).status).toBe(204);
  });

  it('has arrived where it is resolved', async () => {
    const told = await log();
    await send(ofDesk, told, { toUnitId: home.id });
    const decision = 'Vu avec la famille';
    const nothing = await ofHome.call('PUT', `/feedback/${told.id}/resolution`, {});
    expect(nothing.body.code).toBe('feedback.nothing_done');
    const { body } = await ofHome.call('PUT', `/feedback/${told.id}/resolution`, { decision });
    expect(body).toMatchObject({
      ...{ state: 'resolved', transfers: [{ outcome: 'received', settledBy: ofHome.name }] },
    });
  });

  it('is undone by who still sees it', async () => {
    const told = await log();
    const before = await rowOf(told);
    const sent = await send(quality, told, { toUnitId: home.id });
    expect(sent).toMatchObject({ status: 200, body: { state: 'transferred' } });
    const undone = await settle(quality, told, { outcome: 'taken_back' });
    expect(undone.body).toMatchObject({ state: 'received', unit: { id: desk.id } });
    expect(await rowOf(told)).toEqual(before);
  });

  it.each([
    ['nowhere', 400, 'transfer.nowhere', () => ({})],
    ['to two places', 400, 'transfer.nowhere', () => ({ toUnitId: home.id, ...partner })],
    ['to nobody', 400, 'input.invalid', () => ({ partner: ' \u00a0 ' })],
    ['where it is', 400, 'transfer.same_unit', () => ({ toUnitId: desk.id })],
    ['to no unit of ours', 404, 'unit.unknown', () => ({ toUnitId: crypto.randomUUID() })],
    ['without a reason', 400, 'input.invalid', () => ({ ...partner, reason: '' })],
    ['to ask today', 400, 'transfer.past_day', () => ({ ...partner, askOn: today() })],
    ['to ask on no day', 400, 'input.invalid', () => ({ ...partner, askOn: '2027-02-30' })],
  ])('is refused %s', async (_, status, code, more) => {
    const told = await log();
    const answer = await send(quality, told, more());
    expect([answer.status, answer.body.code]).toEqual([status, code]);
    const read = await quality.call('GET', `/feedback/${told.id}`);
    expect(read.body).toMatchObject({ state: 'received', transfers: [] });
  });

  it('of two at once, one; one under way, no other', async () => {
    const told = await log();
    const answers = await Promise.all([
      send(quality, told, { toUnitId: home.id }),
      send(quality, told, partner),
    ]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
    expect((await send(quality, told, partner)).status).toBe(409);
    const settled = await Promise.all([
      settle(quality, told, { outcome: 'taken_back' }),
      settle(quality, told, { outcome: 'taken_back' }),
    ]);
    expect(settled.map(({ status }) => status).sort()).toEqual([200, 409]);
    expect(await settle(quality, told, { outcome: 'received' })).toMatchObject({
      ...{ status: 409, body: { code: 'transfer.none' } },
    });
  });

  it('is made and settled by those who lead there, of this organisation', async () => {
    const told = await log();
    expect((await send(agent, told, partner)).status).toBe(403);
    expect((await send(ofHome, told, partner)).status).toBe(404);
    const elsewhere = await program.organization();
    const stranger = await program.member(elsewhere, 'quality_manager');
    expect((await send(stranger, told, partner)).status).toBe(404);
    const away = { toUnitId: elsewhere.rootUnitId };
    expect((await send(quality, told, away)).status).toBe(404);
    await send(quality, told, partner);
    expect((await settle(agent, told, { outcome: 'received' })).status).toBe(403);
    expect((await settle(stranger, told, { outcome: 'received' })).status).toBe(404);
    expect((await agent.call('GET', '/feedback/transfer-choices')).status).toBe(403);
  });
});

describe('a transfer to a partner', () => {
  it('is told to whoever spoke, by letter and on the follow-up page, with the contact', async () => {
    const told = (
      await program.anybody(
        ...(['POST', `/public/units/${desk.publicKey}/feedback`] as const),
        { kind: 'complaint', body: 'My allowance', email: 'sam@exemple.example' },
        { 'accept-language': 'en' },
      )
    ).body as Receipt;
    const follower = await log({ email: 'lou@exemple.example' });
    await quality.call('PUT', `/feedback/${follower.id}/merge`, { into: told.id });
    await send(quality, told, partner);
    const letter = await program.postbox.letterTo('sam@exemple.example', ({ subject }) =>
      Boolean(subject?.includes('passed on')),
    );
    expect(letter.text).toContain('is a matter for CAF du Nord');
    expect(letter.text).toContain('3230');
    expect(letter.text).not.toContain('Cela relève de vous');
    const other = await program.postbox.letterTo('lou@exemple.example', ({ subject }) =>
      Boolean(subject?.includes('a été transmis')),
    );
    expect(other.subject).toContain(follower.reference);
    expect(other.text).toMatch(/relève de CAF du Nord/);
    for (const { followUpCode } of [told, follower]) {
      const { body } = await program.anybody('GET', `/public/follow-ups/${followUpCode}`);
      expect(body).toMatchObject({
        ...{ state: 'transferred', partner: { partner: 'CAF du Nord', contact: partner.contact } },
      });
      expect(JSON.stringify(body)).not.toContain('Cela relève de vous');
    }
    await settle(quality, told, { outcome: 'taken_back' });
    const { body } = await program.anybody('GET', `/public/follow-ups/${told.followUpCode}`);
    expect(body).toMatchObject({ state: 'received', partner: null });
  });

  it('is asked about when its day comes, and again on another', async () => {
    const told = await log();
    const sent = await send(quality, told, partner);
    const [{ askOn }] = sent.body.transfers;
    expect(askOn >= addDays(today(), 12)).toBe(true);
    const toAsk = async (by = ofDesk) => {
      const { items } = (await by.call('GET', '/home')).body.toAsk as { items: Receipt[] };
      return items.some(({ id }) => id === told.id);
    };
    expect(await toAsk()).toBe(false);
    const days = `UPDATE transfer SET ask_on = current_date - 1 WHERE feedback_id = $1`;
    await program.within(tenant, (tx) => tx.query(days, [told.id]));
    expect(await toAsk()).toBe(true);
    expect(await toAsk(ofHome)).toBe(false);
    expect((await ofDesk.call('GET', `/feedback/${told.id}`)).body.transfers).toMatchObject([
      { toAsk: true, to: 'CAF du Nord' },
    ]);
    const past = await settle(ofDesk, told, { outcome: 'not_received', askOn: '2020-01-01' });
    expect(past.body.code).toBe('transfer.past_day');
    const again = { outcome: 'not_received', askOn: addDays(today(), 30), note: 'Pas vu' };
    const asked = await settle(ofDesk, told, again);
    expect(asked.body).toMatchObject({
      ...{ state: 'transferred', transfers: [{ outcome: null, askOn: again.askOn }] },
    });
    expect(await toAsk()).toBe(false);
    expect(asked.body.history.at(-1)).toMatchObject({ verb: 'feedback.ask_again' });
    const back = await settle(ofDesk, told, { outcome: 'not_received' });
    expect(back.body).toMatchObject({
      state: 'received',
      transfers: [{ outcome: 'not_received' }],
    });
  });

  it('was received: it may be resolved with a decision, or still taken back', async () => {
    const [told, other] = [await log(), await log()];
    for (const one of [told, other]) {
      await send(quality, one, partner);
      const note = 'Vu avec Mme Petit';
      const received = await settle(quality, one, { outcome: 'received', note });
      expect(received.body).toMatchObject({
        ...{ state: 'transferred', transfers: [{ outcome: 'received', note }] },
      });
      expect(received.body.moves).toEqual(expect.arrayContaining(['resolve']));
    }
    const nothing = await quality.call('PUT', `/feedback/${told.id}/resolution`, {});
    expect(nothing.body.code).toBe('feedback.nothing_done');
    const decision = 'Transmise à la CAF, qui l’a reçue';
    const resolved = await quality.call('PUT', `/feedback/${told.id}/resolution`, { decision });
    expect(resolved.body.state).toBe('resolved');
    expect((await settle(quality, other, { outcome: 'taken_back' })).body.state).toBe('received');
  });

  it('is resolved once it is told whether it arrived', async () => {
    const told = await log();
    await send(quality, told, partner);
    const decision = 'La CAF a pris le relais';
    const resolve = () => quality.call('PUT', `/feedback/${told.id}/resolution`, { decision });
    expect(await resolve()).toMatchObject({ status: 409, body: { code: 'transfer.unsettled' } });
    await settle(quality, told, { outcome: 'received' });
    expect((await resolve()).body.state).toBe('resolved');
  });

  it('is proposed again the next time, with every unit of the organisation', async () => {
    await send(quality, await log(), { partner: 'caf du nord', contact: '' });
    await send(quality, await log(), { partner: 'Mission locale' });
    const { body } = await ofDesk.call('GET', '/feedback/transfer-choices');
    expect(body.partners.map(({ name }: { name: string }) => name)).toEqual([
      'Mission locale',
      'caf du nord',
    ]);
    expect(body.units.map(({ name }: { name: string }) => name)).toEqual(
      expect.arrayContaining(['Accueil', 'Domicile']),
    );
    expect(body.askOn > today()).toBe(true);
  });
});

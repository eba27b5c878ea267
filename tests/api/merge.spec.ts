import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { FeedbackDto } from '../../backend/feedback/feedback.dto.js';
import type { FollowUpDto } from '../../backend/feedback/follow-up.dto.js';
import type { OpenedOrganization } from '../../backend/organization/organization.service.js';
import {
  addUnit,
  firstTheme,
  logFeedback,
  openAction,
  stored,
  type Receipt,
} from '../support/deeds.js';
import { openProgram, type Answer, type Program, type Signed } from '../support/program.js';

let program: Program;
let tenant: OpenedOrganization;
let quality: Signed;
let agent: Signed;
let root: string;
let themeId: string;

beforeAll(async () => {
  program = await openProgram();
  tenant = await program.organization();
  root = tenant.rootUnitId;
  quality = await program.member(tenant, 'quality_manager');
  agent = await program.member(tenant, 'agent');
  themeId = (await firstTheme(quality)).id;
});
afterAll(() => program.close());

const log = (more: Record<string, unknown> = {}) => logFeedback(agent, root, more);
const merge = (one: Receipt, into: Receipt, by = quality) =>
  by.call('PUT', `/feedback/${one.id}/merge`, { into: into.id });
const split = ({ id }: Receipt, by = quality) => by.call('DELETE', `/feedback/${id}/merge`);
const read = async ({ id }: Receipt, by = quality) =>
  (await by.call('GET', `/feedback/${id}`)).body as FeedbackDto;
const follow = async ({ followUpCode }: Receipt) =>
  (await program.anybody('GET', `/public/follow-ups/${followUpCode}`)).body as FollowUpDto;
const rowOf = async ({ id }: Receipt) =>
  (await stored(program, tenant, 'SELECT * FROM feedback WHERE id = $1', [id]))[0];
const qualify = ({ id }: Receipt) =>
  quality.call('PUT', `/feedback/${id}/qualification`, {
    themeId,
    severity: 2,
    frequency: 2,
    unitId: root,
  });
const answer = ({ id }: Receipt, body = 'C’est réparé, merci.') =>
  quality.call('POST', `/feedback/${id}/answers`, { body });
const verbs = (record: { history: { verb: string }[] }) => record.history.map(({ verb }) => verb);

describe('a merge', () => {
  it('keeps both, tells each record of the other, and is journaled on both', async () => {
    const [kept, said] = [await log({ body: 'La porte colle' }), await log()];
    const { status, body } = await merge(said, kept);
    expect(status).toBe(200);
    expect(body).toMatchObject({
      ...{ state: 'duplicate', moves: ['split'], mayAnswer: false, clocks: [] },
      family: { head: { id: kept.id, reference: kept.reference }, joined: [] },
    });
    const record = await read(kept);
    expect(record.family).toMatchObject({
      head: null,
      joined: [{ id: said.id, reference: said.reference, maySplit: true }],
    });
    expect(verbs(record)).toEqual(['feedback.receive', 'feedback.join']);
    expect(verbs(body)).toEqual(['feedback.receive', 'feedback.merge']);
    const found = await quality.call('GET', '/feedback?state=duplicate&pageSize=100');
    expect(found.body.items.map(({ id }: Receipt) => id)).toContain(said.id);
  });

  it.each(['received', 'qualified', 'in_progress'])(
    'from %s is undone without a trace on any row',
    async (state) => {
      const [kept, said] = [await log(), await log({ email: 'trace@exemple.example' })];
      if (state !== 'received') await qualify(said);
      if (state === 'in_progress') {
        await openAction(quality, root, agent.id, { feedbackId: said.id });
      }
      const about = (query: string) => stored(program, tenant, query, [said.id]);
      const everything = async () => [
        ...[await rowOf(said), await rowOf(kept)],
        await about('SELECT * FROM reporter WHERE feedback_id = $1'),
        await about('SELECT * FROM door WHERE target_id = $1'),
        await about('SELECT * FROM origin WHERE feedback_id = $1'),
      ];
      const before = await everything();
      expect((await merge(said, kept)).status).toBe(200);
      expect(await everything()).not.toEqual(before);
      const undone = await split(said);
      expect(undone.body.state).toBe(state);
      expect(await everything()).toEqual(before);
      expect(verbs(undone.body).slice(-2)).toEqual(['feedback.merge', 'feedback.split']);
      expect(verbs(await read(kept)).slice(-2)).toEqual(['feedback.join', 'feedback.leave']);
    },
  );

  it('can be told to the end of a chain, and no link of it is lost', async () => {
    const [a, b, c] = [await log({ body: 'un' }), await log({ body: 'deux' }), await log()];
    await merge(a, b);
    await merge(b, c);
    expect((await read(a)).family.head?.id).toBe(c.id);
    expect((await read(c)).family.joined.map(({ id }) => id).sort()).toEqual([a.id, b.id].sort());
    await qualify(c);
    expect(await follow(a)).toMatchObject({ state: 'qualified', joined: true, body: 'un' });
    await split(b);
    expect(await follow(a)).toMatchObject({ state: 'received', joined: true });
    expect((await read(b)).family.joined).toMatchObject([{ id: a.id }]);
  });

  it('never turns in a circle', async () => {
    const [a, b, c] = [await log(), await log(), await log()];
    const circle = { status: 409, body: { code: 'feedback.merge_circle' } };
    expect(await merge(a, a)).toMatchObject(circle);
    await merge(a, b);
    await merge(b, c);
    expect(await merge(c, a)).toMatchObject(circle);
    expect(await merge(c, b)).toMatchObject(circle);
    expect(await merge(a, c)).toMatchObject({ status: 409, body: { code: 'move.forbidden' } });
  });

  it('is refused into what is over', async () => {
    const [kept, said] = [await log(), await log()];
    await quality.call('PUT', `/feedback/${kept.id}/dismissal`, { reason: 'Hors sujet' });
    expect(await merge(said, kept)).toMatchObject({
      ...{ status: 409, body: { code: 'feedback.merge_settled' } },
    });
    expect((await read(said)).state).toBe('received');
  });
});

describe('merges at the same moment', () => {
  /** They wait for each other: the second is told why, not that the database gave up. */
  const oneOfTwo = ['200 duplicate', '409 feedback.merge_circle'];
  const outcomes = (answers: Answer[]) =>
    answers.map(({ status, body }) => `${status} ${body.code ?? body.state}`).sort();

  it('that cross: one of the two', async () => {
    for (let nth = 0; nth < 5; nth += 1) {
      const [a, b] = [await log(), await log()];
      expect(outcomes(await Promise.all([merge(a, b), merge(b, a)]))).toEqual(oneOfTwo);
      const states = [(await read(a)).state, (await read(b)).state].sort();
      expect(states).toEqual(['duplicate', 'received']);
    }
  });

  it('that would close a circle over two chains: never', async () => {
    for (let nth = 0; nth < 5; nth += 1) {
      const [a, b, c, d] = [await log(), await log(), await log(), await log()];
      await merge(a, b);
      await merge(c, d);
      expect(outcomes(await Promise.all([merge(b, c), merge(d, a)]))).toEqual(oneOfTwo);
      expect((await read(a)).family.head).toBeTruthy();
    }
  });

  it('of the same one into two: one of the two', async () => {
    const [a, b, c] = [await log(), await log(), await log()];
    const answers = await Promise.all([merge(a, b), merge(a, c)]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
    const undone = await Promise.all([split(a), split(a)]);
    expect(undone.map(({ status }) => status).sort()).toEqual([200, 409]);
  });
});

describe('who may merge', () => {
  it('leads on both sides, and sees both', async () => {
    const administrator = await program.member(tenant, 'administrator');
    const desk = await addUnit(administrator, root, 'Accueil');
    const home = await addUnit(administrator, root, 'Domicile');
    const manager = await program.member(tenant, 'manager', desk.id);
    const [mine, own] = [await logFeedback(agent, desk.id), await logFeedback(agent, desk.id)];
    const theirs = await logFeedback(agent, home.id, { body: 'Un secret' });
    expect((await merge(mine, own, agent)).status).toBe(403);
    expect((await merge(mine, theirs, manager)).status).toBe(404);
    expect((await merge(theirs, mine, manager)).status).toBe(404);
    expect((await merge(mine, own, manager)).status).toBe(200);
    await merge(theirs, own);
    const record = await read(own, manager);
    expect(record.family.joined).toEqual([
      expect.objectContaining({ id: mine.id, maySplit: true }),
      {
        ...{ id: null, excerpt: '', reference: theirs.reference, maySplit: false },
        receivedOn: expect.any(String),
      },
    ]);
    expect((await split(theirs, manager)).status).toBe(404);
  });

  it('belongs to the organisation', async () => {
    const elsewhere = await program.organization();
    const stranger = await program.member(elsewhere, 'quality_manager');
    const theirs = await logFeedback(stranger, elsewhere.rootUnitId);
    const ours = await log();
    expect((await merge(ours, theirs)).status).toBe(404);
    expect((await merge(theirs, ours)).status).toBe(404);
    expect((await merge(ours, theirs, stranger)).status).toBe(404);
    expect((await split(ours, stranger)).status).toBe(404);
  });
});

describe('nobody is lost', () => {
  it('each follows with their own code, and reads their own words only', async () => {
    const kept = await log({ body: 'Les mots de la première', kind: 'complaint' });
    const said = await log({ body: 'Les mots de la seconde' });
    await answer(said, 'Un mot à la seconde.');
    await merge(said, kept);
    await qualify(kept);
    await answer(kept, 'Un mot à toutes.');
    const followed = await follow(said);
    expect(followed).toMatchObject({
      ...{ state: 'qualified', joined: true, kind: 'anomaly', reference: said.reference },
      ...{ body: 'Les mots de la seconde' },
      answers: [{ body: 'Un mot à la seconde.' }, { body: 'Un mot à toutes.' }],
    });
    expect(JSON.stringify(followed)).not.toContain('première');
    expect(JSON.stringify(followed)).not.toContain(kept.reference);
    const first = await follow(kept);
    expect(first).toMatchObject({ joined: false, answers: [{ body: 'Un mot à toutes.' }] });
    expect(JSON.stringify(first)).not.toContain('seconde');
    await split(said);
    const apart = await follow(said);
    expect(apart).toMatchObject({ state: 'received', joined: false });
    expect(apart.answers).toMatchObject([{ body: 'Un mot à la seconde.' }]);
  });

  it('each is answered by letter, in their language, on their own reference', async () => {
    const [unit] = (await quality.call('GET', '/units')).body as { publicKey: string }[];
    const tell = async (email: string, language: string) =>
      (
        await program.anybody(
          ...(['POST', `/public/units/${unit?.publicKey}/feedback`] as const),
          { kind: 'anomaly', body: 'La rampe', email },
          { 'accept-language': language },
        )
      ).body as Receipt;
    const [one, two] = [await tell('un@exemple.example', 'fr'), await tell('two@ex.example', 'en')];
    const far = await tell('trois@exemple.example', 'fr');
    const again = await tell('UN@exemple.example', 'fr');
    await merge(far, two);
    await merge(two, one);
    await merge(again, one);
    expect(await answer(two)).toMatchObject({
      ...{ status: 409, body: { code: 'feedback.answer_elsewhere' } },
    });
    await answer(one, 'La rampe tient.');
    const letters = await stored<{ recipient: string; subject: string }>(
      ...([program, tenant] as const),
      `SELECT recipient, subject FROM letter
        WHERE kind = 'answer' AND recipient ILIKE ANY ('{un@%,two@%,trois@%}') ORDER BY recipient`,
    );
    expect(letters).toEqual([
      { recipient: 'trois@exemple.example', subject: expect.stringContaining(far.reference) },
      { recipient: 'two@ex.example', subject: expect.stringContaining(two.reference) },
      { recipient: 'un@exemple.example', subject: expect.stringContaining(one.reference) },
    ]);
    expect(letters[1]?.subject).toContain('Our answer');
    const letter = await program.postbox.letterTo('two@ex.example', ({ text }) =>
      Boolean(text?.includes('La rampe tient.')),
    );
    expect(letter.text).not.toContain(one.reference);
  });
});

describe('the gates look at the whole family', () => {
  const resolve = ({ id }: Receipt, more = {}) =>
    quality.call('PUT', `/feedback/${id}/resolution`, more);
  const close = ({ id }: Receipt) => quality.call('PUT', `/feedback/${id}/closure`);

  it('an open action of a duplicate holds it open, one that is done lets it go', async () => {
    const [kept, said] = [await log(), await log()];
    const action = await openAction(quality, root, agent.id, { feedbackId: said.id });
    await qualify(kept);
    await merge(said, kept);
    expect((await read(kept)).actions).toMatchObject([{ id: action.id }]);
    expect(await resolve(kept, { decision: 'Rien' })).toMatchObject({
      ...{ status: 409, body: { code: 'feedback.action_open' } },
    });
    const done = { progress: 100, done: true };
    await agent.call('POST', `/actions/${action.id}/progress`, done);
    expect((await resolve(kept)).status).toBe(200);
    expect((await close(kept)).body.state).toBe('closed');
    const verdict = { verdict: 'ineffective', note: 'Elle colle encore' };
    await quality.call('PUT', `/actions/${action.id}/verdict`, verdict);
    expect((await read(kept)).state).toBe('in_progress');
  });

  it('an answer is owed as soon as one of them can be reached', async () => {
    const [kept, said] = [await log(), await log({ phone: '01 02 03 04 05' })];
    await answer(kept, 'Avant de se réunir.');
    await qualify(kept);
    await merge(said, kept);
    await resolve(kept, { decision: 'Déjà réparé' });
    expect(await close(kept)).toMatchObject({
      ...{ status: 409, body: { code: 'feedback.answer_missing' } },
    });
    await answer(kept);
    expect((await close(kept)).body.state).toBe('closed');
  });

  it('the database holds to it, whatever the way', async () => {
    const [kept, said] = [await log(), await log()];
    await openAction(quality, root, agent.id, { feedbackId: said.id });
    const sql = (query: string, parameters: string[]) =>
      program.within(tenant, (tx) => tx.query(query, parameters));
    const refused = { driverError: { constraint: 'closed_is_settled' } };
    const closing = `UPDATE feedback SET state = 'closed', decision = 'Dit' WHERE id = $1`;
    const joining = `UPDATE feedback SET state = 'duplicate', duplicate_of = $2 WHERE id = $1`;
    await sql(closing, [kept.id]);
    await expect(sql(joining, [said.id, kept.id])).rejects.toMatchObject(refused);
    await sql(`UPDATE feedback SET state = 'qualified' WHERE id = $1`, [kept.id]);
    await sql(joining, [said.id, kept.id]);
    await expect(sql(closing, [kept.id])).rejects.toMatchObject(refused);
  });
});

import { v7 as newId } from 'uuid';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { AnalysisDto, CauseDto } from '../../backend/analyses/analyses.dto.js';
import type { HistoryEntryDto } from '../../backend/journal/journal.dto.js';
import type { OpenedOrganization } from '../../backend/organization/organization.service.js';
import { addUnit, logFeedback, openAction, stored, type Receipt } from '../support/deeds.js';
import { openProgram, type Program, type Signed } from '../support/program.js';

let program: Program;
let tenant: OpenedOrganization;
let quality: Signed;
let agent: Signed;
let manager: Signed;
let elected: Signed;
let desk: string;
let home: string;

beforeAll(async () => {
  program = await openProgram();
  tenant = await program.organization();
  quality = await program.member(tenant, 'quality_manager');
  const administrator = await program.member(tenant, 'administrator');
  desk = (await addUnit(administrator, tenant.rootUnitId, 'Accueil')).id;
  home = (await addUnit(administrator, tenant.rootUnitId, 'Aide à domicile')).id;
  agent = await program.member(tenant, 'agent', desk);
  manager = await program.member(tenant, 'manager', desk);
  elected = await program.member(tenant, 'elected');
});
afterAll(() => program.close());

const open = async (feedbackIds: string[], by = quality): Promise<AnalysisDto> => {
  const { status, body } = await by.call('POST', '/analyses', { feedbackIds });
  expect({ status, body }).toMatchObject({ status: 201 });
  return body as AnalysisDto;
};
const opened = async (): Promise<AnalysisDto> => open([(await logFeedback(quality, desk)).id]);
const write = (analysis: { id: string }, cause: object, id = newId(), by = quality) =>
  by.call('PUT', `/analyses/${analysis.id}/causes/${id}`, {
    ...{ version: 0, branch: 'methods', wording: 'Le planning n’est pas relu' },
    ...cause,
  });
const causeOf = (body: AnalysisDto, id: string) =>
  body.causes.find((cause) => cause.id === id) as CauseDto;
const join = (analysis: { id: string }, who: object) =>
  quality.call('PUT', `/analyses/${analysis.id}/participants/${newId()}`, who);
const words = ({ version, title, problem, notes, conclusion, unit, heldOn }: AnalysisDto) => ({
  ...{ version, title, problem, notes, conclusion, unitId: unit.id },
  ...(heldOn && { heldOn }),
});

describe('an analysis is opened', () => {
  it('from a feedback, in its unit, named after what was said; a second click gives the same', async () => {
    const feedback = await logFeedback(agent, desk, { body: 'La porte est lourde' });
    const analysis = await open([feedback.id]);
    expect(analysis).toMatchObject({
      ...{ state: 'open', title: 'La porte est lourde', unit: { id: desk }, version: 1 },
      feedback: [{ reference: feedback.reference, seen: { id: feedback.id } }],
    });
    expect(analysis.reference).toMatch(/^C\d\d-[0-9A-Z]{6}$/);
    const twice = await Promise.all([open([feedback.id]), open([feedback.id])]);
    expect(twice.map(({ id }) => id)).toEqual([analysis.id, analysis.id]);
    const { body } = await agent.call('GET', `/feedback/${feedback.id}`);
    expect(body.analyses).toMatchObject([{ state: 'open', seen: { id: analysis.id } }]);
    expect(body.mayAnalyse).toBe(false);
  });

  it('once, by two who click at the same time', async () => {
    const feedback = await logFeedback(agent, desk);
    const both = await Promise.all([open([feedback.id]), open([feedback.id], manager)]);
    expect(new Set(both.map(({ id }) => id)).size).toBe(1);
  });

  it('from several, in the lowest unit that holds them, or in the one that is chosen', async () => {
    const [a, b] = [await logFeedback(quality, desk), await logFeedback(quality, home)];
    expect((await open([a.id, b.id])).unit.id).toBe(tenant.rootUnitId);
    const { body } = await quality.call('POST', '/analyses', {
      ...{ feedbackIds: [a.id, b.id], unitId: home },
    });
    expect(body.unit.id).toBe(home);
    expect(body.feedback).toHaveLength(2);
  });

  it('rises to the unit that holds one feedback more, and keeps one at least', async () => {
    const [a, b] = [await logFeedback(quality, desk), await logFeedback(quality, home)];
    const { id } = await open([a.id]);
    const linked = await quality.call('PUT', `/analyses/${id}/feedback/${b.id}`);
    expect(linked.body).toMatchObject({ unit: { id: tenant.rootUnitId }, version: 2 });
    const again = await quality.call('PUT', `/analyses/${id}/feedback/${b.id}`);
    expect(again.body.feedback).toHaveLength(2);
    const without = await quality.call('DELETE', `/analyses/${id}/feedback/${a.id}`);
    expect(without.body.feedback).toHaveLength(1);
    const none = await quality.call('DELETE', `/analyses/${id}/feedback/${b.id}`);
    expect([none.status, none.body.code]).toEqual([409, 'analysis.feedback_missing']);
  });

  it.each([[[]], [['x']], [undefined]])('not from %j', async (feedbackIds) => {
    expect((await quality.call('POST', '/analyses', { feedbackIds })).status).toBe(400);
  });
});

describe('who may', () => {
  it('read: staff of its unit; write: those who lead there', async () => {
    const analysis = await opened();
    const path = `/analyses/${analysis.id}`;
    expect((await agent.call('GET', path)).body).toMatchObject({ mayWrite: false, moves: [] });
    expect((await manager.call('GET', path)).body).toMatchObject({ mayWrite: true });
    expect((await elected.call('GET', path)).status).toBe(403);
    expect((await program.anybody('GET', path)).status).toBe(401);
    const outsider = await program.member(tenant, 'manager', home);
    expect((await outsider.call('GET', path)).status).toBe(404);
    expect((await write(analysis, {}, newId(), outsider)).status).toBe(404);
    expect((await write(analysis, {}, newId(), agent)).status).toBe(403);
    const list = await outsider.call('GET', '/analyses?pageSize=100');
    expect(list.body.items.map((row: AnalysisDto) => row.id)).not.toContain(analysis.id);
  });

  it('link: only a feedback that they see; of others’, the reference shows', async () => {
    const [mine, theirs] = [await logFeedback(quality, desk), await logFeedback(quality, home)];
    const analysis = await open([mine.id], manager);
    const refused = await manager.call('PUT', `/analyses/${analysis.id}/feedback/${theirs.id}`);
    expect([refused.status, refused.body.code]).toEqual([404, 'feedback.unknown']);
    const { body } = await quality.call('POST', '/analyses', {
      ...{ feedbackIds: [mine.id, theirs.id], unitId: desk },
    });
    const seen = await manager.call('GET', `/analyses/${body.id}`);
    expect(seen.body.feedback).toContainEqual({ reference: theirs.reference, seen: null });
    const away = await program.member(tenant, 'agent', home);
    const told = await away.call('GET', `/feedback/${theirs.id}`);
    expect(told.body.analyses).toEqual([{ reference: body.reference, state: 'open', seen: null }]);
  });

  it('nothing from another organisation', async () => {
    const analysis = await opened();
    const { body } = await write(analysis, {});
    const elsewhere = await program.organization();
    const stranger = await program.member(elsewhere, 'quality_manager');
    const path = `/analyses/${analysis.id}`;
    expect((await stranger.call('GET', path)).status).toBe(404);
    expect((await write(analysis, {}, newId(), stranger)).status).toBe(404);
    expect((await stranger.call('GET', `/analyses/causes/${body.causes[0].id}`)).status).toBe(404);
    const rows = await stored(program, elsewhere, 'SELECT FROM cause');
    expect(rows).toEqual([]);
  });
});

describe('a cause', () => {
  let analysis: AnalysisDto;
  beforeEach(async () => {
    analysis = await opened();
  });

  it('is written once however often it is sent, and its whys take its branch', async () => {
    const [first, second] = [newId(), newId()];
    await write(analysis, { branch: 'people' }, first);
    const under = await write(analysis, { branch: 'methods', parentId: first }, second);
    expect(causeOf(under.body, second)).toMatchObject({ parentId: first, branch: 'people' });
    const moved = await write(analysis, { version: 1, branch: 'equipment' }, first);
    expect(moved.body.causes.map(({ branch }: CauseDto) => branch)).toEqual([
      'equipment',
      'equipment',
    ]);
    const again = await write(analysis, {}, first);
    expect([again.status, again.body.code]).toEqual([409, 'analysis.changed']);
    expect((await write(await opened(), {}, first)).status).toBe(409);
  });

  it('is asked why five times at most, and never explains itself', async () => {
    const chain = Array.from({ length: 5 }, () => newId());
    for (const [rank, id] of chain.entries()) {
      const parentId = chain[rank - 1];
      expect((await write(analysis, { ...(parentId && { parentId }) }, id)).status).toBe(200);
    }
    const sixth = await write(analysis, { parentId: chain[4] });
    expect([sixth.status, sixth.body.code]).toEqual([400, 'cause.too_deep']);
    const round = await write(analysis, { version: 1, parentId: chain[2] }, chain[0]);
    expect(round.body.code).toBe('cause.under_itself');
    const nowhere = await write(analysis, { parentId: newId() });
    expect(nowhere.body.code).toBe('cause.parent_unknown');
    const elsewhere = await write(await opened(), { parentId: chain[0] });
    expect(elsewhere.body.code).toBe('cause.parent_unknown');
  });

  it.each([
    [{ status: 'verified' }],
    [{ status: 'verified', evidence: '' }],
    [{ status: 'verified', evidence: ' \n ' }],
    [{ status: 'verified', evidence: null }],
  ])('is not verified by %j', async (claim) => {
    const { status, body } = await write(analysis, claim);
    expect([status, body.code]).toEqual([400, 'input.invalid']);
    expect(Object.keys(body.details.fields)).toEqual(['evidence']);
  });

  it('is verified by its evidence, ruled out without, and the journal says so', async () => {
    const id = newId();
    await write(analysis, { status: 'verified', evidence: 'Douze plannings relus' }, id);
    const { body } = await write(analysis, { version: 1, status: 'discarded' }, id);
    expect(causeOf(body, id)).toMatchObject({ status: 'discarded', version: 2 });
    const told = (body.history as HistoryEntryDto[]).filter(({ verb }) => verb.includes('cause'));
    expect(told).toMatchObject([
      { verb: 'analysis.cause_verified', details: { note: 'Douze plannings relus' } },
      { verb: 'analysis.cause_discarded' },
    ]);
  });

  it('is changed by two at once: the second is told what stands, and nothing is overwritten', async () => {
    const id = newId();
    await write(analysis, {}, id);
    const both = await Promise.all([
      write(analysis, { version: 1, wording: 'Personne ne relit' }, id),
      write(analysis, { version: 1, wording: 'On relit trop tard' }, id, manager),
    ]);
    const [won, lost] = both.sort((a, b) => a.status - b.status);
    expect([won?.status, lost?.status, lost?.body.code]).toEqual([200, 409, 'analysis.changed']);
    expect(lost?.body.details.current).toMatchObject({
      ...{ id, version: 2, wording: causeOf(won?.body as AnalysisDto, id).wording },
    });
  });

  it('that somebody took out meanwhile is told as gone, and can be written again', async () => {
    const [id, why] = [newId(), newId()];
    await write(analysis, {}, id);
    await write(analysis, { parentId: id }, why);
    const removed = await quality.call('DELETE', `/analyses/${analysis.id}/causes/${id}`);
    expect(removed.body.causes).toEqual([]);
    const late = await write(analysis, { version: 1 }, id);
    expect(late.body).toMatchObject({ code: 'analysis.changed', details: { current: null } });
    expect((await write(analysis, {}, id)).status).toBe(200);
    expect((await write(analysis, { parentId: id }, why)).body.causes).toHaveLength(2);
  });
});

describe('the words of an analysis', () => {
  it('are changed by two at once: the second is told what stands', async () => {
    const analysis = await opened();
    const path = `/analyses/${analysis.id}`;
    const first = { ...words(analysis), problem: 'Chaque lundi' };
    expect((await quality.call('PUT', path, first)).body).toMatchObject({ version: 2 });
    const late = await manager.call('PUT', path, { ...words(analysis), notes: 'Tour de table' });
    expect(late.body).toMatchObject({
      ...{ code: 'analysis.changed', details: { current: { problem: 'Chaque lundi' } } },
    });
    const { current } = late.body.details;
    const { heldOn: _, ...stands } = current;
    const settled = await manager.call('PUT', path, { ...stands, notes: 'Tour de table' });
    expect(settled.body).toMatchObject({ problem: 'Chaque lundi', notes: 'Tour de table' });
  });

  it('fill one line of the journal, however often they are saved', async () => {
    let analysis = await opened();
    for (const notes of ['a', 'ab', 'abc']) {
      const path = `/analyses/${analysis.id}`;
      analysis = (await quality.call('PUT', path, { ...words(analysis), notes })).body;
    }
    const updates = analysis.history.filter(({ verb }) => verb === 'analysis.update');
    expect(updates).toHaveLength(1);
  });

  it('stay in units that whoever writes leads', async () => {
    const analysis = await open([(await logFeedback(quality, desk)).id], manager);
    const { status } = await manager.call('PUT', `/analyses/${analysis.id}`, {
      ...{ ...words(analysis), unitId: home },
    });
    expect(status).toBe(403);
  });
});

describe('a concluded analysis', () => {
  async function concluded(): Promise<{ feedback: Receipt; analysis: AnalysisDto }> {
    const feedback = await logFeedback(quality, desk);
    const analysis = await open([feedback.id]);
    await join(analysis, { kind: 'user' });
    await join(analysis, { kind: 'professional', name: 'Camille, agente d’accueil' });
    await quality.call('PUT', `/analyses/${analysis.id}`, {
      ...{ ...words(analysis), heldOn: '2026-11-03', conclusion: 'Le planning est relu tard' },
    });
    const { status, body } = await quality.call('PUT', `/analyses/${analysis.id}/conclusion`);
    expect({ status, body }).toMatchObject({ status: 200 });
    return { feedback, analysis: body };
  }

  it('proves who took part, when, and what they found', async () => {
    const analysis = await opened();
    const path = `/analyses/${analysis.id}/conclusion`;
    const early = await quality.call('PUT', path);
    expect(early.body).toMatchObject({
      code: 'analysis.day_missing',
      details: {
        obstacles: [
          ...['analysis.day_missing', 'analysis.team_missing', 'analysis.conclusion_missing'],
        ],
      },
    });
    const { analysis: proven } = await concluded();
    expect(proven).toMatchObject({
      ...{ state: 'concluded', heldOn: '2026-11-03', mayWrite: false, moves: ['reopen'] },
      participants: [
        { kind: 'user', name: null },
        { kind: 'professional', name: 'Camille, agente d’accueil' },
      ],
    });
    expect(proven.concludedOn).toMatch(/^\d{4}-\d\d-\d\d$/);
  });

  it('counts as the analysis on the thread of its feedback and of its actions', async () => {
    const { feedback, analysis } = await concluded();
    const { body } = await quality.call('GET', `/feedback/${feedback.id}`);
    const step = { point: 'analysis', state: 'done', at: analysis.concludedOn };
    expect(body.thread).toContainEqual(step);
    const followed = await program.anybody('GET', `/public/follow-ups/${feedback.followUpCode}`);
    expect(followed.body.thread).toContainEqual(step);
    const action = await openAction(quality, desk, agent.id, { feedbackId: feedback.id });
    expect(action.thread).toContainEqual(step);
  });

  it('changes no more until it is opened again', async () => {
    const { analysis } = await concluded();
    const refused = await Promise.all([
      write(analysis, {}),
      join(analysis, { kind: 'user' }),
      quality.call('PUT', `/analyses/${analysis.id}`, words(analysis)),
    ]);
    expect(refused.map(({ body }) => body.code as string)).toEqual(
      Array(3).fill('analysis.concluded'),
    );
    await quality.call('DELETE', `/analyses/${analysis.id}/conclusion`);
    expect((await write(analysis, {})).status).toBe(200);
  });
});

describe('an action opened from a cause', () => {
  it('is linked to the cause and to the feedback of the analysis', async () => {
    const voices = [await logFeedback(quality, desk), await logFeedback(quality, desk)];
    const analysis = await open(voices.map(({ id }) => id));
    const causeId = newId();
    await write(analysis, {}, causeId);
    const shown = await quality.call('GET', `/analyses/causes/${causeId}`);
    expect(shown.body).toMatchObject({ analysis: { id: analysis.id } });
    const action = await openAction(quality, desk, agent.id, {
      origins: [
        { kind: 'feedback', feedbackId: voices[0]?.id },
        { kind: 'analysis_cause', causeId },
      ],
    });
    expect(action.origins).toHaveLength(3);
    const fromCause = action.origins.find(({ kind }) => kind === 'analysis_cause');
    expect(fromCause).toMatchObject({
      ...{ reference: analysis.reference, feedback: null, survey: null, indicator: null },
      cause: { id: causeId, wording: 'Le planning n’est pas relu', analysisId: analysis.id },
    });
    for (const { id } of voices) {
      const { body } = await quality.call('GET', `/feedback/${id}`);
      expect(body).toMatchObject({ state: 'in_progress', actions: [{ id: action.id }] });
    }
    const { body } = await quality.call('GET', `/analyses/${analysis.id}`);
    expect(causeOf(body, causeId).actions).toMatchObject([{ id: action.id, state: 'planned' }]);
    const removal = await quality.call('DELETE', `/analyses/${analysis.id}/causes/${causeId}`);
    expect([removal.status, removal.body.code]).toEqual([409, 'cause.has_action']);
  });

  it('leaves alone the feedback that are closed, and those of others', async () => {
    const [mine, theirs] = [await logFeedback(quality, desk), await logFeedback(quality, home)];
    const { body } = await quality.call('POST', '/analyses', {
      ...{ feedbackIds: [mine.id, theirs.id], unitId: desk },
    });
    const causeId = newId();
    await write(body, {}, causeId);
    const origins = [{ kind: 'analysis_cause', causeId }];
    const action = await openAction(manager, desk, agent.id, { origins });
    expect(action.origins.map(({ feedback }) => feedback?.id ?? null)).toEqual([null, mine.id]);
  });

  it.each([{ kind: 'analysis_cause' }, { kind: 'analysis_cause', reference: 'x'.repeat(5) }])(
    'needs its cause: %j',
    async (origin) => {
      const { body } = await quality.call('POST', '/actions', {
        ...{ kind: 'corrective', title: 'Relire', unitId: desk, ownerId: agent.id },
        ...{ dueOn: '2030-01-01', origins: [origin] },
      });
      expect(body.code).toBe('action.origin_missing');
    },
  );

  it('is not opened from a cause that one may not see', async () => {
    const { id } = await open([(await logFeedback(quality, home)).id]);
    const causeId = newId();
    await write({ id }, {}, causeId);
    const { status } = await manager.call('POST', '/actions', {
      ...{ kind: 'corrective', title: 'Relire', unitId: desk, ownerId: agent.id },
      ...{ dueOn: '2030-01-01', origins: [{ kind: 'analysis_cause', causeId }] },
    });
    expect(status).toBe(404);
  });
});

describe('the database refuses', () => {
  const sql = (...statements: [string, unknown[]?][]) =>
    program.within(tenant, async (tx) => {
      for (const [statement, parameters] of statements) await tx.query(statement, parameters);
    });
  const refusal = (constraint: string) => ({ driverError: { constraint } });

  it('an analysis of nothing, at the end of the transaction', async () => {
    const insert = `INSERT INTO analysis (id, reference, unit_id, title, created_by)
      VALUES (gen_random_uuid(), gen_random_uuid(), $1, 'Rien', $2)`;
    await expect(sql([insert, [desk, quality.id]])).rejects.toMatchObject(
      refusal('analysis_has_feedback'),
    );
    const { id } = await opened();
    await expect(
      sql(['DELETE FROM analysis_feedback WHERE analysis_id = $1', [id]]),
    ).rejects.toMatchObject(refusal('analysis_has_feedback'));
  });

  it.each([
    [`status = 'verified'`, 'verified_has_evidence'],
    [`status = 'verified', evidence = E' \\n '`, 'verified_has_evidence'],
    [`branch = 'luck'`, 'cause_branch_check'],
    [`wording = ''`, 'cause_wording_check'],
    [`parent_id = gen_random_uuid()`, 'cause_explains'],
    [`parent_id = id`, 'whys_are_five'],
  ])('a cause with %s', async (assignment, constraint) => {
    const analysis = await opened();
    await write(analysis, {});
    const update = `UPDATE cause SET ${assignment} WHERE analysis_id = $1`;
    await expect(sql([update, [analysis.id]])).rejects.toMatchObject(refusal(constraint));
  });

  it('a sixth why', async () => {
    const analysis = await opened();
    const chain = Array.from({ length: 5 }, () => newId());
    for (const [rank, id] of chain.entries()) {
      await write(analysis, { ...(rank > 0 && { parentId: chain[rank - 1] }) }, id);
    }
    const insert = `INSERT INTO cause (id, analysis_id, branch, parent_id, wording)
      VALUES (gen_random_uuid(), $1, 'methods', $2, 'Encore')`;
    await expect(sql([insert, [analysis.id, chain[4]]])).rejects.toMatchObject(
      refusal('whys_are_five'),
    );
  });

  it('a conclusion without its day', async () => {
    const { id } = await opened();
    const update = `UPDATE analysis SET state = 'concluded', concluded_on = now(), conclusion = 'x'
      WHERE id = $1`;
    await expect(sql([update, [id]])).rejects.toMatchObject(refusal('concluded_has_proof'));
  });

  it('an origin from a cause that says none', async () => {
    const { id } = await openAction(quality, desk, agent.id);
    const insert = `INSERT INTO origin (id, action_id, kind) VALUES (gen_random_uuid(), $1, 'analysis_cause')`;
    await expect(sql([insert, [id]])).rejects.toMatchObject(refusal('origin_says_what'));
  });
});

describe('the list of analyses', () => {
  it('is narrowed by state, unit and words, without accents', async () => {
    const analysis = await open([
      (await logFeedback(quality, home, { body: 'Élévateur en panne' })).id,
    ]);
    const ids = async (query: string) => {
      const { body } = await quality.call('GET', `/analyses?pageSize=100&${query}`);
      return (body.items as { id: string }[]).map(({ id }) => id);
    };
    expect(await ids('q=elevateur')).toEqual([analysis.id]);
    expect(await ids(`unitId=${home}&state=open`)).toContain(analysis.id);
    expect(await ids('state=concluded')).not.toContain(analysis.id);
    expect(await ids(`q=${analysis.reference}`)).toEqual([analysis.id]);
    expect((await quality.call('GET', '/analyses?state=lost')).status).toBe(400);
  });
});

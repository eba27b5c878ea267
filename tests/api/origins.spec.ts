import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { ActionDto } from '../../backend/actions/actions.dto.js';
import type { OpenedOrganization } from '../../backend/organization/organization.service.js';
import { addUnit, logFeedback, openAction, openCampaign } from '../support/deeds.js';
import { openProgram, type Program, type Signed } from '../support/program.js';

const unknownId = '01900000-0000-7000-8000-000000000000';

let program: Program;
let tenant: OpenedOrganization;
let quality: Signed;
let root: string;

beforeAll(async () => {
  program = await openProgram();
  tenant = await program.organization();
  root = tenant.rootUnitId;
  quality = await program.member(tenant, 'quality_manager');
});
afterAll(() => program.close());

const open = (more = {}) => openAction(quality, root, quality.id, more);
const found = async (by: Signed, path: string, id: string) => {
  const { body } = await by.call('GET', path);
  return (body as { id: string; actions: unknown[] }[]).find((one) => one.id === id);
};

describe('what was measured', () => {
  it('says which actions came of it, each once, to whoever may see them', async () => {
    const { surveyId } = await openCampaign(quality, root);
    const indicator = { name: 'Satisfaction', surveyId, target: 0.8 };
    const { id: indicatorId } = (await quality.call('POST', '/indicators', indicator)).body;
    expect((await found(quality, '/surveys', surveyId))?.actions).toEqual([]);
    const { id, reference, title } = await open({
      origins: [
        { kind: 'survey', surveyId, reference: 'Accueil' },
        { kind: 'survey', surveyId, reference: 'Crèche' },
        { kind: 'indicator', indicatorId, reference: 'octobre 2026' },
      ],
    });
    const born = [{ id, reference, title, state: 'planned' }];
    expect((await found(quality, '/surveys', surveyId))?.actions).toEqual(born);
    expect((await found(quality, '/indicators', indicatorId))?.actions).toEqual(born);

    const administrator = await program.member(tenant, 'administrator');
    const elsewhere = await addUnit(administrator, root, 'Crèche');
    const manager = await program.member(tenant, 'manager', elsewhere.id);
    expect((await found(manager, '/surveys', surveyId))?.actions).toEqual([]);
    const elected = await program.member(tenant, 'elected');
    expect((await found(elected, '/indicators', indicatorId))?.actions).toEqual([]);
  });
});

describe('the origins of an action that is open', () => {
  const add = (id: string, origin: object, by = quality) =>
    by.call('POST', `/actions/${id}/origins`, origin);
  const remove = (id: string, originId: string, by = quality) =>
    by.call('DELETE', `/actions/${id}/origins/${originId}`);

  it('grow: a feedback named later is in progress, and its record tells the action', async () => {
    const { id, reference } = await open();
    const voice = await logFeedback(quality, root);
    const { status, body } = await add(id, { kind: 'feedback', feedbackId: voice.id });
    expect({ status, body }).toMatchObject({
      status: 201,
      body: {
        origins: [
          { kind: 'audit', feedback: null },
          { feedback: { id: voice.id, answeredOn: null, reachable: false } },
        ],
        history: [
          { verb: 'action.open' },
          { verb: 'action.link', details: { kind: 'feedback', reference: voice.reference } },
        ],
      },
    });
    const told = (await quality.call('GET', `/feedback/${voice.id}`)).body;
    expect(told).toMatchObject({ state: 'in_progress', actions: [{ reference }] });
  });

  it('are each there once, however often they are named', async () => {
    const { id } = await open();
    const finding = { kind: 'audit', reference: 'HAS 3.12.2' };
    await Promise.all([add(id, finding), add(id, finding)]);
    const { body } = await add(id, { kind: 'audit', reference: 'Critère 3.12.1' });
    expect(body.origins).toHaveLength(2);
    expect(body.history).toHaveLength(2);
  });

  it('shrink to one, which stays: said by the database, whoever comes first', async () => {
    const { id, origins } = await open();
    const { body } = await add(id, { kind: 'recommendation', reference: 'Ouvrir le samedi' });
    const [first, second] = body.origins as { id: string }[];
    const both = await Promise.all([remove(id, first?.id ?? ''), remove(id, second?.id ?? '')]);
    expect(both.map(({ status }) => status).sort()).toEqual([200, 400]);
    expect(both.find(({ status }) => status === 400)?.body.code).toBe('action.origin_missing');
    const [left] = (await quality.call('GET', `/actions/${id}`)).body.origins as object[];
    expect(left).toBeDefined();
    expect((await remove(id, origins[0]?.id ?? '')).status).toBeGreaterThanOrEqual(400);
  });

  it.each([
    ['what is not there', { kind: 'feedback', feedbackId: unknownId }, 404],
    ['half an origin', { kind: 'feedback' }, 400],
    ['a kind that does not exist', { kind: 'rumour', reference: 'On dit' }, 400],
  ])('refuse %s', async (_, origin, status) => {
    const { id } = await open();
    expect((await add(id, origin)).status).toBe(status);
  });

  it('of a cancelled one are what they were', async () => {
    const { id } = await open();
    await quality.call('PUT', `/actions/${id}/cancellation`, { reason: 'Abandonnée' });
    const late = await add(id, { kind: 'audit', reference: 'HAS 3.13' });
    expect([late.status, late.body.code]).toEqual([409, 'move.forbidden']);
  });

  it('keep a closed feedback’s only action', async () => {
    const voice = await logFeedback(quality, root);
    const { id, origins } = await open({ feedbackId: voice.id });
    await add(id, { kind: 'audit', reference: 'HAS 3.12.1' });
    await quality.call('POST', `/actions/${id}/progress`, { progress: 100, done: true });
    await quality.call('PUT', `/feedback/${voice.id}/resolution`, {});
    expect((await quality.call('PUT', `/feedback/${voice.id}/closure`)).status).toBe(200);
    const refused = await remove(id, origins[0]?.id ?? '');
    expect([refused.status, refused.body.code]).toEqual([409, 'feedback.nothing_done']);
  });

  it('change by whoever leads there only, and never another action’s', async () => {
    const owner = await program.member(tenant, 'agent');
    const { id, origins } = await openAction(quality, root, owner.id);
    expect((await add(id, { kind: 'audit', reference: 'HAS 3.13' }, owner)).status).toBe(403);
    const another = await open();
    expect((await remove(another.id, origins[0]?.id ?? '')).status).toBe(404);
    const stranger = await program.member(await program.organization(), 'quality_manager');
    expect((await remove(id, origins[0]?.id ?? '', stranger)).status).toBe(404);
  });
});

describe('what a feedback led to', () => {
  it('is told by its reference alone where I may not see it', async () => {
    const administrator = await program.member(tenant, 'administrator');
    const mine = await addUnit(administrator, root, 'Accueil');
    const manager = await program.member(tenant, 'manager', mine.id);
    const voice = await logFeedback(manager, mine.id);
    const seen = await openAction(manager, mine.id, manager.id, { feedbackId: voice.id });
    const hidden = await open({ feedbackId: voice.id, title: 'Mutation d’un agent' });
    const { body } = await manager.call('GET', `/feedback/${voice.id}`);
    expect(body).toMatchObject({
      actions: [{ id: seen.id }],
      actionsElsewhere: [{ reference: hidden.reference, state: 'planned' }],
    });
    expect(JSON.stringify(body)).not.toContain('Mutation');
  });

  it('awaits an answer as long as somebody who can be told has none', async () => {
    const email = 'voix@exemple.example';
    const [first, second] = [
      await logFeedback(quality, root, { email }),
      await logFeedback(quality, root, { email }),
    ];
    const { id } = await open({
      origins: [first, second].map((voice) => ({ kind: 'feedback', feedbackId: voice.id })),
    });
    const answered = async (voice: { id: string }) => {
      await quality.call('POST', `/feedback/${voice.id}/answers`, {
        body: 'La porte est allégée.',
      });
      const { body } = await quality.call('GET', `/actions/${id}`);
      return (body as ActionDto).thread.at(-1)?.state;
    };
    expect(await answered(first)).toBe('awaited');
    expect(await answered(second)).toBe('done');
  });
});

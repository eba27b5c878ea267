import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { openProgram, type Program } from '../support/program.js';

describe('the loop, over HTTP', () => {
  let program: Program;
  beforeAll(async () => (program = await openProgram()));
  afterAll(() => program.close());

  it('goes from a word told in public to the answer', async () => {
    const tenant = await program.organization();
    const quality = await program.member(tenant, 'quality_manager');
    const owner = await program.member(tenant, 'agent');
    const units = await quality.call('GET', '/units');
    const { publicKey, id: unitId } = units.body[0];

    const told = await program.anybody('POST', `/public/units/${publicKey}/feedback`, {
      kind: 'anomaly',
      body: 'La rampe est cassée 🛠️',
      email: 'usager@exemple.example',
    });
    expect(told.status).toBe(201);
    const receipt = await program.postbox.letterTo('usager@exemple.example');
    expect(receipt.text).toContain(told.body.followUpCode);

    const { id } = told.body;
    const [theme] = (await quality.call('GET', '/themes')).body;
    const qualified = await quality.call('PUT', `/feedback/${id}/qualification`, {
      ...{ themeId: theme.id, severity: 3, frequency: 2, unitId },
    });
    expect(qualified.body.state).toBe('qualified');

    const opened = await quality.call('POST', '/actions', {
      kind: 'corrective',
      title: 'Réparer la rampe',
      unitId,
      ownerId: owner.id,
      verifierId: quality.id,
      dueOn: '2030-01-15',
      origins: [{ kind: 'feedback', feedbackId: id }],
    });
    expect(opened.status).toBe(201);
    expect(opened.body.origins[0].feedback.id).toBe(id);
    const linked = await quality.call('GET', `/feedback/${id}`);
    expect(linked.body).toMatchObject({ state: 'in_progress', actions: [{ id: opened.body.id }] });

    const early = await quality.call('PUT', `/feedback/${id}/resolution`, {});
    expect(early).toMatchObject({ status: 409, body: { code: 'feedback.action_open' } });

    const done = await owner.call('POST', `/actions/${opened.body.id}/progress`, {
      ...{ progress: 100, done: true },
    });
    expect(done.body).toMatchObject({ state: 'done', progress: 100 });
    const own = await owner.call('PUT', `/actions/${opened.body.id}/verdict`, {
      ...{ verdict: 'effective', note: 'Je trouve que oui' },
    });
    expect(own).toMatchObject({ status: 403, body: { code: 'action.verdict_by_owner' } });
    const verdict = await quality.call('PUT', `/actions/${opened.body.id}/verdict`, {
      ...{ verdict: 'effective', note: 'Essayée avec un fauteuil' },
    });
    expect(verdict.body.state).toBe('verified');

    await quality.call('PUT', `/feedback/${id}/resolution`, {});
    const unanswered = await quality.call('PUT', `/feedback/${id}/closure`);
    expect(unanswered).toMatchObject({ status: 409, body: { code: 'feedback.answer_missing' } });
    const body = 'La rampe est réparée. Merci à vous.';
    await quality.call('POST', `/feedback/${id}/answers`, { body });
    const answer = await program.postbox.letterTo('usager@exemple.example', ({ text }) =>
      Boolean(text?.includes('La rampe est réparée')),
    );
    expect(answer.messageId).toMatch(/^<[0-9a-f-]{36}@/);
    const closed = await quality.call('PUT', `/feedback/${id}/closure`);
    expect(closed.body.state).toBe('closed');

    const code = told.body.followUpCode.toLowerCase().replace('-', ' ');
    const followed = await program.anybody('GET', `/public/follow-ups/${encodeURIComponent(code)}`);
    expect(followed.body).toMatchObject({ state: 'closed', answers: [{ body }] });
    expect(followed.body.thread.map(({ state }: { state: string }) => state)).toEqual(
      Array.from({ length: 5 }, () => 'done'),
    );
    expect(JSON.stringify(followed.body)).not.toContain(owner.name);
  });
});

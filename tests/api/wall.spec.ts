import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { OpenedOrganization } from '../../backend/organization/organization.service.js';
import { addUnit, logFeedback, openAction, stored } from '../support/deeds.js';
import { asOwner, openProgram, type Program, type Signed } from '../support/program.js';

let program: Program;
beforeAll(async () => (program = await openProgram()));
afterAll(() => program.close());

interface Hall {
  tenant: OpenedOrganization;
  quality: Signed;
  agent: Signed;
  key: string;
  unitId: string;
}

async function hall(): Promise<Hall> {
  const tenant = await program.organization();
  const [quality, agent, administrator] = await Promise.all([
    program.member(tenant, 'quality_manager'),
    program.member(tenant, 'agent'),
    program.member(tenant, 'administrator'),
  ]);
  const unit = await addUnit(administrator, tenant.rootUnitId, 'Accueil');
  return { tenant, quality, agent, key: unit.publicKey, unitId: unit.id };
}

const consented = { wallConsent: true, body: 'Madame Martin attend trop longtemps debout.' };
const words = 'On attend trop longtemps debout.';

async function wall(key: string): Promise<string> {
  const page = await fetch(`${program.url}/mur/${key}`);
  expect(page.status).toBe(200);
  return page.text();
}

describe('the wall of a service', () => {
  it('shows what staff put there, with the month, and nothing that tells who spoke', async () => {
    const { quality, agent, key, unitId } = await hall();
    const told = await logFeedback(agent, unitId, { ...consented, name: 'Jeanne Martin' });
    expect(await wall(key)).not.toContain('debout');
    const shown = await quality.call('PUT', `/feedback/${told.id}/wall`, { words });
    expect(shown).toMatchObject({
      status: 200,
      body: { consent: true, word: { words, outcome: null, withdrawnAt: null } },
    });
    const html = await wall(key);
    expect(html).toContain(words);
    for (const secret of ['Martin', told.reference, told.id, told.followUpCode]) {
      expect(html).not.toContain(secret);
    }
    expect(html).toMatch(/datetime="\d{4}-\d\d">/);
    expect(html).not.toMatch(/\d{4}-\d\d-\d\d/);
  });

  it('hides at once what is withdrawn, and shows it again when that is undone', async () => {
    const { tenant, quality, agent, key, unitId } = await hall();
    const { id } = await logFeedback(agent, unitId, consented);
    const path = `/feedback/${id}/wall`;
    expect((await quality.call('DELETE', path)).body.code).toBe('wall.not_shown');
    await quality.call('PUT', path, { words });
    expect((await quality.call('DELETE', path)).body.word.withdrawnAt).not.toBeNull();
    expect(await wall(key)).not.toContain(words);
    expect((await quality.call('DELETE', path)).status).toBe(409);
    await quality.call('PUT', path, { words });
    expect(await wall(key)).toContain(words);
    const deeds = await stored(
      program,
      tenant,
      `SELECT verb FROM journal WHERE verb LIKE 'feedback.wall%' ORDER BY at, id`,
    );
    expect(deeds.map(({ verb }) => verb)).toEqual([
      'feedback.wall_show',
      'feedback.wall_withdraw',
      'feedback.wall_show',
    ]);
  });

  it('tells what was done only where something was', async () => {
    const { quality, agent, key, unitId } = await hall();
    const { id } = await logFeedback(agent, unitId, consented);
    const path = `/feedback/${id}/wall`;
    const choice = { words, outcome: 'Six chaises de plus.' };
    expect(await quality.call('PUT', path, choice)).toMatchObject({
      status: 409,
      body: { code: 'wall.nothing_done' },
    });
    const action = await openAction(quality, unitId, agent.id, { feedbackId: id });
    expect((await quality.call('PUT', path, choice)).status).toBe(409);
    const done = { progress: 100, done: true };
    await agent.call('POST', `/actions/${action.id}/progress`, done);
    expect((await quality.call('GET', path)).body.mayTellOutcome).toBe(true);
    expect(await quality.call('PUT', path, choice)).toMatchObject({ status: 200 });
    expect(await wall(key)).toContain('Six chaises de plus.');
  });

  it('never shows what nobody agreed to, not even by a slip in the program', async () => {
    const { tenant, quality, agent, unitId } = await hall();
    const { id } = await logFeedback(agent, unitId, { body: 'Rien à afficher' });
    expect(await quality.call('PUT', `/feedback/${id}/wall`, { words })).toMatchObject({
      status: 409,
      body: { code: 'wall.consent_missing' },
    });
    const slip = asOwner(program.databaseUrl, async (client) => {
      await client.query(`SELECT set_config('boucle.organization', $1, false)`, [
        tenant.organizationId,
      ]);
      await client.query(
        `INSERT INTO wall_word
           (organization_id, feedback_id, unit_id, words, published_by, published_at)
         VALUES ($1, $2, $3, 'Rien', $4, now())`,
        [tenant.organizationId, id, unitId, quality.id],
      );
    });
    await expect(slip).rejects.toThrow(/without consent/);
  });

  it.each([
    ['nothing', { words: '' }],
    ['blanks', { words: '   ' }],
    ['too much', { words: 'a'.repeat(281) }],
    ['too long an outcome', { words: 'a', outcome: 'b'.repeat(281) }],
  ])('refuses %s', async (_, choice) => {
    const { quality, agent, unitId } = await hall();
    const { id } = await logFeedback(agent, unitId, consented);
    expect((await quality.call('PUT', `/feedback/${id}/wall`, choice)).status).toBe(400);
  });

  it('shows the words of the units below, and of no other', async () => {
    const { tenant, quality, agent, key, unitId } = await hall();
    const administrator = await program.member(tenant, 'administrator');
    const other = await addUnit(administrator, tenant.rootUnitId, 'Ailleurs');
    const below = await addUnit(administrator, unitId, 'Le guichet');
    for (const [unit, said] of [
      [below.id, 'Dit au guichet'],
      [other.id, 'Dit ailleurs'],
    ] as const) {
      const { id } = await logFeedback(agent, unit, consented);
      await quality.call('PUT', `/feedback/${id}/wall`, { words: said });
    }
    expect(await wall(key)).toContain('Dit au guichet');
    expect(await wall(key)).not.toContain('Dit ailleurs');
    expect((await fetch(`${program.url}/mur/nowhere`)).status).toBe(404);
  });

  it('writes words as they are, whatever they hold', async () => {
    const { quality, agent, key, unitId } = await hall();
    const { id } = await logFeedback(agent, unitId, consented);
    await quality.call('PUT', `/feedback/${id}/wall`, { words: '<script>alert(1)</script>' });
    expect(await wall(key)).not.toContain('<script>alert');
  });
});

describe('those who moderate the wall', () => {
  it('are managers and quality managers, each where they are in charge', async () => {
    const { tenant, quality, agent, unitId } = await hall();
    const administrator = await program.member(tenant, 'administrator');
    const elsewhere = await addUnit(administrator, tenant.rootUnitId, 'Ailleurs');
    const manager = await program.member(tenant, 'manager', unitId);
    const stranger = await program.member(tenant, 'manager', elsewhere.id);
    const abroad = await program.member(await program.organization(), 'quality_manager');
    const { id } = await logFeedback(agent, unitId, consented);
    const path = `/feedback/${id}/wall`;
    expect((await agent.call('PUT', path, { words })).status).toBe(403);
    expect((await administrator.call('GET', '/wall')).status).toBe(403);
    expect((await program.anybody('GET', '/wall')).status).toBe(401);
    for (const outsider of [stranger, abroad]) {
      expect((await outsider.call('GET', path)).status).toBe(404);
      expect((await outsider.call('PUT', path, { words })).status).toBe(404);
      expect((await outsider.call('DELETE', path)).status).toBe(404);
      expect((await outsider.call('GET', '/wall')).body).toEqual({ awaiting: [], shown: [] });
    }
    expect((await manager.call('GET', '/wall')).body.awaiting).toMatchObject([{ feedbackId: id }]);
    expect((await manager.call('PUT', path, { words })).status).toBe(200);
    expect((await quality.call('GET', '/wall')).body).toMatchObject({
      awaiting: [],
      shown: [{ feedbackId: id, words, publishedBy: manager.name }],
    });
  });
});

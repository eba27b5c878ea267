import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { RulesDto } from '../../backend/organization/rules.dto.js';
import type { OpenedOrganization } from '../../backend/organization/organization.service.js';
import { addUnit, firstTheme, logFeedback } from '../support/deeds.js';
import { openProgram, type Program, type Signed } from '../support/program.js';

let program: Program;
let tenant: OpenedOrganization;
let quality: Signed;
let manager: Signed;
let root: string;

beforeAll(async () => {
  program = await openProgram();
});
afterAll(() => program.close());

/** Each test has its own organisation, whose rules it changes. */
beforeEach(async () => {
  tenant = await program.organization();
  root = tenant.rootUnitId;
  quality = await program.member(tenant, 'quality_manager');
  manager = await program.member(tenant, 'manager');
});

const rules = async () => (await quality.call('GET', '/organization/rules')).body as RulesDto;
const deadline = (more = {}) => ({
  ...{ clock: 'answer', amount: 5, unit: 'working_day', basis: 'Notre engagement', ...more },
});

describe('the rules of an organisation', () => {
  it.each([
    ['GET', '/organization/rules', undefined],
    ['PUT', '/organization/deadlines', { rules: [] }],
    ['PUT', '/organization/grid', { cells: [], from: 1 }],
    ['POST', '/organization/themes', { label: 'Repas' }],
  ] as const)('are not for a manager: %s %s', async (method, path, body) => {
    expect((await manager.call(method, path, body)).status).toBe(403);
  });

  it('are not for whoever holds the role on a part of it only', async () => {
    const administrator = await program.member(tenant, 'administrator');
    const { id } = await addUnit(administrator, root, 'Accueil');
    const partial = await program.member(tenant, 'quality_manager', id);
    const { status } = await partial.call('PUT', '/organization/deadlines', { rules: [] });
    expect(status).toBe(403);
  });

  it('hold for what comes in from now on', async () => {
    const before = await logFeedback(manager, root, { kind: 'complaint' });
    const set = {
      rules: [deadline({ kind: 'complaint' }), deadline({ channel: 'web', amount: 2 })],
    };
    expect((await quality.call('PUT', '/organization/deadlines', set)).status).toBe(204);
    const after = await logFeedback(manager, root, { kind: 'complaint' });
    const basisOf = async ({ id }: { id: string }) =>
      (await quality.call('GET', `/feedback/${id}`)).body.clocks[0].basis as string;
    expect([await basisOf(before), await basisOf(after)]).toEqual([
      'CRPA L231-4',
      'Notre engagement',
    ]);
    expect((await rules()).deadlines).toMatchObject([
      { kind: 'complaint', channel: null },
      { kind: null, channel: 'web' },
    ]);
  });

  it.each([
    ['rules.0.basis', deadline({ basis: ' ' })],
    ['rules.0.amount', deadline({ amount: 0 })],
    ['rules.0.amount', deadline({ amount: 400 })],
    ['rules.0.unit', deadline({ unit: 'year' })],
    ['rules.0.clock', deadline({ clock: 'closing' })],
  ])('refuse a %s that makes no sense', async (field, rule) => {
    const { status, body } = await quality.call('PUT', '/organization/deadlines', {
      rules: [rule],
    });
    expect([status, Object.keys(body.details.fields)]).toEqual([400, [field]]);
  });

  it('say each thing once', async () => {
    const twice = { rules: [deadline(), deadline({ amount: 9 })] };
    const { body } = await quality.call('PUT', '/organization/deadlines', twice);
    expect(body.code).toBe('deadline.twice');
  });
});

describe('the grid', () => {
  const high = [4, 4, 4, 4];
  const set = (cells: number[][], from: number) =>
    quality.call('PUT', '/organization/grid', { cells, from });

  it('has versions, and past ratings keep theirs', async () => {
    const { id: themeId } = await firstTheme(quality);
    const choice = { themeId, severity: 1, frequency: 1, unitId: root };
    const rate = async () => {
      const { id } = await logFeedback(manager, root);
      return (await quality.call('PUT', `/feedback/${id}/qualification`, choice)).body as {
        id: string;
      };
    };
    const before = await rate();
    expect((await set([high, high, high, high], 1)).status).toBe(204);
    expect(await rate()).toMatchObject({ criticality: 4, gridVersion: 2 });
    const kept = (await quality.call('GET', `/feedback/${before.id}`)).body;
    expect(kept).toMatchObject({ criticality: 1, gridVersion: 1 });
    expect((await rules()).grids).toMatchObject([
      { version: 2, by: quality.name },
      { version: 1, by: null },
    ]);
  });

  it('is not overwritten by somebody who has not seen the last', async () => {
    const answers = await Promise.all([1, 2, 3].map(() => set([high, high, high, high], 1)));
    expect(answers.map(({ status }) => status).sort()).toEqual([204, 409, 409]);
    expect((await rules()).grids).toHaveLength(2);
  });

  it.each([
    ['three rows', [high, high, high]],
    ['a short row', [high, high, high, [1, 2, 3]]],
    ['a five', [high, high, high, [1, 2, 3, 5]]],
  ])('has four rows of four: not %s', async (_, cells) => {
    expect((await set(cells, 1)).body.code).toBe('grid.shape');
  });
});

describe('a theme', () => {
  const themes = async () => (await rules()).themes;

  it('is added, renamed and put in order', async () => {
    const before = await themes();
    await quality.call('POST', '/organization/themes', { label: 'Repas' });
    const added = (await themes()).at(-1);
    expect(added).toMatchObject({ label: 'Repas', used: 0, setAside: false });
    await quality.call('PATCH', `/organization/themes/${added?.id}`, { label: 'Restauration' });
    await quality.call('PUT', '/organization/themes', { ids: [added?.id] });
    const labels = (await themes()).map(({ label }) => label);
    expect(labels).toEqual(['Restauration', ...before.map(({ label }) => label)]);
  });

  it('that served is set aside, never deleted; it is then chosen no more', async () => {
    const { id: themeId } = await firstTheme(quality);
    const { id } = await logFeedback(manager, root);
    const choice = { themeId, severity: 1, frequency: 1, unitId: root };
    const qualify = (feedbackId: string) =>
      quality.call('PUT', `/feedback/${feedbackId}/qualification`, choice);
    await qualify(id);
    const deleted = await quality.call('DELETE', `/organization/themes/${themeId}`);
    expect([deleted.status, deleted.body.code]).toEqual([409, 'theme.in_use']);
    await quality.call('PATCH', `/organization/themes/${themeId}`, { setAside: true });
    expect((await qualify((await logFeedback(manager, root)).id)).body.code).toBe('theme.unknown');
    expect((await qualify(id)).status).toBe(200);
  });

  it('that never served is deleted', async () => {
    const [first] = await themes();
    await quality.call('DELETE', `/organization/themes/${first?.id}`);
    expect(await themes()).not.toContainEqual(first);
  });

  it('of another organisation is unknown', async () => {
    const stranger = await program.member(await program.organization(), 'quality_manager');
    const { id } = await firstTheme(quality);
    const { status } = await stranger.call('PATCH', `/organization/themes/${id}`, { label: 'Moi' });
    expect(status).toBe(404);
  });
});

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { OpenedOrganization } from '../../backend/organization/organization.service.js';
import { openAction } from '../support/deeds.js';
import { openProgram, type Program, type Signed } from '../support/program.js';

let program: Program;
let tenant: OpenedOrganization;
let quality: Signed;
let manager: Signed;

beforeAll(async () => {
  program = await openProgram();
  tenant = await program.organization();
  quality = await program.member(tenant, 'quality_manager');
  manager = await program.member(tenant, 'manager');
});
afterAll(() => program.close());

const content = {
  ...{ kind: 'preventive', title: 'Former l’équipe', participation: 'consulted', days: 60 },
  steps: [{ title: 'Choisir la date', afterDays: 7 }, { title: 'Faire le point' }],
};
const keep = (name: string, more: object = {}) =>
  quality.call('POST', '/action-templates', { name, content: { ...content, ...more } });

describe('a template of actions', () => {
  it('is kept by the quality manager, and used by whoever opens actions', async () => {
    const { status, body } = await keep('Formation');
    expect(status).toBe(201);
    const list = await manager.call('GET', '/action-templates');
    expect(list.body).toEqual([{ id: body.id, name: 'Formation', content }]);
  });

  it('gives an action its steps, dated from its start', async () => {
    const { id: templateId } = (await keep('Avec des étapes')).body;
    const more = { templateId, startOn: '2029-12-01' };
    const { id } = await openAction(manager, tenant.rootUnitId, manager.id, more);
    const { body } = await manager.call('GET', `/actions/${id}`);
    expect(body.work.steps).toMatchObject([
      { title: 'Choisir la date', dueOn: '2029-12-08' },
      { title: 'Faire le point', dueOn: null },
    ]);
  });

  it('has a name of its own', async () => {
    await keep('Une fois');
    const twice = await keep('Une fois');
    expect([twice.status, twice.body.code]).toEqual([409, 'action_template.exists']);
  });

  it('changes and goes, and what started from it stays', async () => {
    const { id } = (await keep('À changer')).body;
    const changed = { name: 'Changé', content: { kind: 'corrective', steps: [] } };
    expect((await quality.call('PUT', `/action-templates/${id}`, changed)).body).toEqual({
      ...{ id, ...changed },
    });
    expect((await quality.call('DELETE', `/action-templates/${id}`)).status).toBe(204);
    expect((await quality.call('DELETE', `/action-templates/${id}`)).status).toBe(404);
  });

  it.each([
    ['a step without words', { steps: [{ title: ' ' }] }],
    ['a kind that does not exist', { kind: 'other' }],
    ['a person named', { ownerId: '01900000-0000-7000-8000-000000000000' }],
    ['no steps at all', { steps: null }],
  ])('refuses %s', async (_, more) => {
    expect((await keep('Refusé', more)).status).toBe(400);
  });

  it('is nobody else’s', async () => {
    const { id: templateId } = (await keep('À nous')).body;
    const other = await program.organization();
    const stranger = await program.member(other, 'quality_manager');
    expect((await stranger.call('GET', '/action-templates')).body).toEqual([]);
    expect((await stranger.call('DELETE', `/action-templates/${templateId}`)).status).toBe(404);
    const plan = { kind: 'corrective', title: 'Alléger', unitId: other.rootUnitId };
    const origins = [{ kind: 'audit', reference: 'HAS 3.13' }];
    const opened = await stranger.call('POST', '/actions', {
      ...{ ...plan, ownerId: stranger.id, dueOn: '2030-01-15', origins, templateId },
    });
    expect(opened.status).toBe(404);
  });
});

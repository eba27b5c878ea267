import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import type { OpenedOrganization } from '../../backend/organization/organization.service.js';
import { addUnit, openAction, stored } from '../support/deeds.js';
import { openProgram, type Program, type Signed } from '../support/program.js';

let program: Program;
let tenant: OpenedOrganization;
let quality: Signed;
let manager: Signed;
let desk: string;

beforeAll(async () => {
  program = await openProgram();
  tenant = await program.organization();
  quality = await program.member(tenant, 'quality_manager');
  const administrator = await program.member(tenant, 'administrator');
  desk = (await addUnit(administrator, tenant.rootUnitId, 'Accueil')).id;
  manager = await program.member(tenant, 'manager', desk);
});
afterAll(() => program.close());

/** A plan of 2027 with one objective, one action for it, one for the whole and one cancelled. */
async function template(): Promise<{ id: string; planId: string }> {
  const objective = { id: randomUUID(), wording: 'Que chacun sache à qui s’adresser' };
  const words = { title: 'Projet social', governance: 'Le CVS, deux fois par an' };
  const opened = await quality.call('POST', '/plans', {
    ...{ ...words, unitId: tenant.rootUnitId, pilotId: quality.id, objectives: [objective] },
    ...{ fromDay: '2027-01-01', toDay: '2027-12-31' },
  });
  const planId = opened.body.id as string;
  const open = (title: string, more: object) =>
    openAction(quality, tenant.rootUnitId, manager.id, { title, planId, ...more });
  const first = { startOn: '2027-02-01', dueOn: '2027-03-01', objectiveId: objective.id };
  const { id: weighed } = await open('Relire les courriers', { ...first, criterion: 'Relus' });
  const place = { objectiveId: objective.id, weight: 3 };
  await quality.call('PUT', `/plans/${planId}/actions/${weighed}`, place);
  await open('Former l’accueil', { dueOn: '2027-06-30' });
  const gone = await open('Abandonnée', { dueOn: '2027-06-30' });
  await quality.call('PUT', `/actions/${gone.id}/cancellation`, { reason: 'Sans objet' });
  const kept = await quality.call('POST', '/plan-templates', { planId, title: 'Accueillir mieux' });
  expect(kept.status).toBe(201);
  return { id: kept.body.id, planId };
}

const plan = (more: object = {}) => ({
  ...{ title: 'Accueil 2028', unitId: tenant.rootUnitId, pilotId: quality.id },
  ...{ fromDay: '2028-02-01', origin: 'Projet social 2028', ...more },
});

describe('a template of plans', () => {
  it('gives its objectives and its actions to a new plan, by days from its start', async () => {
    const { id } = await template();
    const { body: list } = await quality.call('GET', '/plan-templates');
    expect(list).toContainEqual({
      ...{ id, title: 'Accueillir mieux', days: 364 },
      objectives: ['Que chacun sache à qui s’adresser'],
      actions: ['Relire les courriers', 'Former l’accueil'],
    });
    const { status, body } = await quality.call('POST', `/plan-templates/${id}/plans`, plan());
    expect({ status, body }).toMatchObject({
      status: 201,
      body: {
        ...{ title: 'Accueil 2028', governance: 'Le CVS, deux fois par an' },
        // 2028 has a 29 February.
        ...{ fromDay: '2028-02-01', toDay: '2029-01-30' },
        objectives: [{ wording: 'Que chacun sache à qui s’adresser' }],
      },
    });
    const [objective] = body.objectives as { id: string }[];
    expect(body.actions).toHaveLength(2);
    expect(body.actions).toEqual(
      expect.arrayContaining([
        expect.objectContaining({
          ...{ title: 'Relire les courriers', weight: 3, objectiveId: objective?.id },
          ...{
            state: 'planned',
            dueOn: '2028-03-31',
            owner: { id: quality.id, name: quality.name },
          },
        }),
        expect.objectContaining({ title: 'Former l’accueil', weight: 1, objectiveId: null }),
      ]),
    );
    const origins = await stored(
      program,
      tenant,
      `SELECT o.kind, o.reference, a.start_on, a.criterion FROM origin o JOIN action a ON a.id = o.action_id
        WHERE a.plan_id = $1 ORDER BY a.due_on`,
      [body.id],
    );
    const origin = { kind: 'recommendation', reference: 'Projet social 2028' };
    expect(origins).toEqual([
      { ...origin, start_on: '2028-03-03', criterion: 'Relus' },
      { ...origin, start_on: null, criterion: null },
    ]);
  });

  it('starts whole or not at all', async () => {
    const { id } = await template();
    const count = async () => (await stored(program, tenant, 'SELECT FROM action_plan')).length;
    const before = await count();
    const late = plan({ pilotId: randomUUID() });
    expect((await quality.call('POST', `/plan-templates/${id}/plans`, late)).status).toBe(400);
    // A manager leads at the desk, not at the root.
    const above = await manager.call('POST', `/plan-templates/${id}/plans`, plan());
    expect(above.status).toBe(403);
    expect(await count()).toBe(before);
    const own = plan({ unitId: desk });
    expect((await manager.call('POST', `/plan-templates/${id}/plans`, own)).status).toBe(201);
  });

  it.each([
    ['no origin', { origin: undefined }],
    ['a blank origin', { origin: '   ' }],
    ['a day that is none', { fromDay: '2028-02-30' }],
    ['no title', { title: '' }],
  ])('is not started with %s', async (_, wrong) => {
    const { id } = await template();
    const { status } = await quality.call('POST', `/plan-templates/${id}/plans`, plan(wrong));
    expect(status).toBe(400);
  });

  it('is its organisation’s own, and forgotten without its plans', async () => {
    const { id, planId } = await template();
    const other = await program.member(await program.organization(), 'quality_manager');
    expect((await other.call('GET', '/plan-templates')).body).toEqual([]);
    expect((await other.call('DELETE', `/plan-templates/${id}`)).status).toBe(404);
    const theft = { planId, title: 'Pris ailleurs' };
    expect((await other.call('POST', '/plan-templates', theft)).status).toBe(404);
    expect((await quality.call('DELETE', `/plan-templates/${id}`)).status).toBe(204);
    expect((await quality.call('DELETE', `/plan-templates/${id}`)).status).toBe(404);
    expect((await quality.call('GET', `/plans/${planId}`)).status).toBe(200);
  });
});

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { OpenedOrganization } from '../../backend/organization/organization.service.js';
import { People } from '../../backend/people/people.service.js';
import { addUnit, logFeedback, openAction, stored } from '../support/deeds.js';
import { openProgram, type Program, type Signed } from '../support/program.js';

let program: Program;
let tenant: OpenedOrganization;
let administrator: Signed;
let root: string;

beforeAll(async () => {
  program = await openProgram();
  tenant = await program.organization('CCAS de Valmont');
  root = tenant.rootUnitId;
  administrator = await program.member(tenant, 'administrator');
});
afterAll(() => program.close());

const invite = (email: string, more = {}) =>
  administrator.call('POST', '/people', {
    ...{ name: 'Nadia Karim', email, role: 'agent', unitId: root, ...more },
  });
async function secretSentTo(email: string): Promise<string> {
  const { text } = await program.postbox.letterTo(email);
  return /\/invitation\/([\w-]+)/.exec(text ?? '')?.[1] ?? '';
}
const accept = (secret: string, password = 'douze signes au moins') =>
  program.anybody('POST', `/invitations/${secret}`, { password });

describe('an invitation', () => {
  it('arrives by e-mail, lets in once, with the role it says', async () => {
    const email = 'nadia@exemple.example';
    expect((await invite(email)).status).toBe(201);
    const secret = await secretSentTo(email);
    const shown = await program.anybody('GET', `/invitations/${secret}`);
    expect(shown.body).toEqual({
      ...{ name: 'Nadia Karim', email },
      organizationName: 'CCAS de Valmont',
    });
    const listed = await administrator.call('GET', '/people');
    expect(listed.body).toContainEqual(expect.objectContaining({ email, state: 'invited' }));
    expect((await accept(secret, 'trop court')).status).toBe(400);

    const accepted = await accept(secret);
    expect(accepted).toMatchObject({
      status: 200,
      body: { person: { email }, memberships: [{ role: 'agent', unitId: root }] },
    });
    expect(accepted.headers.get('set-cookie')).toMatch(/^boucle_session=/);
    expect((await accept(secret)).body.code).toBe('door.unknown.invitation');
    expect((await program.anybody('GET', `/invitations/${secret}`)).status).toBe(404);
    const signed = { email, password: 'douze signes au moins' };
    expect((await program.anybody('POST', '/session', signed)).status).toBe(200);
  });

  it('lets in once, when it is accepted twice at the same moment', async () => {
    const email = 'double@exemple.example';
    await invite(email);
    const secret = await secretSentTo(email);
    const answers = await Promise.all([
      accept(secret, 'the first password'),
      accept(secret, 'the second password'),
    ]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 404]);
  });

  it('is over after fourteen days', async () => {
    const guest = {
      name: 'Noé',
      email: 'noe@exemple.example',
      role: 'agent',
      unitId: root,
    } as const;
    const past = new Date(Date.now() - 14 * 24 * 60 * 60 * 1000 - 1000);
    const { link } = await program.app.get(People).invite(tenant, null, guest, past);
    const secret = link.split('/').at(-1) ?? '';
    expect(await accept(secret)).toMatchObject({ status: 410, body: { code: 'door.expired' } });
    const people = await administrator.call('GET', '/people');
    expect(people.body).toContainEqual(expect.objectContaining({ name: 'Noé', state: 'invited' }));
  });

  it('goes to one person, whatever the case, even when sent twice at once', async () => {
    const email = 'unique@exemple.example';
    const answers = await Promise.all([invite(email), invite(email.toUpperCase())]);
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409]);
    expect(await invite(email)).toMatchObject({ status: 409, body: { code: 'person.exists' } });
    const rows = await stored(program, tenant, 'SELECT FROM person WHERE email = $1', [email]);
    expect(rows).toHaveLength(1);
  });

  it('leaves its secret in no table', async () => {
    const email = 'secret@exemple.example';
    await invite(email);
    const secret = await secretSentTo(email);
    const doors = await stored(program, tenant, 'SELECT FROM door WHERE key = $1', [secret]);
    expect(doors).toEqual([]);
  });

  it.each([
    ['no name', { name: ' ' }, 'name'],
    ['no address', { email: 'nadia' }, 'email'],
    ['no such role', { role: 'king' }, 'role'],
  ])('is refused: %s', async (_, more, field) => {
    const { status, body } = await invite('autre@exemple.example', more);
    expect([status, Object.keys(body.details.fields)]).toEqual([400, [field]]);
  });
});

describe('a unit', () => {
  it('is added below another, with its public page, and renamed', async () => {
    const unit = await addUnit(administrator, root, 'Accueil');
    expect(unit).toMatchObject({ name: 'Accueil', parentId: root, depth: 1 });
    const page = await program.anybody('GET', `/public/units/${unit.publicKey}`);
    expect(page.body).toMatchObject({ unitName: 'Accueil', organizationName: 'CCAS de Valmont' });
    const renamed = await administrator.call('PATCH', `/units/${unit.id}`, {
      name: 'Accueil social',
    });
    expect(renamed.body).toMatchObject({ id: unit.id, name: 'Accueil social', kind: 'department' });
    const after = await program.anybody('GET', `/public/units/${unit.publicKey}`);
    expect(after.body.unitName).toBe('Accueil social');
  });

  it('stays as it is where nothing is changed', async () => {
    const unit = await addUnit(administrator, root, 'Stable');
    for (const changes of [{}, { name: null }, { kind: null }]) {
      const { status, body } = await administrator.call('PATCH', `/units/${unit.id}`, changes);
      expect([status, body.name]).toEqual([200, 'Stable']);
    }
    const organization = await administrator.call('PATCH', '/organizations/mine', {});
    expect(organization.status).toBe(204);
  });

  it('needs a name, a kind and a parent that exists', async () => {
    const parentId = '01900000-0000-7000-8000-000000000000';
    const unit = { name: 'Perdu', kind: 'other', parentId };
    expect((await administrator.call('POST', '/units', unit)).status).toBe(403);
    const { body } = await administrator.call('POST', '/units', { parentId: root });
    expect(Object.keys(body.details.fields).sort()).toEqual(['kind', 'name']);
  });
});

describe('a role on a unit', () => {
  it('holds below it, and not beside it nor above', async () => {
    const home = await addUnit(administrator, root, 'Domicile');
    const north = await addUnit(administrator, home.id, 'Secteur nord');
    const beside = await addUnit(administrator, root, 'Résidence');
    const [manager, quality] = [
      await program.member(tenant, 'manager', home.id),
      await program.member(tenant, 'quality_manager'),
    ];
    const agent = await program.member(tenant, 'agent');
    const told = {
      home: await logFeedback(agent, home.id),
      north: await logFeedback(agent, north.id),
      beside: await logFeedback(agent, beside.id),
      above: await logFeedback(agent, root),
    };
    const statuses: Record<string, number> = {};
    for (const [place, { id }] of Object.entries(told)) {
      statuses[place] = (await manager.call('GET', `/feedback/${id}`)).status;
    }
    expect(statuses).toEqual({ home: 200, north: 200, beside: 404, above: 404 });
    expect((await manager.call('GET', '/feedback')).body.total).toBe(2);
    expect((await manager.call('GET', `/feedback?unitId=${beside.id}`)).body.total).toBe(0);
    const units = (await manager.call('GET', '/units')).body as { id: string }[];
    expect(units.map(({ id }) => id)).toEqual([home.id, north.id]);

    const theme = (await manager.call('GET', '/themes')).body[0].id as string;
    const qualify = (id: string, unitId: string) =>
      manager.call('PUT', `/feedback/${id}/qualification`, {
        themeId: theme,
        severity: 1,
        frequency: 1,
        unitId,
      });
    expect((await qualify(told.beside.id, home.id)).status).toBe(404);
    expect((await qualify(told.north.id, beside.id)).body.code).toBe('permission.missing');
    expect((await qualify(told.north.id, home.id)).status).toBe(200);

    const elsewhere = await openAction(quality, beside.id, agent.id);
    expect((await manager.call('GET', `/actions/${elsewhere.id}`)).status).toBe(404);
    const cancel = { reason: 'Pas chez moi' };
    const cancelled = await manager.call('PUT', `/actions/${elsewhere.id}/cancellation`, cancel);
    expect(cancelled.status).toBe(404);
    const word = { kind: 'anomaly', body: 'Ici', channel: 'phone', unitId: beside.id };
    expect((await manager.call('POST', '/feedback', word)).body.code).toBe('permission.missing');
  });

  it('lets an administrator of a branch manage that branch alone', async () => {
    const branch = await addUnit(administrator, root, 'Branche');
    const local = await program.member(tenant, 'administrator', branch.id);
    expect((await addUnit(local, branch.id, 'Feuille')).id).toEqual(expect.any(String));
    const rename = await local.call('PATCH', `/units/${root}`, { name: 'À moi' });
    expect(rename.status).toBeGreaterThanOrEqual(403);
    const guest = { name: 'Intrus', email: 'intrus@exemple.example', role: 'administrator' };
    const invited = await local.call('POST', '/people', { ...guest, unitId: root });
    expect(invited.body.code).toBe('permission.missing');
  });
});

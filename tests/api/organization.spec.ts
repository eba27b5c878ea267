import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { openProgram, type Program, type Signed } from '../support/program.js';

let program: Program;
beforeAll(async () => (program = await openProgram()));
afterAll(() => program.close());

const change = (by: Signed, changes: object) => by.call('PATCH', '/organizations/mine', changes);
const nameOfRoot = async (by: Signed) => (await by.call('GET', '/units')).body[0].name as string;

describe('the name and the colour of an organisation', () => {
  it('are what its members see at once, and its public page', async () => {
    const tenant = await program.organization('CCAS d’avant');
    const administrator = await program.member(tenant, 'administrator');
    const settings = { name: 'CIAS d’après', colour: '#7a1f3d' };
    expect(await change(administrator, settings)).toMatchObject({ status: 204 });
    const { body } = await administrator.call('GET', '/session');
    expect(body.organization).toMatchObject(settings);
    const [{ publicKey }] = (await administrator.call('GET', '/units')).body;
    const page = await program.anybody('GET', `/public/units/${publicKey}`);
    expect(page.body).toMatchObject({ organizationName: 'CIAS d’après', colour: '#7a1f3d' });
  });

  it('takes the root of the tree along, unless that has a name of its own', async () => {
    const tenant = await program.organization('CCAS d’avant');
    const administrator = await program.member(tenant, 'administrator');
    await change(administrator, { name: 'CCAS d’après' });
    expect(await nameOfRoot(administrator)).toBe('CCAS d’après');
    await administrator.call('PATCH', `/units/${tenant.rootUnitId}`, { name: 'Le siège' });
    await change(administrator, { name: 'CCAS d’encore après' });
    expect(await nameOfRoot(administrator)).toBe('Le siège');
  });

  it.each(['#abc', '0f5c63', '#0f5c6380', 'teal'])('refuses the colour %s', async (colour) => {
    const administrator = await program.member(await program.organization(), 'administrator');
    const { status, body } = await change(administrator, { colour });
    expect(status).toBe(400);
    expect(body.details.fields).toHaveProperty('colour');
  });

  it('stay as they are when nothing is asked', async () => {
    const administrator = await program.member(
      await program.organization('Tel quel'),
      'administrator',
    );
    expect(await change(administrator, {})).toMatchObject({ status: 204 });
    const { body } = await administrator.call('GET', '/session');
    expect(body.organization.name).toBe('Tel quel');
  });
});

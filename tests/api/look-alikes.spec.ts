import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { AlikeDto } from '../../backend/merging/merging.dto.js';
import type { OpenedOrganization } from '../../backend/organization/organization.service.js';
import { addUnit, logFeedback, type Receipt } from '../support/deeds.js';
import { openProgram, type Program, type Signed } from '../support/program.js';

let program: Program;
let tenant: OpenedOrganization;
let quality: Signed;
let agent: Signed;
let ofDesk: Signed;
let deskId: string;
let homeId: string;
let door: Receipt;
let same: Receipt;
let elsewhere: Receipt;

beforeAll(async () => {
  program = await openProgram();
  tenant = await program.organization();
  quality = await program.member(tenant, 'quality_manager');
  agent = await program.member(tenant, 'agent');
  const administrator = await program.member(tenant, 'administrator');
  deskId = (await addUnit(administrator, tenant.rootUnitId, 'Accueil')).id;
  homeId = (await addUnit(administrator, tenant.rootUnitId, 'Domicile')).id;
  ofDesk = await program.member(tenant, 'manager', deskId);
  const log = (unitId: string, body: string) => logFeedback(agent, unitId, { body });
  door = await log(
    deskId,
    'La porte automatique se referme trop vite : mon fauteuil a été coincé.',
  );
  same = await log(deskId, 'Porte automatique trop rapide, j’ai eu le fauteuil coinçé dedans');
  elsewhere = await log(homeId, 'La porte automatique coince les fauteuils, elle se referme vite');
  await log(deskId, 'Merci à la dame qui m’a expliqué mon courrier ligne par ligne.');
  await log(deskId, 'Les menus du dimanche pourraient être choisis par les résidents.');
});
afterAll(() => program.close());

const of = async ({ id }: Receipt, by = quality) =>
  (await by.call('GET', `/feedback/${id}/alike`)).body as AlikeDto[];
const ids = (found: { id: string }[]) => found.map(({ id }) => id);
const typing = (text: string, more = '', by = quality) =>
  by.call('GET', `/feedback/alike?text=${encodeURIComponent(text)}${more}`);

describe('look-alikes', () => {
  it('are those that say the same, the nearest first, and no other', async () => {
    const found = await of(door);
    expect(ids(found).sort()).toEqual([same.id, elsewhere.id].sort());
    expect(found[0]).toMatchObject({ state: 'received', people: 1, mayStay: true, mayJoin: true });
    expect(found.map(({ similarity }) => similarity)).toEqual(
      found.map(({ similarity }) => similarity).sort((a, b) => b - a),
    );
  });

  it('are found while typing, in a unit or everywhere', async () => {
    const text = 'la porte automatique et mon fauteuil';
    const { body } = await typing(text);
    expect(ids(body)).toEqual(expect.arrayContaining([door.id, same.id, elsewhere.id]));
    const inDesk = await typing(text, `&unitId=${deskId}`);
    expect(ids(inDesk.body)).not.toContain(elsewhere.id);
    expect((await typing('zzzz qqqq')).body).toEqual([]);
    expect((await typing('x'.repeat(2001))).status).toBe(400);
    expect((await typing('')).status).toBe(400);
  });

  it('are only what I may see, of my organisation', async () => {
    expect(ids(await of(door, ofDesk))).toEqual([same.id]);
    expect((await ofDesk.call('GET', `/feedback/${elsewhere.id}/alike`)).status).toBe(404);
    const other = await program.organization();
    const stranger = await program.member(other, 'quality_manager');
    expect((await typing('la porte automatique', '', stranger)).body).toEqual([]);
    const [seen] = await of(door, agent);
    expect(seen).toMatchObject({ mayStay: false, mayJoin: false });
  });

  it('are told once for a family, and not to those of the family', async () => {
    await quality.call('PUT', `/feedback/${same.id}/merge`, { into: door.id });
    expect(ids(await of(door))).toEqual([elsewhere.id]);
    expect(ids(await of(same))).toEqual([elsewhere.id]);
    const [found, ...others] = await of(elsewhere);
    expect(found).toMatchObject({ id: door.id, people: 2 });
    expect(others).toEqual([]);
    const farther = await logFeedback(agent, deskId, { body: 'Le portillon du fond grince' });
    await quality.call('PUT', `/feedback/${farther.id}/merge`, { into: same.id });
    expect((await of(elsewhere))[0]).toMatchObject({ id: door.id, people: 3 });
    await quality.call('DELETE', `/feedback/${farther.id}/merge`);
    await quality.call('DELETE', `/feedback/${same.id}/merge`);
  });

  it('are no longer proposed once somebody said that they are not the same', async () => {
    const apart = `/feedback/${door.id}/not-alike/${same.id}`;
    expect((await agent.call('PUT', apart)).status).toBe(403);
    const answers = await Promise.all([quality.call('PUT', apart), quality.call('PUT', apart)]);
    expect(answers.map(({ status }) => status)).toEqual([204, 204]);
    expect(ids(await of(door))).toEqual([elsewhere.id]);
    expect(ids(await of(same))).not.toContain(door.id);
    expect(ids(await of(elsewhere))).toContain(door.id);
    expect((await quality.call('DELETE', apart)).status).toBe(204);
    expect(ids(await of(door))).toContain(same.id);
    expect(
      (await ofDesk.call('PUT', `/feedback/${door.id}/not-alike/${elsewhere.id}`)).status,
    ).toBe(404);
  });
});

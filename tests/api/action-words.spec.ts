import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { OpenedOrganization } from '../../backend/organization/organization.service.js';
import { addUnit, openAction, openCampaign } from '../support/deeds.js';
import { openProgram, type Program, type Signed } from '../support/program.js';

let program: Program;
let tenant: OpenedOrganization;
let quality: Signed;
let owner: Signed;
let root: string;

beforeAll(async () => {
  program = await openProgram();
  tenant = await program.organization();
  root = tenant.rootUnitId;
  quality = await program.member(tenant, 'quality_manager');
  owner = await program.member(tenant, 'agent');
});
afterAll(() => program.close());

const open = (more = {}) => openAction(quality, root, owner.id, more);
/** The whole of its words is sent, as a page does that shows them all. */
const edit = (id: string, change: object, by = quality) => {
  const standing = { kind: 'corrective', title: 'Alléger la porte', unitId: root };
  return by.call('PUT', `/actions/${id}`, { ...standing, ownerId: owner.id, ...change });
};

const words = {
  ...{ description: 'Poser un groom', rationale: 'Deux chutes', participants: 'Le CVS' },
  ...{ feasibility: 3, impact: 4, cost: 1250.5, effortDays: 2.5, skills: 'Menuiserie' },
  ...{ stakeholders: 'Mairie', levers: 'Budget voté', obstacles: 'Délais', startOn: '2029-12-01' },
};

describe('the words of an action', () => {
  it('are kept as they were given, with the priority that they make', async () => {
    expect(await open(words)).toMatchObject({ ...words, priority: 12, version: 1 });
  });

  it('change, and the history says which', async () => {
    const { id, version } = await open(words);
    const { startOn: _, ...rest } = words;
    const change = { ...rest, impact: 2, title: 'Alléger les deux portes' };
    const { status, body } = await edit(id, { version, ...change });
    expect({ status, body }).toMatchObject({
      status: 200,
      body: { ...change, startOn: null, version: 2, priority: 6, kind: 'corrective' },
    });
    expect(body.history.at(-1)).toMatchObject({
      verb: 'action.edit',
      details: { words: ['startOn', 'impact', 'title'] },
    });
  });

  it('that are sent as they stand change nothing', async () => {
    const { id, version } = await open(words);
    const { body } = await edit(id, { version, ...words });
    expect(body).toMatchObject({ version, history: [{ verb: 'action.open' }] });
  });

  it('are not lost when two people change them: the second is told what stands', async () => {
    const { id, version } = await open(words);
    await edit(id, { version, description: 'Le mien', skills: 'Serrurerie' });
    const late = await edit(id, { version, description: 'Le tien' });
    expect(late).toMatchObject({
      status: 409,
      body: {
        code: 'action.changed',
        details: {
          who: quality.name,
          current: { version: 2, description: 'Le mien', skills: 'Serrurerie' },
        },
      },
    });
    expect((await edit(id, { version: 2, description: 'Les deux' })).body).toMatchObject({
      ...{ description: 'Les deux', skills: '', version: 3 },
    });
  });

  it.each([
    ['a start after the due date', { startOn: '2031-01-01' }, 'action.start_after_due'],
    ['a title taken away', { title: null }, 'input.invalid'],
    ['a rating out of the scale', { impact: 5 }, 'input.invalid'],
    ['thirds of a cent', { cost: 1.333 }, 'input.invalid'],
    ['no version', { version: undefined }, 'input.invalid'],
    ['half a check', { checkMethod: 'indicator', checkTarget: 0.5 }, 'action.check_incomplete'],
    ['a due date, which moves with a reason', { dueOn: '2031-01-01' }, 'input.invalid'],
  ])('refuse %s', async (_, change, code) => {
    const { id, version } = await open();
    expect(await edit(id, { version, ...change })).toMatchObject({ status: 400, body: { code } });
  });

  it('refuse a verifier who owns it, whichever of the two changes', async () => {
    const { id, version } = await open({ verifierId: quality.id });
    expect((await edit(id, { version, verifierId: owner.id })).body.code).toBe(
      'action.verifier_is_owner',
    );
    expect(
      (await edit(id, { version, ownerId: quality.id, verifierId: quality.id })).body.code,
    ).toBe('action.verifier_is_owner');
  });

  it('are the owner’s where they bind nobody else', async () => {
    const { id, version } = await open();
    const theirs = await edit(id, { version, description: 'Vu avec le menuisier' }, owner);
    expect(theirs).toMatchObject({ status: 200, body: { mayEdit: 'owner', version: 2 } });
    const binding = await edit(id, { version: 2, description: 'x', ownerId: quality.id }, owner);
    expect(binding.status).toBe(403);
  });

  it('of an owner who was late are told what stands, not that they may not', async () => {
    const { id, version } = await open();
    await edit(id, { version, title: 'Alléger les deux portes' });
    const late = await edit(id, { version, description: 'Vu avec le menuisier' }, owner);
    expect(late).toMatchObject({ status: 409, body: { code: 'action.changed' } });
  });

  it('do not move it to a unit where one may not lead', async () => {
    const administrator = await program.member(tenant, 'administrator');
    const [mine, theirs] = [
      await addUnit(administrator, root, 'Accueil'),
      await addUnit(administrator, root, 'Crèche'),
    ];
    const manager = await program.member(tenant, 'manager', mine.id);
    const { id, version } = await openAction(manager, mine.id, owner.id);
    expect((await edit(id, { version, unitId: theirs.id }, manager)).status).toBe(403);
  });
});

describe('an origin', () => {
  it('may be a survey, an indicator or a recommendation, each with what was seen', async () => {
    const { surveyId } = await openCampaign(quality, root);
    const indicator = { name: 'Satisfaction', surveyId, target: 0.8 };
    const { id: indicatorId } = (await quality.call('POST', '/indicators', indicator)).body;
    const recommendation = { kind: 'recommendation', reference: 'Ouvrir le samedi' };
    const { origins: told } = await open({
      origins: [
        { kind: 'survey', surveyId, reference: 'Trois attentes trop longues' },
        { kind: 'indicator', indicatorId, reference: 'Octobre 2026' },
        recommendation,
      ],
    });
    expect(told).toMatchObject([
      {
        ...{ kind: 'survey', reference: 'Trois attentes trop longues' },
        survey: { id: surveyId, title: 'Accueil' },
      },
      {
        ...{ kind: 'indicator', reference: 'Octobre 2026' },
        indicator: { id: indicatorId, name: 'Satisfaction' },
      },
      recommendation,
    ]);
  });

  it.each([
    [{ kind: 'survey' }, 400],
    [{ kind: 'recommendation' }, 400],
    [{ kind: 'recommendation', reference: '  ' }, 400],
    [{ kind: 'survey', surveyId: 'a3bb189e-8bf9-3888-9912-ace4e6543002' }, 404],
    [{ kind: 'indicator', indicatorId: 'a3bb189e-8bf9-3888-9912-ace4e6543002' }, 404],
  ])('%o is refused', async (origin, status) => {
    const plan = { kind: 'corrective', title: 'Alléger', unitId: root, ownerId: owner.id };
    const sent = { ...plan, dueOn: '2030-01-15', origins: [origin] };
    expect((await quality.call('POST', '/actions', sent)).status).toBe(status);
  });
});

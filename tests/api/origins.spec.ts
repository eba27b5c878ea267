import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { OpenedOrganization } from '../../backend/organization/organization.service.js';
import { addUnit, openAction, openCampaign } from '../support/deeds.js';
import { openProgram, type Program, type Signed } from '../support/program.js';

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

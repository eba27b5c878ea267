import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { OpenedOrganization } from '../../backend/organization/organization.service.js';
import { openCampaign, smile, stored } from '../support/deeds.js';
import { openProgram, type Program, type Signed } from '../support/program.js';

let program: Program;
let tenant: OpenedOrganization;
let quality: Signed;
beforeAll(async () => {
  program = await openProgram();
  tenant = await program.organization();
  quality = await program.member(tenant, 'quality_manager');
});
afterAll(() => program.close());

describe('following an indicator', () => {
  it('makes of a survey’s answers a share against its target', async () => {
    const { surveyId, publicKey } = await openCampaign(quality, tenant.rootUnitId);
    await smile(program.anybody, publicKey, { good: 2, bad: 8 });
    const indicator = { name: 'Visiteurs satisfaits', surveyId, target: 0.85 };
    const { status, body } = await quality.call('POST', '/indicators', indicator);
    expect(status).toBe(201);
    const followed = await quality.call('GET', '/indicators');
    expect(followed.body).toEqual([
      expect.objectContaining({
        ...{ id: body.id, name: 'Visiteurs satisfaits', target: 0.85, againstTarget: 'missed' },
        overall: expect.objectContaining({ n: 10, share: 0.2 }),
      }),
    ]);
    const journal = await stored(
      program,
      tenant,
      `SELECT verb, person_id AS who, details FROM journal WHERE subject_id = $1`,
      [body.id],
    );
    expect(journal).toEqual([{ verb: 'indicator.create', who: quality.id, details: indicator }]);
  });

  it('refuses a survey of nobody, or of somebody else', async () => {
    const other = await program.organization();
    const stranger = await program.member(other, 'quality_manager');
    const { surveyId } = await openCampaign(stranger, other.rootUnitId);
    for (const id of [surveyId, '01900000-0000-7000-8000-000000000000']) {
      const indicator = { name: 'Ailleurs', surveyId: id, target: 0.5 };
      const { status, body } = await quality.call('POST', '/indicators', indicator);
      expect({ status, code: body.code }).toEqual({ status: 404, code: 'survey.unknown' });
    }
  });

  it.each([
    [{ target: 85 }, 'target', '1 au plus.'],
    [{ name: '   ' }, 'name', 'À remplir.'],
    [{ surveyId: 'une enquête' }, 'surveyId', 'Un choix de la liste.'],
  ])('refuses %j, and says what to mend', async (wrong, field, sentence) => {
    const indicator = { name: 'Part', surveyId: tenant.rootUnitId, target: 0.5, ...wrong };
    const { status, body } = await quality.call('POST', '/indicators', indicator);
    expect(status).toBe(400);
    expect(body.details.fields).toEqual({ [field]: sentence });
  });
});

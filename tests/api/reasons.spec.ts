import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { mostReasonsShown } from '../../backend/domain/satisfaction.js';
import type { ReasonDto } from '../../backend/surveys/surveys.dto.js';
import { addUnit, openCampaign, smile, stored } from '../support/deeds.js';
import { openProgram, type Program, type Signed } from '../support/program.js';

let program: Program;
beforeAll(async () => (program = await openProgram()));
afterAll(() => program.close());

async function reasonsSeenBy(reader: Signed): Promise<ReasonDto[][]> {
  const { body } = await reader.call('GET', '/surveys');
  const surveys = body as { campaigns: { reasons: ReasonDto[] }[] }[];
  return surveys.flatMap(({ campaigns }) => campaigns.map(({ reasons }) => reasons));
}

async function answer(publicKey: string, smiley: string, comment?: string): Promise<void> {
  const address = `/public/campaigns/${publicKey}/answers`;
  const { status } = await program.anybody('POST', address, { smiley, comment });
  expect(status).toBe(204);
}

describe('the reasons next to a figure', () => {
  it('stay hidden as long as the figure itself', async () => {
    const tenant = await program.organization();
    const quality = await program.member(tenant, 'quality_manager');
    const { publicKey } = await openCampaign(quality, tenant.rootUnitId);
    await answer(publicKey, 'bad', 'Trop d’attente');
    await smile(program.anybody, publicKey, { good: 3 });
    expect(await reasonsSeenBy(quality)).toEqual([[]]);
    await answer(publicKey, 'good', '   ');
    const told = { smiley: 'bad', comment: 'Trop d’attente' };
    expect(await reasonsSeenBy(quality)).toEqual([[told]]);
  });

  it('are the newest, without their day', async () => {
    const tenant = await program.organization();
    const quality = await program.member(tenant, 'quality_manager');
    const { campaignId } = await openCampaign(quality, tenant.rootUnitId);
    await stored(
      program,
      tenant,
      `INSERT INTO survey_answer (id, campaign_id, smiley, comment, answered_on)
       SELECT gen_random_uuid(), $1, 'medium', 'Le ' || day, current_date - day
         FROM generate_series(1, 30) AS day`,
      [campaignId],
    );
    const newest = Array.from({ length: mostReasonsShown }, (_, nth) => ({
      ...{ smiley: 'medium', comment: `Le ${nth + 1}` },
    }));
    expect(await reasonsSeenBy(quality)).toEqual([newest]);
  });

  it('are read in the units that one follows, and in no other', async () => {
    const tenant = await program.organization();
    const quality = await program.member(tenant, 'quality_manager');
    const administrator = await program.member(tenant, 'administrator');
    const desk = await addUnit(administrator, tenant.rootUnitId, 'Accueil');
    const manager = await program.member(tenant, 'manager', desk.id);
    const { publicKey } = await openCampaign(quality, tenant.rootUnitId);
    await smile(program.anybody, publicKey, { good: 5 });
    await answer(publicKey, 'good', 'Merci à toutes');
    expect(await reasonsSeenBy(manager)).toEqual([]);
    expect(await reasonsSeenBy(administrator)).toEqual([
      [{ smiley: 'good', comment: 'Merci à toutes' }],
    ]);
  });
});

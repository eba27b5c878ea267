import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { OpenedOrganization } from '../../backend/organization/organization.service.js';
import { DigestService } from '../../backend/reminders/digest.service.js';
import { stored } from '../support/deeds.js';
import { openProgram, type Program, type Signed } from '../support/program.js';

let program: Program;
let tenant: OpenedOrganization;
let quality: Signed;

/** More than PostgreSQL takes rows of, where each of their values is a parameter. */
const many = 8500;

beforeAll(async () => {
  program = await openProgram();
  tenant = await program.organization('CCAS de Valmont');
  quality = await program.member(tenant, 'quality_manager');
});
afterAll(() => program.close());

/** Actions of hers, as many as a file may bring in. */
const bringIn = () =>
  program.within(tenant, async (tx) => {
    await tx.query(
      `INSERT INTO action (id, reference, kind, title, unit_id, owner_id, due_on, created_by)
       SELECT gen_random_uuid(), 'A26-' || n, 'corrective', 'Réparer', $1, $2, '2026-11-24', $2
         FROM generate_series(1, $3) n`,
      [tenant.rootUnitId, quality.id, many],
    );
    await tx.query(
      `INSERT INTO origin (id, action_id, kind, reference)
       SELECT gen_random_uuid(), id, 'audit', '3.12.1' FROM action`,
    );
  });

it('whoever owes thousands of things is told of them, in one letter that is short', async () => {
  await bringIn();
  expect(await program.app.get(DigestService).sweep(new Date('2026-11-24T08:00:00Z'))).toBe(1);
  const { text = '' } = await program.postbox.letterTo(quality.email);
  expect(text.match(/\/r\//g)).toHaveLength(20);
  const [told] = await stored<{ count: number }>(
    program,
    tenant,
    'SELECT count(*)::int AS count FROM reminder',
  );
  expect(told?.count).toBe(many);
});

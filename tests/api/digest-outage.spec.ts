import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { Postman } from '../../backend/mail/postman.js';
import type { OpenedOrganization } from '../../backend/organization/organization.service.js';
import { DigestService } from '../../backend/reminders/digest.service.js';
import { Settings } from '../../backend/settings.js';
import { openAction, stored, untilSent } from '../support/deeds.js';
import { closedPort, openPostbox, type Postbox } from '../support/postbox.js';
import { openProgram, type Program, type Signed } from '../support/program.js';

let program: Program;
let tenant: OpenedOrganization;
let quality: Signed;
let owner: Signed;
let port: number;
let postbox: Postbox;

beforeAll(async () => {
  program = await openProgram();
  tenant = await program.organization('CCAS de Valmont');
  quality = await program.member(tenant, 'quality_manager');
  owner = await program.member(tenant, 'agent');
  port = await closedPort();
  // Nothing was sent yet: the postman meets nobody there.
  Object.assign(program.app.get(Settings), { SMTP_URL: `smtp://127.0.0.1:${port}` });
});
afterAll(async () => {
  await program.close();
  await postbox.close();
});

const sweep = (day: string) => program.app.get(DigestService).sweep(new Date(`${day}T08:00:00Z`));
const rows = <Row>(query: string) => stored<Row>(program, tenant, query);
const plan = (title: string, dueOn: string) =>
  openAction(quality, tenant.rootUnitId, owner.id, { title, dueOn });

// 2026-11-23 is a Monday.
it('a mail server that was away for days brings one digest, of its last day, with all that matters', async () => {
  await plan('Alléger la porte', '2026-11-24');
  await plan('Signaler la marche', '2026-11-25');
  for (const day of ['23', '24', '25']) expect(await sweep(`2026-11-${day}`)).toBe(1);

  const letters = await rows<{ id: string }>(`SELECT id FROM letter WHERE kind = 'digest'`);
  expect(letters).toHaveLength(1);
  const letterId = letters[0]!.id;
  const told = await rows<{ step: number }>(
    `SELECT step, letter_id FROM reminder WHERE letter_id = '${letterId}'`,
  );
  expect(told.map(({ step }) => step).sort((a, b) => a - b)).toEqual([-7, -1, -1, 0, 0]);
  const days = await rows(`SELECT day FROM digest WHERE letter_id = '${letterId}'`);
  expect(days).toHaveLength(3);

  postbox = await openPostbox(port);
  await program.app.get(Postman).deliver({ ...tenant, letterId });
  const { subject, text } = await postbox.letterTo(owner.email);
  await untilSent(program, tenant, letterId);
  expect(postbox.letters).toHaveLength(1);
  expect(subject).toMatch(/retard/);
  expect(text).toMatch(/Alléger la porte[^]*Signaler la marche/);
});

it('one that left stays, whatever is written after it', async () => {
  const before = await rows<{ id: string }>(`SELECT id FROM letter WHERE state = 'sent'`);
  expect(before).toHaveLength(1);
  expect(await sweep('2026-12-01')).toBe(1);
  const kept = await rows(`SELECT id FROM letter WHERE id = '${before[0]!.id}'`);
  expect(kept).toHaveLength(1);
});

import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { usualRules, type ReminderRules } from '../../backend/domain/reminders.js';
import type { OpenedOrganization } from '../../backend/organization/organization.service.js';
import { DigestService } from '../../backend/reminders/digest.service.js';
import { addUnit, openAction, stored } from '../support/deeds.js';
import { openProgram, type Program, type Signed } from '../support/program.js';

let program: Program;
let tenant: OpenedOrganization;
let quality: Signed;
let manager: Signed;
let owner: Signed;
let unitId: string;

beforeAll(async () => {
  program = await openProgram();
  tenant = await program.organization('CCAS de Valmont');
  quality = await program.member(tenant, 'quality_manager');
  const administrator = await program.member(tenant, 'administrator');
  unitId = (await addUnit(administrator, tenant.rootUnitId, 'Accueil')).id;
  manager = await program.member(tenant, 'manager', unitId);
  owner = await program.member(tenant, 'agent', unitId);
});
afterAll(() => program.close());

/** Each test has its own actions, its own days and its own wishes. */
afterEach(() =>
  program.within(tenant, async (tx) => {
    await tx.query('DELETE FROM reminder');
    await tx.query('DELETE FROM digest');
    await tx.query('DELETE FROM action');
    await tx.query(`UPDATE person SET digest_frequency = 'daily', away_from = NULL,
      away_until = NULL, stand_in_id = NULL`);
    await tx.query('UPDATE unit SET reminder_rules = NULL');
    await tx.query('UPDATE organization SET reminder_rules = $1', [usualRules]);
  }),
);

const plan = (dueOn: string, more = {}) =>
  openAction(quality, unitId, owner.id, { dueOn, ...more });
const sql = (statement: string, parameters: unknown[] = []) =>
  program.within(tenant, (tx) => tx.query(statement, parameters));
const rule = (rules: Partial<ReminderRules>) =>
  sql('UPDATE organization SET reminder_rules = $1', [{ ...usualRules, ...rules }]);

/** Who is written to by the sweep of that day, at nine. */
async function told(day: string): Promise<string[]> {
  await program.app.get(DigestService).sweep(new Date(`${day}T08:00:00Z`));
  const rows = await stored<{ id: string }>(
    program,
    tenant,
    'SELECT person_id AS id FROM digest WHERE day = $1',
    [day],
  );
  const names = new Map([
    [owner.id, 'owner'],
    [manager.id, 'manager'],
    [quality.id, 'quality'],
  ]);
  return rows.map(({ id }) => names.get(id) ?? id).sort();
}

/** The days of a span on which somebody is written to, with who. */
async function replay(from: string, days: number): Promise<string[]> {
  const written: string[] = [];
  for (let nth = 0; nth < days; nth += 1) {
    const day = new Date(Date.parse(from) + nth * 86_400_000).toISOString().slice(0, 10);
    const who = await told(day);
    if (who.length > 0) written.push(`${day.slice(5)} ${who.join(' ')}`);
  }
  return written;
}

describe('what stays late', () => {
  it('is told to the manager after a week and to the quality manager after three, once', async () => {
    await plan('2026-11-24');
    expect(await replay('2026-11-16', 31)).toEqual([
      ...['11-17 owner', '11-23 owner', '11-24 owner', '12-01 manager owner', '12-08 owner'],
      '12-15 owner quality',
    ]);
  });

  it('comes with why, and with the days it was due before', async () => {
    const { id } = await plan('2026-11-10', { title: 'Réparer la rampe' });
    const change = { dueOn: '2026-11-16', reason: 'Pièce en rupture' };
    await quality.call('PUT', `/actions/${id}/due-date`, change);
    await told('2026-11-23');
    const { text = '' } = await program.postbox.letterTo(manager.email, ({ text: said = '' }) =>
      said.includes('Réparer la rampe'),
    );
    expect(text).toContain('EN RETARD DANS VOS SERVICES');
    expect(text).toContain('7 jours de retard');
    expect(text).toContain('10 novembre');
  });

  it('is not told to whoever owns it and leads there', async () => {
    await openAction(quality, unitId, manager.id, { dueOn: '2026-11-16' });
    expect(await told('2026-11-23')).toEqual(['manager']);
    const roles = await stored<{ role: string }>(program, tenant, 'SELECT role FROM reminder');
    expect(roles).toEqual([{ role: 'owner' }]);
  });
});

describe('whoever said where an action stands', () => {
  it('is left in peace for three days, and asked again after', async () => {
    const { id } = await plan('2026-11-24');
    await sql(
      `INSERT INTO journal (id, person_id, verb, subject_id, at)
       VALUES (gen_random_uuid(), $1, 'action.report', $2, '2026-11-22T09:00:00Z')`,
      [owner.id, id],
    );
    expect(await replay('2026-11-23', 4)).toEqual(['11-25 owner']);
  });

  it('is not asked while they wait for more time: whoever decides is', async () => {
    const { id } = await plan('2026-11-24');
    const asked = { dueOn: '2030-01-15', reason: 'Livraison repoussée' };
    const { status } = await owner.call('POST', `/actions/${id}/deferrals`, asked);
    expect(status).toBe(201);
    await sql(`UPDATE deferral SET asked_at = '2026-11-23T09:00:00Z'`).catch(() => undefined);
    expect((await replay('2026-11-23', 2)).every((line) => !line.includes('owner'))).toBe(true);
  });
});

describe('a reader’s wish', () => {
  it('weekly: the first at once, then on their day or the first after it that is not quiet', async () => {
    await plan('2026-11-20');
    await sql(`UPDATE person SET digest_frequency = 'weekly', digest_weekday = 0 WHERE id = $1`, [
      owner.id,
    ]);
    const own = (await replay('2026-11-09', 21)).filter((line) => line.includes('owner'));
    expect(own.map((line) => line.slice(0, 5))).toEqual(['11-13', '11-16', '11-23']);
  });

  it('only what is late: nothing before', async () => {
    await plan('2026-11-24');
    await sql(`UPDATE person SET digest_frequency = 'late' WHERE id = $1`, [owner.id]);
    const own = (await replay('2026-11-16', 20)).filter((line) => line.includes('owner'));
    expect(own.map((line) => line.slice(0, 5))).toEqual(['11-25', '12-01']);
  });

  it('away: their stand-in is told, and they are not; back, they are', async () => {
    await plan('2026-11-24', { title: 'Réparer la rampe' });
    await sql(
      `UPDATE person SET away_from = '2026-11-23', away_until = '2026-11-24', stand_in_id = $2
        WHERE id = $1`,
      [owner.id, manager.id],
    );
    expect(await replay('2026-11-17', 8)).toEqual([
      ...['11-17 owner', '11-23 manager', '11-24 manager'],
    ]);
    const { text = '' } = await program.postbox.letterTo(manager.email, ({ text: said = '' }) =>
      said.includes('à la place de'),
    );
    expect(text).not.toContain('/r/');
    expect(await replay('2026-11-25', 7)).toEqual(['12-01 manager owner']);
  });

  it('away without a stand-in: nobody is told, and all is caught up by one', async () => {
    await plan('2026-11-24');
    await sql(
      `UPDATE person SET away_from = '2026-11-23', away_until = '2026-11-25' WHERE id = $1`,
      [owner.id],
    );
    expect(await replay('2026-11-23', 5)).toEqual(['11-26 owner']);
  });
});

describe('rules', () => {
  it('of a unit hold there and below, and those of the organisation elsewhere', async () => {
    await sql('UPDATE unit SET reminder_rules = $2 WHERE id = $1', [
      unitId,
      { ...usualRules, before: [-2], everyAfter: null, escalation: [] },
    ]);
    await plan('2026-11-26');
    await openAction(quality, tenant.rootUnitId, quality.id, { dueOn: '2026-11-26' });
    expect(await replay('2026-11-18', 20)).toEqual([
      ...['11-19 quality', '11-24 owner', '11-25 quality', '11-26 quality', '12-03 quality'],
    ]);
  });

  it('keep a closure quiet, and catch up after it', async () => {
    await rule({ quietPeriods: [{ from: '2026-11-23', to: '2026-11-27' }] });
    await plan('2026-11-24');
    expect(await replay('2026-11-23', 8)).toEqual(['11-30 owner']);
  });

  it('choose the hour', async () => {
    await rule({ hour: 10 });
    await plan('2026-11-24');
    expect(await told('2026-11-24')).toEqual([]);
    const later = program.app.get(DigestService).sweep(new Date('2026-11-24T09:00:00Z'));
    expect(await later).toBe(1);
  });
});

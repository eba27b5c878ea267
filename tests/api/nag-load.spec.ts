import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { addDays } from '../../backend/domain/days.js';
import type { OpenedOrganization } from '../../backend/organization/organization.service.js';
import type { NagLoadDto } from '../../backend/reminders/nag-load.dto.js';
import { addUnit, logFeedback, openAction } from '../support/deeds.js';
import { openProgram, type Program, type Signed } from '../support/program.js';

let program: Program;
let tenant: OpenedOrganization;
let quality: Signed;
let owner: Signed;
let manager: Signed;
let unitId: string;

const today = new Date().toISOString().slice(0, 10);
const told = addDays(today, -20);

beforeAll(async () => (program = await openProgram()));
afterAll(() => program.close());

beforeEach(async () => {
  tenant = await program.organization();
  quality = await program.member(tenant, 'quality_manager');
  const administrator = await program.member(tenant, 'administrator');
  unitId = (await addUnit(administrator, tenant.rootUnitId, 'Accueil')).id;
  owner = await program.member(tenant, 'agent', unitId);
  manager = await program.member(tenant, 'manager', unitId);
});

const sql = (statement: string, parameters: unknown[]) =>
  program.within(tenant, (tx) => tx.query(statement, parameters));

const plan = async (where = unitId) =>
  (await openAction(quality, where, owner.id, { dueOn: '2030-01-15' })).id;

/** Somebody was told a step about something, on a day. */
const tell = (
  subjectId: string,
  { toldOn = told, step = 0, duty = 'action', role = 'owner', to = owner.id } = {},
) =>
  sql(
    `INSERT INTO reminder (person_id, duty, subject_id, due_on, step, role, told_on, letter_id)
     VALUES ($1, $2, $3, '2026-01-15', $4, $5, $6, $7)`,
    [to, duty, subjectId, step, role, toldOn, randomUUID()],
  );

/** Something was done about it, so many days after. */
const done = (subjectId: string, days: number, verb = 'action.report', toldOn = told) =>
  sql(
    `INSERT INTO journal (id, person_id, verb, subject_id, at)
     VALUES ($1, $2, $3, $4, $5::timestamptz)`,
    [randomUUID(), owner.id, verb, subjectId, `${addDays(toldOn, days)}T12:00:00Z`],
  );

async function load(by = quality, from = addDays(today, -30), to = today): Promise<NagLoadDto> {
  const { status, body } = await by.call('GET', `/nag-load?from=${from}&to=${to}`);
  expect(status).toBe(200);
  return body as NagLoadDto;
}

describe('the load of reminders', () => {
  it('counts what each unit got, and of what was told three days ago what was acted on', async () => {
    const ids = await Promise.all(Array.from({ length: 6 }, () => plan()));
    for (const id of ids) await tell(id);
    await done(ids[0]!, 0);
    await done(ids[1]!, 3, 'action.finish');
    // Before it was told, too late, and no answer to it.
    await done(ids[2]!, -1);
    await done(ids[3]!, 4);
    await done(ids[4]!, 1, 'action.comment');
    const { units, total } = await load();
    expect(units).toHaveLength(1);
    expect(units[0]).toMatchObject({ unitName: 'Accueil', reminders: 6, letters: 6, people: 1 });
    expect(units[0]?.actedOn).toMatchObject({ n: 6, shown: true, acted: 2, share: 2 / 6 });
    expect(total).toEqual({ reminders: 6, letters: 6, people: 1, actedOn: units[0]?.actedOn });
  });

  it('shows no share under five, nor of what can still be acted on', async () => {
    for (let nth = 0; nth < 4; nth += 1) await tell(await plan());
    for (let nth = 0; nth < 5; nth += 1) await tell(await plan(), { toldOn: addDays(today, -3) });
    const [row] = (await load()).units;
    expect(row).toMatchObject({ reminders: 9, actedOn: { n: 4, shown: false } });
  });

  it('counts an escalation as a reminder, but does not ask whoever heard of it to act', async () => {
    const id = await plan();
    await tell(id, { role: 'manager', to: manager.id });
    expect((await load()).units[0]).toMatchObject({ reminders: 1, people: 1, actedOn: { n: 0 } });
  });

  it.each([
    ['check', 'action.verify'],
    ['answer', 'feedback.answer'],
    ['decision', 'action.grant_deferral'],
    ['step', 'action.step_tick'],
    ['mention', 'action.comment'],
  ])('knows when a %s was given', async (duty, verb) => {
    for (let nth = 0; nth < 5; nth += 1) {
      let about = duty === 'answer' ? (await logFeedback(quality, unitId)).id : await plan();
      const of = about;
      if (duty === 'decision') {
        const asked = { dueOn: '2030-02-15', reason: 'Livraison repoussée' };
        await owner.call('POST', `/actions/${of}/deferrals`, asked);
        about = (await sql('SELECT id FROM deferral WHERE action_id = $1', [of]))[0].id;
      }
      if (duty === 'step' || duty === 'mention') {
        about = randomUUID();
        const [part, body] =
          duty === 'step'
            ? ['steps', { version: 0, title: 'Peindre' }]
            : ['comments', { body: `@[${manager.id}]` }];
        expect((await owner.call('PUT', `/actions/${of}/${part}/${about}`, body)).status).toBe(200);
      }
      await tell(about, { duty, to: manager.id });
      await done(of, 2, verb);
      await done(of, 1, 'action.evidence_remove');
    }
    expect((await load()).units[0]?.actedOn).toMatchObject({ n: 5, acted: 5 });
  });

  it('keeps to the period', async () => {
    await tell(await plan());
    expect((await load(quality, addDays(told, 1))).units).toEqual([]);
    expect((await load(quality, told, told)).units).toHaveLength(1);
    expect((await load(quality, addDays(told, 1))).total).toMatchObject({ reminders: 0 });
  });

  it('shows a manager the units in their charge', async () => {
    await tell(await plan());
    await tell(await plan(tenant.rootUnitId));
    expect((await load()).units).toHaveLength(2);
    const mine = await load(manager);
    expect(mine.units.map(({ unitName }) => unitName)).toEqual(['Accueil']);
    expect(mine.total.reminders).toBe(1);
  });
});

import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { addDays } from '../../backend/domain/days.js';
import { usualRules, type ReminderRules } from '../../backend/domain/reminders.js';
import type { OpenedOrganization } from '../../backend/organization/organization.service.js';
import { DigestService } from '../../backend/reminders/digest.service.js';
import type {
  ReminderPreviewDto,
  ReminderRulesPageDto,
} from '../../backend/reminders/reminder-rules.dto.js';
import { ReminderPreviews } from '../../backend/reminders/reminder-preview.service.js';
import { SessionService } from '../../backend/access/session.service.js';
import { addUnit, openAction, stored } from '../support/deeds.js';
import { openProgram, signIn, type Program, type Signed } from '../support/program.js';

let program: Program;
let tenant: OpenedOrganization;
let quality: Signed;
let administrator: Signed;
let manager: Signed;
let owner: Signed;
let root: string;
let unitId: string;
let deskId: string;

beforeAll(async () => (program = await openProgram()));
afterAll(() => program.close());

/** Each test has its own organisation, whose rules it changes. */
beforeEach(async () => {
  tenant = await program.organization('CCAS de Valmont');
  root = tenant.rootUnitId;
  quality = await program.member(tenant, 'quality_manager');
  administrator = await program.member(tenant, 'administrator');
  unitId = (await addUnit(administrator, root, 'Aide à domicile')).id;
  deskId = (await addUnit(administrator, unitId, 'Accueil')).id;
  manager = await program.member(tenant, 'manager', unitId);
  owner = await program.member(tenant, 'agent', unitId);
});

const read = async (by = quality) =>
  (await by.call('GET', '/reminder-rules')).body as ReminderRulesPageDto;
const unit = async (id: string) => (await read()).units.find((one) => one.id === id);
const rules = (more: Partial<ReminderRules> = {}): ReminderRules => ({ ...usualRules, ...more });

async function set(more: Partial<ReminderRules>, by = quality) {
  const { edition } = (await read()).organization;
  return by.call('PUT', '/reminder-rules', { rules: rules(more), from: edition });
}

const setUnit = (id: string, more: Partial<ReminderRules>, from: string | null = null) =>
  quality.call('PUT', `/reminder-rules/units/${id}`, { rules: rules(more), from });

describe('the rules of reminders', () => {
  it('are changed, told by the journal with what they were, and act from the next digest on', async () => {
    await openAction(quality, unitId, owner.id, { dueOn: '2026-11-26' });
    const { status, body } = await set({ before: [-2], hour: 6 });
    expect([status, body.rules]).toEqual([200, rules({ before: [-2], hour: 6 })]);
    expect((await read()).organization.rules.before).toEqual([-2]);
    const [line] = await stored<{ details: { before: ReminderRules; after: ReminderRules } }>(
      ...([program, tenant] as const),
      `SELECT details FROM journal WHERE verb = 'organization.reminders' AND person_id = $1`,
      [quality.id],
    );
    expect([line?.details.before.before, line?.details.after.before]).toEqual([[-7, -1, 0], [-2]]);
    const sweep = (day: string) =>
      program.app.get(DigestService).sweep(new Date(`${day}T08:00:00Z`));
    expect([await sweep('2026-11-23'), await sweep('2026-11-24')]).toEqual([0, 1]);
  });

  it('are not overwritten by somebody who has not seen the last', async () => {
    const { edition } = (await read()).organization;
    const answers = await Promise.all(
      [5, 6, 8].map((hour) =>
        quality.call('PUT', '/reminder-rules', { rules: rules({ hour }), from: edition }),
      ),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409, 409]);
    const refused = answers.find(({ status }) => status === 409);
    expect(refused?.body.code).toBe('reminders.changed');
    const winner = answers.find(({ status }) => status === 200);
    expect((await read()).organization.rules.hour).toBe(winner?.body.rules.hour);
  });

  it.each<[string, Partial<ReminderRules>]>([
    ['before', { before: [-1, -7] }],
    ['escalation', { escalation: usualRules.escalation.toReversed() }],
    ['quietWeekdays', { quietWeekdays: [0, 1, 2, 3, 4, 5, 6] }],
    ['quietPeriods', { quietPeriods: [{ from: '2026-08-14', to: '2026-08-03' }] }],
  ])('whose %s do not hold together are refused', async (field, wrong) => {
    const { status, body } = await set(wrong);
    expect([status, body.code, body.details]).toEqual([400, 'reminders.shape', { wrong: [field] }]);
  });

  it.each<[string, object]>([
    ['rules.hour', { hour: 24 }],
    ['rules.everyAfter', { everyAfter: 0 }],
    ['rules.escalation.0.to', { escalation: [{ after: 3, to: 'agent' }] }],
    ['rules.quietPeriods.0.to', { quietPeriods: [{ from: '2026-08-03', to: '2026-02-30' }] }],
    ['rules.quietHolidays', { quietHolidays: 'yes' }],
    ['rules.before', { before: ['demain'] }],
    ['rules.surprise', { surprise: 1 }],
  ])('whose %s has no sense are refused', async (field, wrong) => {
    const { edition } = (await read()).organization;
    const sent = { rules: { ...usualRules, ...wrong }, from: edition };
    const { status, body } = await quality.call('PUT', '/reminder-rules', sent);
    expect([status, Object.keys(body.details.fields)]).toEqual([400, [field]]);
  });

  it('are not for whoever holds the role on a part of it only, but for that part', async () => {
    const partial = await program.member(tenant, 'quality_manager', unitId);
    expect((await set({ hour: 9 }, partial)).status).toBe(403);
    const page = await read(partial);
    expect([page.organization.mayEdit, page.units.map(({ id }) => id)]).toEqual([
      false,
      [unitId, deskId],
    ]);
    const own = { rules: rules({ hour: 9 }), from: null };
    expect((await partial.call('PUT', `/reminder-rules/units/${deskId}`, own)).status).toBe(200);
    expect((await partial.call('PUT', `/reminder-rules/units/${root}`, own)).status).toBe(404);
  });

  it('of another organisation stay out of sight', async () => {
    const stranger = await program.member(await program.organization(), 'quality_manager');
    const own = { rules: rules(), from: null };
    const { status } = await stranger.call('PUT', `/reminder-rules/units/${unitId}`, own);
    expect(status).toBe(404);
  });
});

describe('a unit', () => {
  it('has its own rules, which those under it follow, until it takes up the former', async () => {
    expect(await unit(deskId)).toMatchObject({ own: null, follows: null });
    const { body } = await setUnit(unitId, { everyAfter: null, before: [-3] });
    expect(await unit(unitId)).toMatchObject({ own: { rules: { everyAfter: null } } });
    expect(await unit(deskId)).toMatchObject({
      own: null,
      follows: { id: unitId, name: 'Aide à domicile' },
    });
    const remove = (from: string) =>
      quality.call('DELETE', `/reminder-rules/units/${unitId}?from=${from}`);
    expect((await remove('other')).status).toBe(409);
    expect((await remove(body.edition)).status).toBe(204);
    expect(await unit(unitId)).toMatchObject({ own: null, follows: null });
    const verbs = await stored(
      program,
      tenant,
      `SELECT FROM journal WHERE verb = 'unit.reminders'`,
    );
    expect(verbs).toHaveLength(2);
  });

  it('is given its first rules by one of two who do it at once', async () => {
    const answers = await Promise.all([5, 6].map((hour) => setUnit(unitId, { hour })));
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
  });
});

describe('a preview', () => {
  const tuesday = new Date('2026-11-10T08:00:00Z');

  async function preview(
    actionId: string,
    more: Partial<ReminderRules> = {},
    where: string | null = null,
    now = tuesday,
  ): Promise<ReminderPreviewDto> {
    const cookie = await signIn(program.url, quality.email);
    const me = await program.app.get(SessionService).whose(cookie.replace(/^boucle_session=/, ''));
    const edited = { rules: rules(more), unitId: where };
    return program.app.get(ReminderPreviews).preview(me as never, actionId, edited, now);
  }
  const lines = ({ planned }: ReminderPreviewDto) =>
    planned.map(
      ({ day, heldBy, readers }) =>
        `${day.slice(5)} ${readers.map(({ name }) => name).join(' ')}${heldBy ? ` (${heldBy})` : ''}`,
    );

  it('names the day, the people, and why a day was left out; it stores nothing', async () => {
    const { id } = await openAction(quality, deskId, owner.id, { dueOn: '2026-11-18' });
    const shown = await preview(id);
    expect(lines(shown)).toEqual([
      // A week before is the armistice of 1918.
      `11-12 ${owner.name} (holiday)`,
      `11-17 ${owner.name}`,
      `11-18 ${owner.name}`,
      `11-25 ${owner.name}`,
      `11-25 ${manager.name}`,
      `12-02 ${owner.name}`,
      `12-09 ${owner.name}`,
      `12-09 ${quality.name}`,
      `12-16 ${owner.name}`,
      `12-23 ${owner.name}`,
      `12-30 ${owner.name}`,
    ]);
    expect(shown.quiet).toContainEqual({ day: '2026-12-25', why: 'holiday' });
    expect(await stored(program, tenant, 'SELECT FROM reminder')).toEqual([]);
    const edited = lines(await preview(id, { before: [0], everyAfter: null, escalation: [] }));
    expect(edited).toEqual([`11-18 ${owner.name}`]);
    expect((await read()).organization.rules).toEqual(usualRules);
  });

  it('does not show again what was told', async () => {
    const { id } = await openAction(quality, deskId, owner.id, { dueOn: '2026-11-17' });
    await program.app.get(DigestService).sweep(tuesday);
    expect(lines(await preview(id))[0]).toBe(`11-16 ${owner.name}`);
  });

  it('says who reads in the stead of another, and what waits for a week or a return', async () => {
    const { id } = await openAction(quality, deskId, owner.id, { dueOn: '2026-11-18' });
    const shownFor = async (wish: string, standIn: string | null) => {
      await program.within(tenant, (tx) =>
        tx.query(
          `UPDATE person SET digest_frequency = $2, stand_in_id = $3,
                  away_from = '2026-11-16', away_until = '2026-11-17' WHERE id = $1`,
          [owner.id, wish, standIn],
        ),
      );
      const { planned } = await preview(id, { everyAfter: null, escalation: [] });
      return planned.map(({ readers }) => readers);
    };
    const owned = (reach: string) => [{ name: owner.name, insteadOf: null, reach }];
    expect(await shownFor('weekly', null)).toEqual([owned('week'), owned('return'), owned('week')]);
    expect(await shownFor('late', manager.id)).toEqual([
      owned('beside_late'),
      [{ name: manager.name, insteadOf: owner.name, reach: 'day' }],
      owned('beside_late'),
    ]);
  });

  it('says where other rules hold, and shows none of these', async () => {
    const { id } = await openAction(quality, deskId, owner.id, { dueOn: '2026-11-18' });
    await setUnit(unitId, { hour: 9 });
    const organizations = await preview(id);
    expect([organizations.otherRules, organizations.planned]).toEqual([
      { name: 'Aide à domicile' },
      [],
    ]);
    expect((await preview(id, {}, unitId)).otherRules).toBeNull();
    expect((await preview(id, {}, deskId)).otherRules).toBeNull();
  });

  it('says that nothing is sent of what is over, or waits for a decision', async () => {
    const over = await openAction(quality, deskId, owner.id, { dueOn: '2030-01-15' });
    await quality.call('PUT', `/actions/${over.id}/cancellation`, { reason: 'Sans objet' });
    const asked = await openAction(quality, deskId, owner.id, { dueOn: '2030-01-15' });
    const later = { dueOn: '2030-02-15', reason: 'Livraison repoussée' };
    await owner.call('POST', `/actions/${asked.id}/deferrals`, later);
    expect([await preview(over.id), await preview(asked.id)]).toMatchObject([
      { silent: 'over', planned: [] },
      { silent: 'asked', planned: [] },
    ]);
  });

  it('is asked over HTTP, of an action that one may see', async () => {
    const dueOn = addDays(new Date().toISOString().slice(0, 10), 30);
    const { id } = await openAction(quality, deskId, owner.id, { dueOn });
    const edited = { rules: rules({ quietWeekdays: [], quietHolidays: false }) };
    const ask = (by: Signed) => by.call('POST', `/reminder-rules/preview/${id}`, edited);
    const { status, body } = await ask(quality);
    expect([status, body.planned[0].day]).toEqual([200, addDays(dueOn, -7)]);
    const stranger = await program.member(await program.organization(), 'quality_manager');
    expect((await ask(stranger)).status).toBe(404);
    const wrong = { rules: rules({ before: [-1, -1] }) };
    const refused = await quality.call('POST', `/reminder-rules/preview/${id}`, wrong);
    expect(refused.body.code).toBe('reminders.shape');
  });
});

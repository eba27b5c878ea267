import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { SignedLinks } from '../../backend/access/signed-links.js';
import type { OpenedOrganization } from '../../backend/organization/organization.service.js';
import type { PreferencesDto, StandInDto } from '../../backend/people/preferences.dto.js';
import { DigestService } from '../../backend/reminders/digest.service.js';
import { openAction, stored } from '../support/deeds.js';
import { openProgram, type Program, type Signed } from '../support/program.js';

let program: Program;
let tenant: OpenedOrganization;
let me: Signed;
let colleague: Signed;

beforeAll(async () => {
  program = await openProgram();
  tenant = await program.organization('CCAS de Valmont');
});
beforeEach(async () => {
  me = await program.member(tenant, 'agent');
  colleague = await program.member(tenant, 'manager');
});
afterAll(() => program.close());

const daily = { frequency: 'daily', weekday: 1, away: null };
const save = (wishes: object, by = me) =>
  by.call('PUT', '/me/preferences', { ...daily, ...wishes });
const read = async (by = me) => (await by.call('GET', '/me/preferences')).body as PreferencesDto;
const far = { from: '2030-08-03', until: '2030-08-14' };

describe('what I wish of my reminders', () => {
  it('starts with a digest a day, on the days when my organisation writes', async () => {
    expect(await read()).toEqual({
      ...{ ...daily, weekdays: [1, 2, 3, 4, 5], replaces: [] },
      today: expect.stringMatching(/^\d{4}-\d\d-\d\d$/),
    });
  });

  it('is kept, is nobody else’s, and is journaled', async () => {
    const away = { ...far, standInId: colleague.id };
    const { status, body } = await save({ frequency: 'weekly', weekday: 4, away });
    const kept = {
      ...{ frequency: 'weekly', weekday: 4 },
      away: { ...far, standIn: { id: colleague.id, name: colleague.name }, standInAway: false },
    };
    expect({ status, body }).toMatchObject({ status: 200, body: kept });
    expect(await read()).toMatchObject(kept);
    expect(await read(colleague)).toMatchObject({
      ...daily,
      replaces: [{ id: me.id, name: me.name, ...far }],
    });
    const sql = `SELECT subject_id FROM journal WHERE verb = 'person.preferences' AND person_id = $1`;
    expect(await stored(program, tenant, sql, [me.id])).toEqual([{ subject_id: me.id }]);
  });

  it('forgets a holiday with whoever stood in', async () => {
    await save({ away: { ...far, standInId: colleague.id } });
    expect((await save({})).body.away).toBeNull();
    expect((await read(colleague)).replaces).toEqual([]);
  });

  it.each<[string, object, string]>([
    ['a frequency of its own', { frequency: 'hourly' }, 'input.invalid'],
    ['no weekday', { weekday: 7 }, 'input.invalid'],
    ['one end alone', { away: { from: '2030-08-03' } }, 'input.invalid'],
    ['no day of the year', { away: { from: '2030-02-30', until: '2030-03-02' } }, 'input.invalid'],
    [
      'an end before its start',
      { away: { from: '2030-08-03', until: '2030-08-02' } },
      'absence.ends_before_start',
    ],
    ['years of holiday', { away: { from: '2030-08-03', until: '2033-08-02' } }, 'absence.too_long'],
  ])('is not %s', async (_, wishes, code) => {
    const { status, body } = await save(wishes);
    expect({ status, code: body.code }).toEqual({ status: 400, code });
    expect(await read()).toMatchObject(daily);
  });

  it('says in a sentence that a holiday ends before it begins', async () => {
    const { body } = await save({ away: { from: '2030-08-03', until: '2030-08-02' } });
    expect(body.message).toContain('finit avant de commencer');
  });

  it('needs a session', async () => {
    expect((await program.anybody('GET', '/me/preferences')).status).toBe(401);
  });
});

describe('whoever stands in for me', () => {
  it('is a colleague with an account: not me, not an official, not a guest, not from elsewhere', async () => {
    const elected = await program.member(tenant, 'elected');
    const elsewhere = await program.member(await program.organization(), 'manager');
    const guest = await program.member(tenant, 'agent');
    await program.within(tenant, (tx) =>
      tx.query('UPDATE person SET active = false WHERE id = $1', [guest.id]),
    );
    for (const { id } of [me, elected, elsewhere, guest]) {
      const { status, body } = await save({ away: { ...far, standInId: id } });
      expect({ status, code: body.code }).toEqual({ status: 400, code: 'stand_in.unknown' });
    }
    expect((await save({ away: { ...far, standInId: colleague.id } })).status).toBe(200);
  });

  it('is found by their name, whatever its accents, and not among everybody at once', async () => {
    await program.within(tenant, (tx) =>
      tx.query(`UPDATE person SET name = 'Élodie 100 % Müller' WHERE id = $1`, [colleague.id]),
    );
    const named = async (q: string) =>
      (await me.call('GET', `/me/stand-ins?q=${encodeURIComponent(q)}`)).body as StandInDto[];
    expect(await named('elodie')).toEqual([
      { id: colleague.id, name: 'Élodie 100 % Müller', unitName: expect.any(String) },
    ]);
    expect(await named('100 %')).toHaveLength(1);
    expect(await named('%elodie')).toEqual([]);
    expect((await named('')).map(({ id }) => id)).not.toContain(me.id);
  });

  it('is told to me as away, where they are on one of those days', async () => {
    await save({ away: { from: '2030-08-14', until: '2030-08-20' } }, colleague);
    const away = { ...far, standInId: colleague.id };
    expect((await save({ away })).body.away.standInAway).toBe(true);
    await save({ away: { from: '2030-08-15', until: '2030-08-20' } }, colleague);
    expect((await read()).away?.standInAway).toBe(false);
  });

  it('is written to in my stead on those days alone', async () => {
    const quality = await program.member(tenant, 'quality_manager');
    const { id } = await openAction(quality, tenant.rootUnitId, me.id, { dueOn: '2030-08-15' });
    await save({ away: { ...far, standInId: colleague.id } });
    const sweep = (day: string) =>
      program.app.get(DigestService).sweep(new Date(`${day}T09:00:00Z`));
    const told = () =>
      stored(
        program,
        tenant,
        'SELECT l.recipient FROM letter l JOIN reminder r ON r.letter_id = l.id WHERE r.subject_id = $1 ORDER BY l.id',
        [id],
      );
    await sweep('2030-08-08');
    expect(await told()).toEqual([{ recipient: colleague.email }]);
    await sweep('2030-08-16');
    expect(await told()).toEqual([{ recipient: colleague.email }, { recipient: me.email }]);
  });
});

describe('a digest', () => {
  const post = (path: string, body: string, type = 'application/x-www-form-urlencoded') =>
    fetch(path, { method: 'POST', body, headers: { 'content-type': type }, redirect: 'manual' });

  it('says where fewer are asked for, in a page and with one click', async () => {
    const quality = await program.member(tenant, 'quality_manager');
    await openAction(quality, tenant.rootUnitId, me.id, { dueOn: '2031-03-04' });
    await program.app.get(DigestService).sweep(new Date('2031-03-04T09:00:00Z'));
    const { headers } = await program.postbox.letterTo(me.email);
    const { unsubscribe, 'unsubscribe-post': oneClick } = headers.get('list') as unknown as Record<
      string,
      { url: string; name: string }
    >;
    expect(oneClick).toEqual({ name: 'List-Unsubscribe=One-Click' });
    const { url } = unsubscribe as { url: string };
    const page = await fetch(url, { headers: { 'accept-language': 'en' } });
    const text = await page.text();
    expect(page.status).toBe(200);
    expect(text).toContain('Ce qui est en retard vous est toujours rappelé');
    expect(text).toContain('href="/preferences"');
    expect((await read()).frequency).toBe('daily');
    const answer = await post(url, 'List-Unsubscribe=One-Click');
    expect(answer.status).toBe(200);
    expect(await answer.text()).toContain('Vous ne recevez plus que ce qui est en retard');
    expect((await read()).frequency).toBe('late');
    // Again, as mail programs do; and what it says is kept nowhere.
    expect((await post(url, '')).status).toBe(200);
    const journaled = `SELECT details FROM journal WHERE verb = 'person.calm' AND subject_id = $1`;
    expect(await stored(program, tenant, journaled, [me.id])).toEqual([
      { details: { before: 'daily' } },
    ]);
    const kept = 'SELECT FROM letter WHERE unsubscribe IS NOT NULL AND sent_at IS NOT NULL';
    expect(await stored(program, tenant, kept)).toEqual([]);
  });

  it('is calmed by no link of another purpose, of nobody, or of somebody who left', async () => {
    const links = program.app.get(SignedLinks);
    const other = await links.toAnswer(tenant, { personId: me.id, subjectId: me.id });
    const gone = await links.toCalm(tenant, colleague.id);
    const abroad = await links.toCalm(await program.organization(), me.id);
    await program.within(tenant, (tx) =>
      tx.query('UPDATE person SET active = false WHERE id = $1', [colleague.id]),
    );
    for (const token of [other, gone, abroad, 'nonsense']) {
      expect((await post(`${program.url}/desabonnement/${token}`, '')).status).toBe(404);
    }
    expect((await read()).frequency).toBe('daily');
    await expect(links.answering(await links.toCalm(tenant, me.id))).rejects.toMatchObject({
      code: 'link.unknown',
    });
  });
});

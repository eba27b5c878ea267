import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { v7 as newId } from 'uuid';
import type { ActionDto } from '../../backend/actions/actions.dto.js';
import { addDays, dayIn } from '../../backend/domain/days.js';
import type { OpenedOrganization } from '../../backend/organization/organization.service.js';
import { readIn, writtenIn, type ReadDay } from '../support/agenda.js';
import { logFeedback, openAction, stored } from '../support/deeds.js';
import { openProgram, type Program, type Signed } from '../support/program.js';

let program: Program;
let tenant: OpenedOrganization;
let quality: Signed;
let me: Signed;

beforeAll(async () => {
  program = await openProgram();
  tenant = await program.organization('CCAS de Valmont');
  quality = await program.member(tenant, 'quality_manager');
});
beforeEach(async () => {
  me = await program.member(tenant, 'agent');
});
afterAll(() => program.close());

const zones = ['Europe/Paris', 'America/Martinique', 'Indian/Reunion'];
const link = async (by = me): Promise<string> => {
  const { status, body } = await by.call('PUT', '/me/calendar');
  expect({ status, body }).toMatchObject({ status: 200 });
  return body.address as string;
};
const known = async (by = me) => (await by.call('GET', '/me/calendar')).body as object;
const fetched = async (address: string): Promise<string> => {
  const answer = await fetch(address);
  expect([answer.status, answer.headers.get('content-type')]).toEqual([
    200,
    'text/calendar; charset=utf-8',
  ]);
  return answer.text();
};
const days = async (address: string, zone = 'Europe/Paris') => readIn(zone, await fetched(address));
const settleIn = (zone: string) =>
  program.within(tenant, (tx) => tx.query('UPDATE organization SET time_zone = $1', [zone]));
const own = (more: object = {}, owner = me): Promise<ActionDto> =>
  openAction(quality, tenant.rootUnitId, owner.id, { ...more });
const done = (id: string, by = me) =>
  by.call('POST', `/actions/${id}/progress`, { progress: 100, done: true });
/** As they would be read aloud: French puts a hard space before its colons. */
const told = (all: ReadDay[]) =>
  all.map(({ summary, start }) => `${start} ${summary.replaceAll('\u00a0', ' ')}`).sort();

describe('my days', () => {
  it.each(zones)('are the days they are in %s, across both changes of the clock', async (zone) => {
    await settleIn(zone);
    const changes = [
      ...['2026-03-28', '2026-03-29', '2026-03-30', '2026-10-24', '2026-10-25', '2026-10-26'],
      ...['2030-03-30', '2030-03-31', '2030-04-01', '2030-10-26', '2030-10-27', '2030-10-28'],
    ];
    for (const dueOn of changes) await own({ dueOn });
    const file = await fetched(await link());
    for (const reader of zones) {
      const read = await readIn(reader, file);
      expect(read.map(({ start, end, wholeDay }) => ({ start, end, wholeDay }))).toEqual(
        changes.map((day) => ({ start: day, end: addDays(day, 1), wholeDay: true })),
      );
    }
  });

  it('are written alike wherever the server stands', async () => {
    const action = { id: newId(), reference: '26-AAAAAA', title: 'Porte', unitName: 'Accueil' };
    const event = { kind: 'due', id: newId(), title: 'Porte', awaited: false, action, revision: 1 };
    const events = ['2026-03-29', '2026-10-25'].map((day) => ({
      ...{ ...event, day },
      changedAt: '2026-03-28T23:30:00Z',
    }));
    const written = await Promise.all(zones.map((zone) => writtenIn(zone, events)));
    expect(new Set(written).size).toBe(1);
    expect(written[0]).toContain('DTSTART;VALUE=DATE:20260329\r\nDTEND;VALUE=DATE:20260330');
    expect(written[0]).toContain('DTSTAMP:20260328T233000Z');
  });

  it('are what I do, my steps and what I verify, and nothing of what is over', async () => {
    const other = await program.member(tenant, 'agent');
    const { id } = await own({ title: 'Alléger la porte', dueOn: '2030-01-15' });
    const step = { version: 0, title: 'Trois devis', dueOn: '2030-01-08' };
    await me.call('PUT', `/actions/${id}/steps/${newId()}`, step);
    await me.call('PUT', `/actions/${id}/steps/${newId()}`, { version: 0, title: 'Sans jour' });
    const theirs = await own(
      { title: 'Repeindre', verifierId: me.id, checkOn: '2030-03-01' },
      other,
    );
    const help = { ...step, title: 'Nuancier', ownerId: me.id };
    await other.call('PUT', `/actions/${theirs.id}/contributors/${me.id}`);
    await other.call('PUT', `/actions/${theirs.id}/steps/${newId()}`, help);
    await own({ title: 'Pas à moi' }, other);
    const given = await own({ title: 'Abandonnée' });
    await quality.call('PUT', `/actions/${given.id}/cancellation`, { reason: 'Doublon' });
    const address = await link();
    expect(told(await days(address))).toEqual([
      '2030-01-08 Étape : Nuancier',
      '2030-01-08 Étape : Trois devis',
      '2030-01-15 Échéance : Alléger la porte',
      '2030-03-01 Effet à vérifier : Repeindre',
    ]);
    await done(id);
    await done(theirs.id, other);
    const left = await days(address);
    expect(told(left)).toEqual(['2030-03-01 Effet à vérifier : Repeindre']);
    expect(left[0]?.description).toContain('Elle est terminée.');
    const verdict = { verdict: 'effective', note: 'Vu sur place' };
    await me.call('PUT', `/actions/${theirs.id}/verdict`, verdict);
    expect(await days(address)).toEqual([]);
  });

  it('move with the due date, as a later version of the same event', async () => {
    const manager = await program.member(tenant, 'manager');
    const { id } = await own({ dueOn: '2030-01-15' });
    const address = await link();
    const [before] = await days(address);
    const asked = { dueOn: '2030-02-20', reason: 'Le menuisier est malade' };
    await me.call('POST', `/actions/${id}/deferrals`, asked);
    const sql = 'SELECT id FROM deferral WHERE action_id = $1';
    const [deferral] = await stored<{ id: string }>(program, tenant, sql, [id]);
    const granted = `/actions/${id}/deferrals/${deferral?.id}/decision`;
    await manager.call('PUT', granted, { decision: 'grant' });
    const [after] = await days(address);
    expect(after).toMatchObject({ uid: before?.uid, start: '2030-02-20' });
    expect(after?.sequence).toBeGreaterThan(before?.sequence ?? Infinity);
  });

  it('leave out what I said is not mine, until somebody decides that it is', async () => {
    const { id } = await own({ title: 'Repeindre' });
    await me.call('PUT', `/actions/${id}/steps/${newId()}`, {
      ...{ version: 0, title: 'Nuancier', dueOn: '2030-01-08' },
    });
    const address = await link();
    await me.call('PUT', `/actions/${id}/disowning`, { note: 'C’est au service technique' });
    expect(await days(address)).toEqual([]);
    const reason = { reason: 'Le service technique vous attend' };
    await quality.call('PUT', `/actions/${id}/disowning/refusal`, reason);
    expect(await days(address)).toHaveLength(2);
  });

  it('hold what nobody is named to verify, where I lead and its owner does not', async () => {
    const home = await program.organization('CCAS de la Roche');
    const [manager, agent] = [
      await program.member(home, 'manager'),
      await program.member(home, 'agent'),
    ];
    const gone = await program.member(home, 'agent');
    const opened = (title: string, owner: Signed, more = {}) =>
      openAction(manager, home.rootUnitId, owner.id, { title, ...more });
    await done((await opened('À personne', agent)).id, agent);
    await done((await opened('Au parti', agent, { verifierId: gone.id })).id, agent);
    await done((await opened('La mienne', manager)).id, manager);
    await program.within(home, (tx) =>
      tx.query('UPDATE person SET active = false WHERE id = $1', [gone.id]),
    );
    const asked = (await days(await link(manager))).map(
      ({ summary }) => summary.split('\u00a0: ')[1],
    );
    expect(asked.sort()).toEqual(['Au parti', 'À personne']);
    expect(await days(await link(agent))).toEqual([]);
  });

  it('say the action’s title and where it is, nothing of whoever spoke', async () => {
    const word = { body: 'Mon voisin Gaston crie la nuit', name: 'Mme Perrin' };
    const feedback = await logFeedback(quality, tenant.rootUnitId, word);
    const { id, reference } = await own({ feedbackId: feedback.id, title: 'Isoler le mur' });
    const file = await fetched(await link());
    const [event] = await readIn('Europe/Paris', file);
    expect(event?.description).toBe(
      `Action ${reference}, CCAS de Valmont.\n${program.url}/actions/${id}`,
    );
    expect(file).not.toMatch(/Gaston|Perrin/);
    expect(file).toContain('CLASS:PRIVATE');
    expect(file).not.toContain('VALARM');
  });

  it('keep every sign of a title, folded as the format wants', async () => {
    const title = `Élèves ; « portes », fenêtres\\toits : ${'👩‍🦽 œuvre '.repeat(8)}fin`;
    await own({ title });
    const file = await fetched(await link());
    const [event] = await readIn('Europe/Paris', file);
    expect(event?.summary).toBe(`Échéance\u00a0: ${title}`);
    const lines = file.split('\r\n');
    expect(lines.some((line) => line.startsWith(' '))).toBe(true);
    expect(Math.max(...lines.map((line) => Buffer.byteLength(line)))).toBeLessThanOrEqual(75);
    expect(file.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
    // A sign that was cut in two would be none.
    expect(lines.every((line) => line.isWellFormed())).toBe(true);
  });

  it('are told in my language', async () => {
    await own({ dueOn: '2030-01-15' });
    await program.within(tenant, (tx) =>
      tx.query(`UPDATE person SET language = 'en' WHERE id = $1`, [me.id]),
    );
    expect(told(await days(await link()))).toEqual(['2030-01-15 Due: Alléger la porte']);
  });
});

describe('the link', () => {
  it('is told once, and kept as a hash', async () => {
    expect(await known()).toEqual({ madeAt: null, readOn: null });
    await settleIn('Pacific/Auckland');
    const address = await link();
    expect(address).toMatch(new RegExp(`^${program.url}/calendriers/[\\w-]{32}\\.ics$`));
    expect(await known()).toEqual({ madeAt: expect.any(String), readOn: null });
    const sql = `SELECT key FROM door WHERE kind = 'calendar' AND target_id = $1`;
    const doors = await stored<{ key: string }>(program, tenant, sql, [me.id]);
    expect(doors).toHaveLength(1);
    expect(address).not.toContain(doors[0]?.key);
    await fetched(address);
    expect(await known()).toMatchObject({ readOn: dayIn('Pacific/Auckland', new Date()) });
  });

  it('gives nothing again to a program that has it already, until something changes', async () => {
    const { id } = await own();
    const address = await link();
    const { headers } = await fetch(address);
    const tag = headers.get('etag') ?? '';
    expect(headers.get('cache-control')).toBe('private, no-cache');
    const again = (known: string) => fetch(address, { headers: { 'if-none-match': known } });
    for (const known of [tag, `W/${tag}`, `"other", ${tag}`]) {
      const answer = await again(known);
      expect([answer.status, await answer.text()]).toEqual([304, '']);
    }
    expect((await again('"other"')).status).toBe(200);
    await done(id);
    const changed = await again(tag);
    expect(changed.status).toBe(200);
    expect(changed.headers.get('etag')).not.toBe(tag);
  });

  it('opens nothing once another is made, of two at once as well', async () => {
    const first = await link();
    const both = await Promise.all([link(), link()]);
    expect((await fetch(first)).status).toBe(404);
    const statuses = await Promise.all(both.map(async (one) => (await fetch(one)).status));
    expect(statuses.sort()).toEqual([200, 404]);
  });

  it('opens nothing once it is withdrawn, and says so on a page', async () => {
    const address = await link();
    expect((await me.call('DELETE', '/me/calendar')).status).toBe(204);
    const answer = await fetch(address, { headers: { 'accept-language': 'fr' } });
    expect([answer.status, answer.headers.get('content-type')]).toEqual([
      ...[404, 'text/html; charset=utf-8'],
    ]);
    expect(await answer.text()).toContain('a été retiré');
    expect(await known()).toEqual({ madeAt: null, readOn: null });
    expect((await me.call('DELETE', '/me/calendar')).status).toBe(204);
    const sql = `SELECT verb FROM journal WHERE subject_id = $1 ORDER BY id`;
    expect(await stored(program, tenant, sql, [me.id])).toEqual(
      expect.arrayContaining([{ verb: 'person.calendar' }, { verb: 'person.calendar_withdrawn' }]),
    );
  });

  it('opens nothing of somebody who left, nor to another door’s key', async () => {
    const address = await link();
    await program.within(tenant, (tx) =>
      tx.query('UPDATE person SET active = false WHERE id = $1', [me.id]),
    );
    const [{ publicKey }] = (await quality.call('GET', '/units')).body;
    for (const path of [publicKey, `${publicKey}.ics`, '.ics', 'x'.repeat(900)]) {
      expect((await fetch(`${program.url}/calendriers/${path}`)).status).toBe(404);
    }
    expect((await fetch(address)).status).toBe(404);
  });

  it('holds nobody else’s days, and nothing of another organisation', async () => {
    await own({ title: 'Chez nous' });
    const abroad = await program.organization();
    const stranger = await program.member(abroad, 'quality_manager');
    await openAction(stranger, abroad.rootUnitId, stranger.id, { title: 'Chez eux' });
    expect(told(await days(await link(stranger)))).toEqual(['2030-01-15 Échéance : Chez eux']);
    expect(told(await days(await link()))).toEqual(['2030-01-15 Échéance : Chez nous']);
    const rows = await stored(program, abroad, 'SELECT person_id FROM calendar_feed');
    expect(rows).toEqual([{ person_id: stranger.id }]);
  });
});

describe('an action', () => {
  const event = (id: string, by = me) => by.call('GET', `/actions/${id}/event.ics`);

  it('is taken as an event: its due date, then its effect, then nothing', async () => {
    const verifier = await program.member(tenant, 'manager');
    const check = { verifierId: verifier.id, checkOn: '2030-10-27' };
    const { id, reference } = await own({ title: 'Alléger', dueOn: '2030-03-31', ...check });
    const { status, headers, bytes } = await event(id, verifier);
    expect([status, headers.get('content-type'), headers.get('content-disposition')]).toEqual([
      ...[200, 'text/calendar; charset=utf-8', `attachment; filename="${reference}.ics"`],
    ]);
    const read = async () => told(await readIn('Indian/Reunion', (await event(id)).body as string));
    const [due] = await readIn('America/Martinique', bytes.toString());
    expect(due).toMatchObject({ uid: `due-${id}@boucle`, start: '2030-03-31', end: '2030-04-01' });
    await done(id);
    expect(await read()).toEqual(['2030-10-27 Effet à vérifier : Alléger']);
    await verifier.call('PUT', `/actions/${id}/verdict`, {
      verdict: 'effective',
      note: 'Vu sur place',
    });
    expect(await event(id)).toMatchObject({ status: 409, body: { code: 'move.forbidden' } });
  });

  it('is unknown to whoever may not see it', async () => {
    const { id } = await own();
    const stranger = await program.member(await program.organization(), 'quality_manager');
    const elected = await program.member(tenant, 'elected');
    for (const who of [stranger, elected]) {
      expect(await event(id, who)).toMatchObject({ status: 404, body: { code: 'record.unknown' } });
    }
  });
});

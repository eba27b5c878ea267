import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { v7 as newId } from 'uuid';
import { DigestService } from '../../backend/reminders/digest.service.js';
import type { OpenedOrganization } from '../../backend/organization/organization.service.js';
import { addUnit, firstTheme, logFeedback, openAction, stored } from '../support/deeds.js';
import { openProgram, type Program, type Signed } from '../support/program.js';

let program: Program;
let tenant: OpenedOrganization;
let quality: Signed;
let owner: Signed;

beforeAll(async () => {
  program = await openProgram();
  tenant = await program.organization('CCAS de Valmont');
  quality = await program.member(tenant, 'quality_manager');
  owner = await program.member(tenant, 'agent');
});
afterAll(() => program.close());

/** Each test has its own actions and its own days. */
afterEach(() =>
  program.within(tenant, async (tx) => {
    await tx.query('DELETE FROM reminder');
    await tx.query('DELETE FROM digest');
    await tx.query('DELETE FROM action');
    await tx.query('DELETE FROM feedback');
  }),
);

/** Runs the sweep as if it were this instant, and gives how many digests it wrote. */
const sweep = (instant: string) => program.app.get(DigestService).sweep(new Date(instant));
const plan = (dueOn: string, more = {}) =>
  openAction(quality, tenant.rootUnitId, owner.id, { dueOn, ...more });
const steps = async () =>
  (await stored<{ step: number }>(program, tenant, 'SELECT step FROM reminder ORDER BY step')).map(
    ({ step }) => step,
  );

describe('the hour and the day of a digest', () => {
  // 2026-11-24 is a Tuesday; Paris is one hour ahead of UTC in winter, two in summer.
  it.each([
    ['a minute before seven', '2026-11-24', '2026-11-24T05:59:00Z', 0],
    ['seven', '2026-11-24', '2026-11-24T06:00:00Z', 1],
    ['late in the evening', '2026-11-24', '2026-11-24T22:59:00Z', 1],
    ['a minute before seven in summer', '2026-07-21', '2026-07-21T04:59:00Z', 0],
    ['seven in summer', '2026-07-21', '2026-07-21T05:00:00Z', 1],
    ['a Saturday', '2026-11-28', '2026-11-28T09:00:00Z', 0],
    ['a Sunday', '2026-11-29', '2026-11-29T09:00:00Z', 0],
    ['Armistice Day', '2026-11-11', '2026-11-11T09:00:00Z', 0],
    ['Easter Monday', '2026-04-06', '2026-04-06T09:00:00Z', 0],
    ['Good Friday, worked outside Alsace-Moselle', '2026-04-03', '2026-04-03T09:00:00Z', 1],
  ])('%s', async (_, dueOn, instant, written) => {
    await plan(dueOn);
    expect(await sweep(instant)).toBe(written);
  });

  it('follow the organisation’s own calendar', async () => {
    const settle = (region: string | null) =>
      program.within(tenant, (tx) =>
        tx.query('UPDATE organization SET holiday_region = $1', [region]),
      );
    await plan('2026-04-03');
    await settle('57');
    expect(await sweep('2026-04-03T09:00:00Z').finally(() => settle(null))).toBe(0);
  });
});

describe('the steps of a digest', () => {
  it('are 7 days and 1 day before, the day, then each week, once each', async () => {
    await plan('2026-11-24');
    const days = ['16', '17', '18', '20', '23', '24', '25', '30'].map((day) => `2026-11-${day}`);
    const written: string[] = [];
    for (const day of [...days, '2026-12-01', '2026-12-02', '2026-12-08', '2026-12-09']) {
      if ((await sweep(`${day}T08:00:00Z`)) === 1) written.push(day);
    }
    expect(written).toEqual(['2026-11-17', '2026-11-23', '2026-11-24', '2026-12-01', '2026-12-08']);
    expect(await steps()).toEqual([-7, -1, 0, 7, 14]);
  });

  it('that fall on a weekend come on Monday, once', async () => {
    await plan('2026-11-28');
    const written = [];
    for (const day of ['28', '29', '30']) written.push(await sweep(`2026-11-${day}T08:00:00Z`));
    expect(written).toEqual([0, 0, 1]);
    expect(await steps()).toEqual([0]);
  });

  it('that an outage missed are caught up once, by the last', async () => {
    await plan('2026-11-03');
    expect(await sweep('2026-11-23T08:00:00Z')).toBe(1);
    expect(await sweep('2026-11-23T12:00:00Z')).toBe(0);
    expect(await steps()).toEqual([14]);
  });

  it('start anew with a new due date', async () => {
    const { id } = await plan('2026-11-24');
    expect(await sweep('2026-11-24T08:00:00Z')).toBe(1);
    const change = { dueOn: '2026-11-26', reason: 'Livraison repoussée' };
    await quality.call('PUT', `/actions/${id}/due-date`, change);
    expect(await sweep('2026-11-25T08:00:00Z')).toBe(1);
    expect(await sweep('2026-11-26T08:00:00Z')).toBe(1);
  });

  it('never come to its owner for what is done or cancelled', async () => {
    const done = await plan('2026-11-24');
    const cancelled = await plan('2026-11-24');
    await owner.call('POST', `/actions/${done.id}/progress`, { progress: 100, done: true });
    await quality.call('PUT', `/actions/${cancelled.id}/cancellation`, { reason: 'Sans objet' });
    for (const day of ['2026-11-24', '2026-12-24']) await sweep(`${day}T08:00:00Z`);
    const told = 'SELECT FROM reminder WHERE person_id = $1';
    expect(await stored(program, tenant, told, [owner.id])).toEqual([]);
  });
});

describe('a digest', () => {
  it('is one a day, however many actions and sweeps', async () => {
    await plan('2026-11-24');
    await plan('2026-11-20');
    expect(await sweep('2026-11-24T08:00:00Z')).toBe(1);
    await plan('2026-11-24');
    expect(await sweep('2026-11-24T12:00:00Z')).toBe(0);
    expect(await sweep('2026-11-25T08:00:00Z')).toBe(1);
  });

  it('is one, when two sweeps run at once', async () => {
    await plan('2026-11-24');
    const written = await Promise.all(
      Array.from({ length: 4 }, () => sweep('2026-11-24T08:00:00Z')),
    );
    expect(written.sort()).toEqual([0, 0, 0, 1]);
    expect(await stored(program, tenant, 'SELECT FROM digest')).toHaveLength(1);
  });

  it('leaves for an organisation whatever goes wrong in an older one', async () => {
    const older = await program.organization('CCAS en panne');
    const settle = (zone: string) =>
      program.within(older, (tx) => tx.query('UPDATE organization SET time_zone = $1', [zone]));
    const newer = await program.organization('CCAS voisin');
    const agent = await program.member(newer, 'agent');
    const leader = await program.member(newer, 'quality_manager');
    await openAction(leader, newer.rootUnitId, agent.id, { dueOn: '2026-11-24' });
    await settle('Mars/Olympus');
    await expect(sweep('2026-11-24T09:00:00Z')).rejects.toThrow('Mars/Olympus');
    await settle('Europe/Paris');
    expect(await stored(program, newer, 'SELECT FROM digest')).toHaveLength(1);
    // The sweeps of the other tests must find nothing here.
    await stored(program, newer, 'DELETE FROM action');
  });

  it('says all that is owed, late first, and arrives in two parts under its row’s name', async () => {
    const late = await plan('2026-11-20', { title: 'Réparer <la> rampe' });
    await plan('2026-11-24', { title: 'Former l’accueil' });
    await plan('2026-12-01', { title: 'Traduire le dépliant' });
    await plan('2026-12-02', { title: 'Rien ne presse' });
    await sweep('2026-11-24T08:00:00Z');
    const [digest] = await stored<{ letter_id: string }>(
      program,
      tenant,
      'SELECT letter_id FROM digest',
    );
    const letter = await program.postbox.letterTo(owner.email, ({ messageId }) =>
      Boolean(messageId?.startsWith(`<${digest?.letter_id}@`)),
    );
    expect(letter.subject).toBe('3 sujets vous attendent, dont 1 en retard');
    expect(letter.headers.get('auto-submitted')).toBe('auto-generated');
    const { text = '', html } = letter;
    const told = ['EN RETARD', 'Réparer <la> rampe', 'POUR AUJOURD’HUI', 'Former l’accueil'];
    const places = [...told, 'BIENTÔT', 'Traduire le dépliant'].map((part) => text.indexOf(part));
    expect(places).not.toContain(-1);
    expect(places).toEqual([...places].sort((a, b) => a - b));
    expect(text).toContain(`/actions/${late.id}`);
    expect(text).not.toContain('Rien ne presse');
    expect(html).toContain('Réparer &lt;la&gt; rampe');
    expect(html).toContain(`${program.url}/actions/${late.id}`);
  });
});

describe('the work on the action of somebody else', () => {
  /** 2030-01-15 is a Tuesday. */
  const tuesday = '2030-01-15T08:00:00Z';
  /** What the first digest said. */
  const told = async () => {
    const query = 'SELECT letter_id AS id FROM digest ORDER BY day LIMIT 1';
    const [letter] = await stored<{ id: string }>(program, tenant, query);
    const fits = ({ messageId = '' }) => messageId.startsWith(`<${letter?.id}@`);
    return (await program.postbox.letterTo(quality.email, fits)).text;
  };

  it('is told to whoever is to do a step: the day before, on the day and then weekly', async () => {
    const { id } = await plan('2030-03-15', { title: 'Refaire l’accueil' });
    for (const [title, ownerId] of [
      ['Peindre', quality.id],
      ['Choisir la couleur', owner.id],
      ['Ranger', null],
    ]) {
      const step = { version: 0, title, dueOn: '2030-01-16', ownerId };
      expect((await owner.call('PUT', `/actions/${id}/steps/${newId()}`, step)).status).toBe(200);
    }
    expect(await sweep('2030-01-14T08:00:00Z')).toBe(0);
    expect(await sweep(tuesday)).toBe(1);
    expect(await sweep('2030-01-16T08:00:00Z')).toBe(1);
    expect(await sweep('2030-01-22T08:00:00Z')).toBe(0);
    expect(await sweep('2030-01-23T08:00:00Z')).toBe(1);
    expect(await steps()).toEqual([-1, 0, 7]);
    const text = await told();
    expect(text).toMatch(
      /Peindre\n\s+Échéance\s:\smercredi\s16\sjanvier\s2030 · étape de «\sRefaire l’accueil\s»/,
    );
    expect(text).not.toMatch(/couleur|Ranger/);
  });

  it('is told once to whoever a comment mentions, until they have seen it', async () => {
    const { id } = await plan('2030-03-15', { title: 'Changer la serrure' });
    const body = `Est-ce commandé, @[${quality.id}] ?`;
    const said = await owner.call('PUT', `/actions/${id}/comments/${newId()}`, { body });
    expect(said.status).toBe(200);
    expect(await sweep(tuesday)).toBe(1);
    expect(await sweep('2030-01-29T08:00:00Z')).toBe(0);
    const text = await told();
    expect(text).toContain(`Changer la serrure\n  ${owner.name} vous cite dans un commentaire`);
    expect(text).not.toContain('commandé');
    await program.within(tenant, (tx) => tx.query('DELETE FROM reminder'));
    await quality.call('PUT', `/actions/${id}/mentions/seen`);
    expect(await sweep('2030-02-05T08:00:00Z')).toBe(0);
  });
});

describe('an answer that is owed', () => {
  let manager: Signed;
  let other: Signed;
  let unitId: string;

  beforeAll(async () => {
    const administrator = await program.member(tenant, 'administrator');
    unitId = (await addUnit(administrator, tenant.rootUnitId, 'Accueil')).id;
    const elsewhere = (await addUnit(administrator, tenant.rootUnitId, 'Ailleurs')).id;
    manager = await program.member(tenant, 'manager', unitId);
    other = await program.member(tenant, 'manager', elsewhere);
  });

  const owe = async (dueOn: string, answerOwnerId?: string) => {
    const { id } = await logFeedback(quality, unitId, { kind: 'complaint' });
    const { id: themeId } = await firstTheme(quality);
    const rating = { severity: 2, frequency: 2, themeId, unitId };
    await quality.call('PUT', `/feedback/${id}/qualification`, { ...rating, answerOwnerId });
    await program.within(tenant, (tx) =>
      tx.query('UPDATE feedback SET answer_by = $2 WHERE id = $1', [id, dueOn]),
    );
    return id;
  };
  const readers = async () =>
    (
      await stored<{ recipient: string }>(
        program,
        tenant,
        `SELECT recipient FROM letter l JOIN digest d ON d.letter_id = l.id ORDER BY l.created_at`,
      )
    ).map(({ recipient }) => recipient);

  it('is told to its owner, else to the closest manager, and to nobody else', async () => {
    await owe('2026-11-24', quality.id);
    expect(await sweep('2026-11-24T08:00:00Z')).toBe(1);
    expect(await readers()).toEqual([quality.email]);
    await owe('2026-11-25');
    expect(await sweep('2026-11-25T08:00:00Z')).toBe(1);
    expect(await readers()).toContain(manager.email);
    expect(await readers()).not.toContain(other.email);
  });

  it('is told a week ahead, on its day and then weekly, whatever the sweeps', async () => {
    await owe('2026-11-24', quality.id);
    const written: string[] = [];
    const days = Array.from({ length: 33 }, (_, nth) =>
      new Date(Date.UTC(2026, 10, 9 + nth)).toISOString().slice(0, 10),
    );
    for (const day of days) if ((await sweep(`${day}T08:00:00Z`)) === 1) written.push(day);
    expect(written).toEqual(['2026-11-17', '2026-11-24', '2026-12-01', '2026-12-08']);
  });

  it('is no more once it is given', async () => {
    const id = await owe('2026-11-24', quality.id);
    await quality.call('POST', `/feedback/${id}/answers`, { body: 'Merci.' });
    expect(await sweep('2026-11-24T08:00:00Z')).toBe(0);
  });

  it('shares one e-mail with the actions, without a word of what was said', async () => {
    await openAction(quality, tenant.rootUnitId, quality.id, { dueOn: '2026-11-24' });
    const id = await owe('2026-11-23', quality.id);
    await owe('2026-11-27', quality.id);
    expect(await sweep('2026-11-24T08:00:00Z')).toBe(1);
    const [digest] = await stored<{ letter_id: string }>(
      ...([program, tenant, 'SELECT letter_id FROM digest'] as const),
    );
    const letter = await program.postbox.letterTo(quality.email, ({ messageId }) =>
      Boolean(messageId?.startsWith(`<${digest?.letter_id}@`)),
    );
    expect(letter.subject).toBe('3 sujets vous attendent');
    const { text = '' } = letter;
    expect(text).toContain('RÉPONSES À DONNER');
    expect(text).toContain('En retard');
    expect(text).toContain(`/fiches/${id}`);
    expect(text).not.toContain('La porte est lourde');
  });
});

import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { addDays } from '../../backend/domain/days.js';
import type { StuckMailDto } from '../../backend/letters/letters.dto.js';
import { markBounced } from '../../backend/mail/addresses.js';
import type { OpenedOrganization } from '../../backend/organization/organization.service.js';
import { MailingSweep } from '../../backend/surveys/mailing-sweep.js';
import type { MailingsDto } from '../../backend/surveys/mailings.dto.js';
import { addUnit, openCampaign, stored } from '../support/deeds.js';
import { unknownAddress } from '../support/postbox.js';
import { openProgram, type Program, type Signed } from '../support/program.js';

let program: Program;
let tenant: OpenedOrganization;
let quality: Signed;
let campaignId: string;
/** The addresses of the list, of nobody else's. */
let people: string[];
let count = 0;

beforeAll(async () => {
  program = await openProgram();
});
afterAll(() => program.close());
beforeEach(async () => {
  tenant = await program.organization(`CCAS ${++count}`);
  quality = await program.member(tenant, 'quality_manager');
  ({ campaignId } = await openCampaign(quality, tenant.rootUnitId));
  people = ['ana', 'bob', 'cloe', 'dia', 'eli', 'fay'].map(
    (who) => `${who}-${count}@exemple.example`,
  );
});

const read = async (by = quality) =>
  (await by.call('GET', `/campaigns/${campaignId}/mailings`)).body as MailingsDto;

/** Sends to a list on the proposed days. */
async function send(text = people.join('\n'), more: object = {}, by = quality) {
  const { proposed } = await read();
  const sent = { id: randomUUID(), language: 'fr', ...proposed, text, ...more };
  return by.call('POST', `/campaigns/${campaignId}/mailings`, sent);
}

/** Sends, and waits until the mail server took or refused every letter. */
async function invite(text?: string, more?: object): Promise<MailingsDto> {
  const { status, body } = await send(text, more);
  expect({ status, body }).toMatchObject({ status: 201 });
  await allLeft();
  return body as MailingsDto;
}

async function allLeft(): Promise<void> {
  // Without a lock: the postman leaves alone what somebody else holds.
  const query = `SELECT state FROM letter WHERE kind LIKE 'survey%'`;
  for (;;) {
    const rows = await stored<{ state: string }>(program, tenant, query);
    if (rows.every(({ state }) => state !== 'waiting')) return;
  }
}

const noon = (day: string) => new Date(`${day}T11:00:00Z`);
const sweep = (day: string) => program.app.get(MailingSweep).sweep(noon(day));

const linkIn = (text = '') => /\/avis\/invite\/\S+/.exec(text)?.[0] ?? '';
const invitation = (address: string) =>
  program.postbox.letterTo(address, ({ subject }) => subject?.startsWith('Votre avis') ?? false);
const reminders = () =>
  program.postbox.letters
    .filter(({ subject }) => subject?.startsWith('Il est encore temps'))
    .flatMap(({ to }) => [to ?? []].flat().map(({ text }) => text))
    .filter((address) => people.includes(address))
    .sort();

const answer = (link: string, typed: Record<string, string> = { smiley: 'good' }) =>
  fetch(`${program.url}${link}`, {
    ...{ method: 'POST', redirect: 'manual' },
    body: new URLSearchParams({ id: randomUUID(), ...typed }),
  });
const rows = <Row>(query: string, facts: unknown[] = []) =>
  stored<Row>(program, tenant, query, facts);

describe('an invitation to answer a survey', () => {
  it('is read before it leaves, as it will leave', async () => {
    const { proposed } = await read();
    const query = new URLSearchParams({ ...proposed, language: 'ar' } as Record<string, string>);
    const { body } = await quality.call(
      'GET',
      `/campaigns/${campaignId}/mailings/preview?${query}`,
    );
    expect(body.html).toContain('<html lang="ar" dir="rtl">');
    expect(body.text).toContain('Comment s’est passée votre visite ?');
  });

  it('is told beforehand for whom it is, and what cannot be read', async () => {
    await invite();
    const text = `${people[0]}; ${people[0]}\nLou <lou@exemple.example>\n\nlou arobase exemple`;
    const { status, body } = await quality.call('POST', `/campaigns/${campaignId}/mailings/check`, {
      text,
    });
    expect({ status, body }).toEqual({
      status: 200,
      body: {
        ...{ recognised: 2, fresh: 1, already: 1, declined: 0, wrong: 1 },
        unreadable: [{ line: 4, text: 'lou arobase exemple' }],
      },
    });
  });

  it('gives each address a link of its own, in the language that was chosen', async () => {
    const list = `Ana <${people[0]}>, ${people.slice(1).join(';')}\npas une adresse`;
    const mailings = await invite(list, { language: 'pt' });
    expect(mailings).toMatchObject({ invited: 6, answered: 0, left: 1994 });
    const letters = await Promise.all(people.map((one) => program.postbox.letterTo(one)));
    expect(new Set(letters.map(({ text }) => linkIn(text))).size).toBe(6);
    expect(letters[0]?.subject).toContain('A sua opinião');
    const page = await fetch(`${program.url}${linkIn(letters[0]?.text)}`);
    expect([page.status, await page.text()]).toEqual([200, expect.stringContaining('lang="pt"')]);
    const [mailing] = (await read()).mailings;
    expect(mailing).toMatchObject({ ...mailings.proposed, invited: 6, delivered: 6, unreached: 0 });
    const journal = await rows(`SELECT details FROM journal WHERE verb = 'campaign.invite'`);
    expect(journal).toEqual([{ details: { mailing: mailing?.id, count: 6 } }]);
  });

  it('takes one answer, which nothing joins to an address', async () => {
    await invite();
    const link = linkIn((await invitation(people[0]!)).text);
    const first = await answer(link, { smiley: 'bad', comment: 'Trop long' });
    expect(first.status).toBe(303);
    const thanks = await fetch(`${program.url}${first.headers.get('location')}`);
    expect(await thanks.text()).not.toContain('Donner un autre avis');
    const again = await answer(link);
    expect([again.status, await again.text()]).toEqual([
      ...[404, expect.stringContaining('votre avis est compté')],
    ]);
    expect(await read()).toMatchObject({ invited: 6, answered: 1 });
    const answers = await rows<{ smiley: string }>('SELECT smiley, xmin::text FROM survey_answer');
    expect(answers).toMatchObject([{ smiley: 'bad' }]);
    // Not even the transaction that wrote the answer, or locked a row, is written beside an address.
    const beside = await rows<{ x: string }>(
      `SELECT xmin::text AS x FROM survey_invitation UNION SELECT xmax::text FROM survey_invitation
        UNION SELECT xmin::text FROM letter UNION SELECT xmax::text FROM letter`,
    );
    expect(beside).not.toContainEqual({ x: (answers[0] as unknown as { xmin: string }).xmin });
  });

  it('takes one answer of two that come at once', async () => {
    await invite();
    const link = linkIn((await invitation(people[1]!)).text);
    const both = await Promise.all([answer(link), answer(link)]);
    expect(both.map(({ status }) => status).sort()).toEqual([303, 404]);
    expect(await rows('SELECT id FROM survey_answer')).toHaveLength(1);
  });

  it('gives back what was typed where no face was chosen, and serves again', async () => {
    await invite();
    const link = linkIn((await invitation(people[2]!)).text);
    const missing = await answer(link, { comment: 'Sans visage' });
    expect([missing.status, await missing.text()]).toEqual([
      ...[400, expect.stringContaining('Sans visage')],
    ]);
    expect((await answer(link)).status).toBe(303);
  });

  it('answers until its last day', async () => {
    const { proposed } = await invite();
    const link = linkIn((await invitation(people[3]!)).text);
    await rows(
      `UPDATE survey_mailing SET sent_on = '2020-01-01', reminds_on = NULL, ends_on = '2020-01-02'`,
    );
    const late = await answer(link);
    expect([late.status, await late.text()]).toEqual([410, expect.stringContaining('terminée')]);
    expect(proposed.endsOn > proposed.remindsOn!).toBe(true);
  });
});

describe('two who send at once', () => {
  it('invite nobody twice', async () => {
    const colleague = await program.member(tenant, 'quality_manager');
    const both = await Promise.all([send(), send(people.join(','), {}, colleague)]);
    expect(both.map(({ status }) => status).sort()).toEqual([201, 409]);
    expect(await rows('SELECT id FROM survey_invitation')).toHaveLength(6);
  });

  it('send once what is sent twice, by somebody who lost the network', async () => {
    const id = randomUUID();
    const both = await Promise.all([send(undefined, { id }), send(undefined, { id })]);
    expect(both.map(({ status }) => status)).toEqual([201, 201]);
    expect((await read()).mailings).toMatchObject([{ id, invited: 6 }]);
  });

  it('cannot take one sending for another', async () => {
    const id = randomUUID();
    await send(undefined, { id });
    ({ campaignId } = await openCampaign(quality, tenant.rootUnitId));
    const { status, body } = await send(undefined, { id });
    expect([status, body.code]).toEqual([409, 'busy']);
  });
});

describe('what cannot be sent', () => {
  it.each<[string, (days: MailingsDto['proposed']) => object]>([
    ['mailing.end_day', () => ({ endsOn: '2020-01-01' })],
    ['mailing.reminder_day', ({ endsOn }) => ({ remindsOn: endsOn })],
    ['mailing.nobody_new', () => ({ text: 'personne' })],
    ['mailing.too_few', () => ({ text: 'a@exemple.example, b@exemple.example' })],
    [
      'mailing.too_many',
      () => ({ text: Array.from({ length: 2001 }, (_, n) => `p${n}@exemple.example`).join('\n') }),
    ],
  ])('is refused: %s', async (code, change) => {
    const { proposed } = await read();
    const { body } = await send(undefined, change(proposed));
    expect(body.code).toBe(code);
    expect(await rows('SELECT id FROM letter')).toEqual([]);
  });

  it('is refused on a day when the organisation writes to nobody', async () => {
    const { proposed, today } = await read();
    const days = Array.from({ length: 7 }, (_, nth) => addDays(today, nth + 1));
    const sunday = days.find((day) => new Date(day).getUTCDay() === 0)!;
    const { body } = await send(undefined, {
      remindsOn: sunday,
      endsOn: addDays(proposed.endsOn, 7),
    });
    expect(body.code).toBe('mailing.reminder_quiet');
  });
});

/** A mailbox gives back what was sent to it. */
async function bounce(address: string): Promise<void> {
  const [letter] = await rows<{ id: string }>('SELECT id FROM letter WHERE recipient = $1', [
    address,
  ]);
  await program.within(tenant, (tx) => markBounced(tx, letter!.id, '5.1.1 unknown'));
}

describe('the one reminder', () => {
  it('goes on its day to those who are silent and reachable, once however often the clock asks', async () => {
    const { proposed } = await invite();
    const day = proposed.remindsOn!;
    const [answered, left, bounced, ...silent] = people;
    await answer(linkIn((await invitation(answered!)).text));
    await leave(left!);
    await bounce(bounced!);
    await sweep(addDays(day, -1));
    expect((await read()).mailings).toMatchObject([{ remindedOn: null }]);
    await Promise.all([sweep(day), sweep(day)]);
    await sweep(day);
    await allLeft();
    expect(reminders()).toEqual(silent);
    expect((await read()).mailings).toMatchObject([
      { remindedOn: day, reminded: 3, forgottenOn: null, forgetsOn: addDays(day, 1), unreached: 1 },
    ]);
  });

  it('is sent once after three days off, on the first day that is not quiet', async () => {
    const { proposed, today } = await read();
    // Long enough for the three days, wherever the week begins.
    const endsOn = addDays(today, 40);
    await invite(undefined, { endsOn });
    const days = Array.from({ length: 9 }, (_, nth) => addDays(proposed.remindsOn!, nth + 3));
    const saturday = days.find((day) => new Date(day).getUTCDay() === 6)!;
    await sweep(saturday);
    expect(reminders()).toEqual([]);
    for (const later of [2, 3, 4, 5, 6]) await sweep(addDays(saturday, later));
    await allLeft();
    expect(reminders()).toEqual(people);
  });

  it('brings a second link to the same answer', async () => {
    const { proposed } = await invite();
    await sweep(proposed.remindsOn!);
    await allLeft();
    const [who] = people;
    const reminder = await program.postbox.letterTo(who!, ({ subject }) =>
      Boolean(subject?.startsWith('Il est')),
    );
    const first = linkIn((await invitation(who!)).text);
    const second = linkIn(reminder.text);
    expect(first).not.toBe(second);
    const both = await Promise.all([answer(second), answer(first)]);
    expect(both.map(({ status }) => status).sort()).toEqual([303, 404]);
  });

  it('is not sent where none was asked for', async () => {
    const { proposed } = await invite(undefined, { remindsOn: undefined });
    await sweep(proposed.remindsOn!);
    expect(reminders()).toEqual([]);
    expect((await read()).mailings).toMatchObject([
      { remindsOn: null, forgottenOn: proposed.remindsOn },
    ]);
  });

  it('is taken back from whoever answers before it leaves', async () => {
    const { proposed } = await invite();
    const link = linkIn((await invitation(people[0]!)).text);
    const [row] = await rows<{ id: string }>('SELECT id FROM survey_invitation WHERE email = $1', [
      people[0],
    ]);
    // A mail server that is away: the reminder waits.
    await rows(
      `WITH waiting AS (INSERT INTO letter (id, kind, recipient, subject, text, html, created_at)
         VALUES (gen_random_uuid(), 'survey_reminder', 'x@exemple.example', '', '', '', '2100-01-01')
         RETURNING id)
       UPDATE survey_invitation SET reminder_id = waiting.id FROM waiting
        WHERE survey_invitation.id = $1`,
      [row?.id],
    );
    await answer(link);
    await sweep(addDays(proposed.remindsOn!, -1));
    expect(await rows(`SELECT id FROM letter WHERE kind = 'survey_reminder'`)).toEqual([]);
  });
});

/** What a mail program does for whoever clicks on « unsubscribe ». */
async function leave(address: string): Promise<Response> {
  const { headers } = await invitation(address);
  const { unsubscribe } = headers.get('list') as unknown as { unsubscribe: { url: string } };
  const body = new URLSearchParams({ 'List-Unsubscribe': 'One-Click' });
  return fetch(unsubscribe.url, { method: 'POST', body });
}

describe('whoever wants no surveys', () => {
  it('says so with one click: their address is erased, and nobody invites them again', async () => {
    await invite();
    const [who] = people;
    const { headers, text } = await invitation(who!);
    const list = headers.get('list') as unknown as Record<string, { url: string; name: string }>;
    expect(list['unsubscribe-post']?.name).toBe('List-Unsubscribe=One-Click');
    const { url } = list['unsubscribe']!;
    expect(text).toContain(url);
    // A mail scanner's visit.
    expect((await fetch(url)).status).toBe(200);
    expect(await holding(who!)).toBe(2);
    const left = await leave(who!);
    expect([left.status, await left.text()]).toEqual([200, expect.stringContaining('C’est noté')]);
    expect(await holding(who!)).toBe(0);
    expect((await leave(who!)).status).toBe(200);
    // What they have to say still counts.
    expect((await answer(linkIn(text))).status).toBe(303);
    const { body } = await quality.call('POST', `/campaigns/${campaignId}/mailings/check`, {
      text: who!.toUpperCase(),
    });
    expect(body).toMatchObject({ recognised: 1, fresh: 0, already: 0, declined: 1 });
  });

  it('is known by a link that nobody else can write', async () => {
    const { status } = await fetch(`${program.url}/desabonnement/enquetes/e30.e30.e30`);
    expect(status).toBe(404);
  });
});

/** How many rows hold an address. */
async function holding(address: string): Promise<number> {
  const query = `SELECT email FROM survey_invitation WHERE email = $1
    UNION ALL SELECT recipient FROM letter WHERE lower(recipient) = $1
    UNION ALL SELECT email FROM address_trouble WHERE email = $1`;
  return (await rows(query, [address])).length;
}

describe('an address', () => {
  it('is erased the day after the reminder, from its letters too, while its link still serves', async () => {
    const { proposed } = await invite(`${unknownAddress}\n${people.join('\n')}`);
    const day = proposed.remindsOn!;
    await sweep(day);
    await allLeft();
    expect(await holding(unknownAddress)).toBe(3);
    const next = addDays(day, 1);
    await sweep(next);
    for (const address of [unknownAddress, ...people]) expect(await holding(address)).toBe(0);
    expect((await read()).mailings).toMatchObject([
      { forgottenOn: next, invited: 7, delivered: 6, unreached: 1, reminded: 6 },
    ]);
    expect((await answer(linkIn((await invitation(people[0]!)).text))).status).toBe(303);
    // A letter that comes back later marks nobody.
    const [letter] = await rows<{ id: string }>(`SELECT id FROM letter WHERE state = 'sent'`);
    const returned = program.within(tenant, (tx) => markBounced(tx, letter!.id, '5.1.1'));
    expect(await returned).toBe(false);
  });

  it('goes with all the rest at the end, but for the numbers', async () => {
    const { proposed } = await invite();
    await sweep(addDays(proposed.endsOn, 1));
    expect(reminders()).toEqual([]);
    expect(await rows('SELECT id FROM survey_invitation')).toEqual([]);
    const doors = `SELECT key FROM door WHERE kind = 'survey_invitation' AND organization_id = $1`;
    expect(await rows(doors, [tenant.organizationId])).toEqual([]);
    await sweep(addDays(proposed.endsOn, 2));
    expect((await read()).mailings).toMatchObject([
      { forgottenOn: addDays(proposed.endsOn, 1), delivered: 6, unreached: 0, remindedOn: null },
    ]);
    const gone = await answer(linkIn((await invitation(people[0]!)).text));
    expect(gone.status).toBe(404);
  });

  it('that refuses letters is told to whoever may invite, and to nobody else', async () => {
    const administrator = await program.member(tenant, 'administrator');
    const unit = await addUnit(administrator, tenant.rootUnitId, 'Domicile');
    const elsewhere = await program.member(tenant, 'quality_manager', unit.id);
    await invite(`${unknownAddress}\n${people.join('\n')}`);
    const stuck = async (by: Signed) =>
      (await by.call('GET', '/mail/letters')).body as StuckMailDto;
    expect(await stuck(quality)).toMatchObject({
      letters: [{ kind: 'survey_invitation', recipient: unknownAddress, correctable: false }],
      addresses: [{ email: unknownAddress, problem: 'unknown_address' }],
    });
    for (const other of [administrator, elsewhere]) {
      expect(await stuck(other)).toMatchObject({
        ...{ letters: [{ recipient: null, said: null }], addresses: [], hiddenAddresses: 1 },
      });
    }
    expect((await read()).mailings).toMatchObject([{ delivered: 6, unreached: 1 }]);
  });
});

describe('a campaign of others', () => {
  it('is unknown in another organisation, or in a service that one does not see', async () => {
    const stranger = await program.member(await program.organization(), 'quality_manager');
    const administrator = await program.member(tenant, 'administrator');
    const unit = await addUnit(administrator, tenant.rootUnitId, 'Domicile');
    const elsewhere = await program.member(tenant, 'quality_manager', unit.id);
    for (const other of [stranger, elsewhere]) {
      const { status } = await other.call('GET', `/campaigns/${campaignId}/mailings`);
      expect([status, (await send(undefined, {}, other)).status]).toEqual([404, 404]);
    }
  });

  it('is read in numbers by the manager of its service, who invites nobody', async () => {
    await invite();
    const manager = await program.member(tenant, 'manager');
    expect(await read(manager)).toMatchObject({ invited: 6 });
    expect(JSON.stringify(await read(manager))).not.toContain('@');
    expect((await send(undefined, {}, manager)).status).toBe(403);
  });
});

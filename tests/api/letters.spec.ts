import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { v7 as newId } from 'uuid';
import { Clock } from '../../backend/jobs/clock.js';
import { languages } from '../../backend/domain/languages.js';
import { ReporterRetention } from '../../backend/feedback/reporter-retention.js';
import type { StuckLetterDto, StuckMailDto } from '../../backend/letters/letters.dto.js';
import { Letter, type LetterKind } from '../../backend/mail/letter.entity.js';
import { Postman } from '../../backend/mail/postman.js';
import type { OpenedOrganization } from '../../backend/organization/organization.service.js';
import { addUnit, logFeedback, logFrom, stored, untilSent } from '../support/deeds.js';
import { unknownAddress } from '../support/postbox.js';
import { openProgram, type Program, type Signed } from '../support/program.js';

let program: Program;
let tenant: OpenedOrganization;
let quality: Signed;
let administrator: Signed;

beforeAll(async () => {
  program = await openProgram();
  tenant = await program.organization('CCAS de Valmont');
  quality = await program.member(tenant, 'quality_manager');
  administrator = await program.member(tenant, 'administrator');
});
afterAll(() => program.close());
afterEach(() =>
  program.within(tenant, async (tx) => {
    // The letters first, as the postman does: one of them may be on its way.
    await tx.query(`UPDATE letter SET state = 'sent', aside_at = NULL WHERE state <> 'sent'`);
    await tx.query('UPDATE reporter SET email = NULL');
    await tx.query('DELETE FROM address_trouble');
  }),
);

/** A letter that nobody sends of themselves. */
async function written(kind: LetterKind, recipient: string, more = {}): Promise<string> {
  const id = newId();
  const parts = { subject: 'Bonjour', text: 'Bonjour', html: '<p>Bonjour</p>' };
  await program.within(tenant, (tx) =>
    tx.insert(Letter, { id, kind, recipient, ...parts, ...more }),
  );
  return id;
}
/** One that the mail server refuses for good. */
async function refused(kind: LetterKind, recipient = unknownAddress): Promise<string> {
  const id = await written(kind, recipient);
  await program.app.get(Postman).deliver({ ...tenant, letterId: id });
  return id;
}
const told = (email: string) => logFrom(email, program, tenant, quality);
const stuck = async (by = quality): Promise<StuckMailDto> =>
  (await by.call('GET', '/mail/letters')).body as StuckMailDto;
const letterOf = async (id: string, by = quality): Promise<StuckLetterDto | undefined> =>
  (await stuck(by)).letters.find((letter) => letter.id === id);
const marks = () =>
  stored<{ email: string; letter_id: string }>(program, tenant, 'SELECT * FROM address_trouble');
const rowOf = async (id: string) =>
  (await stored<Letter>(program, tenant, 'SELECT * FROM letter WHERE id = $1', [id]))[0];

describe('a letter that the mail server refuses', () => {
  it('is seen with why, never with what it says, and marks its address', async () => {
    await told(unknownAddress);
    const id = await refused('digest');
    expect(await letterOf(id)).toEqual({
      ...{ id, kind: 'digest', state: 'failed', recipient: unknownAddress, attempts: 1 },
      ...{ problem: 'unknown_address', marked: true, correctable: false },
      said: expect.stringContaining('550 No such user here'),
      ...{ writtenAt: expect.any(String), triedAt: expect.any(String) },
    });
    expect(await marks()).toMatchObject([{ email: unknownAddress, letter_id: id }]);
  });

  it('goes again, from the first try, and its address is free once it arrives', async () => {
    const id = await written('digest', 'revenue@exemple.example', {
      ...{ state: 'failed', attempts: 4, problem: '550 No such user here' },
      createdAt: new Date(Date.now() - 5 * 24 * 3_600_000),
    });
    await program.within(tenant, (tx) =>
      tx.query(
        `INSERT INTO address_trouble (email, reason) VALUES ('revenue@exemple.example', '550')`,
      ),
    );
    const { status } = await quality.call('POST', `/mail/letters/${id}/resend`, {});
    expect(status).toBe(204);
    await program.postbox.letterTo('revenue@exemple.example');
    await untilSent(program, tenant, id);
    expect(await rowOf(id)).toMatchObject({ attempts: 0, problem: null, text: '', html: '' });
    expect(await marks()).toEqual([]);
    const again = await quality.call('POST', `/mail/letters/${id}/resend`, {});
    expect({ status: again.status, code: again.body.code }).toEqual({
      ...{ status: 409, code: 'letter.leaving' },
    });
    const lines = await stored(program, tenant, `SELECT * FROM journal WHERE subject_id = $1`, [
      id,
    ]);
    expect(lines).toMatchObject([{ verb: 'letter.resend', person_id: quality.id }]);
  });

  it('to a reporter goes to the corrected address, which their feedback keeps', async () => {
    await told(unknownAddress);
    const id = await refused('answer');
    expect(await letterOf(id)).toMatchObject({ correctable: true, marked: true });
    const address = 'lou.berger@exemple.example';
    const { status } = await quality.call('POST', `/mail/letters/${id}/resend`, { address });
    expect(status).toBe(204);
    await program.postbox.letterTo(address, ({ subject }) => subject === 'Bonjour');
    await untilSent(program, tenant, id);
    expect(await marks()).toEqual([]);
    const emails = await stored(program, tenant, 'SELECT email FROM reporter WHERE email <> $1', [
      '',
    ]);
    expect(emails).toEqual([{ email: address }]);
  });

  it('stays with its reporter where it may be about what they said elsewhere', async () => {
    const here = await addUnit(administrator, tenant.rootUnitId, 'Crèche');
    const local = await program.member(tenant, 'quality_manager', here.id);
    await logFeedback(local, here.id, { name: 'Lou Berger', email: unknownAddress });
    await told(unknownAddress);
    const id = await refused('acknowledgement');
    expect(await letterOf(id, local)).toMatchObject({
      ...{ recipient: unknownAddress, correctable: false },
    });
    const address = 'moi@exemple.example';
    const { status, body } = await local.call('POST', `/mail/letters/${id}/resend`, { address });
    expect({ status, code: body.code }).toEqual({ status: 403, code: 'letter.address_fixed' });
    expect(await letterOf(id)).toMatchObject({ correctable: true });
  });

  it('to a member goes to their own address alone: it may open their account', async () => {
    const id = await refused('invitation');
    const { status, body } = await administrator.call('POST', `/mail/letters/${id}/resend`, {
      address: 'moi@exemple.example',
    });
    expect({ status, code: body.code }).toEqual({ status: 403, code: 'letter.address_fixed' });
    expect(await rowOf(id)).toMatchObject({ state: 'failed', recipient: unknownAddress });
  });

  it('goes again with all others, but for the digest of another day', async () => {
    const yesterday = new Date(Date.now() - 24 * 3_600_000);
    const failed = { state: 'failed', problem: '554 Transaction failed' };
    await written('digest', 'hier@exemple.example', { ...failed, createdAt: yesterday });
    await written('answer', 'tous-1@exemple.example', { ...failed, createdAt: yesterday });
    await written('digest', 'tous-2@exemple.example', failed);
    expect((await quality.call('POST', '/mail/letters/resend')).body).toEqual({ count: 2 });
    await program.postbox.letterTo('tous-1@exemple.example');
    await program.postbox.letterTo('tous-2@exemple.example');
    expect((await stuck()).letters).toMatchObject([{ recipient: 'hier@exemple.example' }]);
  });
});

describe('a letter that is put aside', () => {
  const aside = (method: 'PUT' | 'DELETE', id: string, by = quality) =>
    by.call(method, `/mail/letters/${id}/aside`);
  const verbs = async (id: string) => {
    const query = 'SELECT verb FROM journal WHERE subject_id = $1 ORDER BY id';
    const found = await stored<{ verb: string }>(program, tenant, query, [id]);
    return found.map(({ verb }) => verb);
  };

  it('is neither listed, counted nor sent, until it is taken back', async () => {
    const id = await refused('answer');
    expect((await aside('PUT', id)).status).toBe(204);
    expect((await aside('PUT', id)).status).toBe(204);
    expect(await stuck()).toMatchObject({ letters: [], total: 0 });
    expect((await quality.call('POST', '/mail/letters/resend')).body).toEqual({ count: 0 });
    expect((await quality.call('POST', `/mail/letters/${id}/resend`, {})).status).toBe(404);
    expect(await rowOf(id)).toMatchObject({ state: 'failed', text: 'Bonjour' });
    expect((await aside('DELETE', id)).status).toBe(204);
    expect((await aside('DELETE', id)).status).toBe(204);
    expect(await letterOf(id)).toMatchObject({ state: 'failed' });
    expect(await stuck()).toMatchObject({ total: 1 });
    expect(await verbs(id)).toEqual(['letter.set_aside', 'letter.take_back']);
  });

  it('keeps its address marked, as letters still do not reach it', async () => {
    await told(unknownAddress);
    const id = await refused('digest');
    await aside('PUT', id);
    expect(await marks()).toMatchObject([{ email: unknownAddress, letter_id: id }]);
  });

  it('keeps what it says for a day, and cannot be taken back afterwards', async () => {
    const id = await refused('invitation');
    await aside('PUT', id);
    const hours = (count: number) => new Date(Date.now() + count * 3_600_000);
    await program.app.get(Clock).run('letters-aside', hours(23));
    expect(await rowOf(id)).toMatchObject({ text: 'Bonjour' });
    await program.app.get(Clock).run('letters-aside', hours(25));
    expect(await rowOf(id)).toMatchObject({ text: '', html: '', state: 'failed' });
    const { status, body } = await aside('DELETE', id);
    expect({ status, code: body.code }).toEqual({ status: 410, code: 'letter.erased' });
  });

  it.each(['waiting', 'sent'] as const)('is none that is %s', async (state) => {
    const id = await written('news', 'part@exemple.example', { state });
    const { status, body } = await aside('PUT', id);
    expect({ status, code: body.code }).toEqual({ status: 409, code: 'letter.leaving' });
    expect(await verbs(id)).toEqual([]);
  });

  it('is put aside once by two people at once', async () => {
    const id = await refused('answer');
    await Promise.all([aside('PUT', id), aside('PUT', id, administrator)]);
    expect(await verbs(id)).toEqual(['letter.set_aside']);
  });

  it('is nobody’s of another organisation', async () => {
    const id = await refused('answer');
    const stranger = await program.member(await program.organization(), 'quality_manager');
    expect((await aside('PUT', id, stranger)).status).toBe(404);
    expect((await aside('DELETE', id, stranger)).status).toBe(404);
    expect(await letterOf(id)).toBeDefined();
  });

  it('does not leave, whatever is written beside the services', async () => {
    const id = await refused('answer');
    await aside('PUT', id);
    const sent = program.within(tenant, (tx) =>
      tx.query(`UPDATE letter SET state = 'waiting' WHERE id = $1`, [id]),
    );
    await expect(sent).rejects.toMatchObject({ driverError: { constraint: 'aside_has_failed' } });
    await aside('DELETE', id);
  });
});

describe('a letter that waits', () => {
  it('is seen after a quarter of an hour, and goes when it is asked', async () => {
    const ago = (minutes: number) => new Date(Date.now() - minutes * 60_000);
    const problem = 'connect ECONNREFUSED 127.0.0.1:25';
    const late = await written('news', 'attend@exemple.example', { createdAt: ago(16), problem });
    const recent = await written('news', 'recente@exemple.example', { createdAt: ago(14) });
    expect(await letterOf(late)).toMatchObject({ state: 'waiting', problem: 'unreachable' });
    expect(await letterOf(recent)).toBeUndefined();
    await quality.call('POST', `/mail/letters/${late}/resend`, {});
    await program.postbox.letterTo('attend@exemple.example');
    await untilSent(program, tenant, late);
  });
});

describe('who spoke', () => {
  it('is hidden from whoever may not read reporters, and cannot be written to elsewhere', async () => {
    await told(unknownAddress);
    const id = await refused('answer');
    expect(await letterOf(id, administrator)).toMatchObject({
      ...{ recipient: null, said: null, correctable: false, problem: 'unknown_address' },
    });
    expect(await stuck(administrator)).toMatchObject({ addresses: [], hiddenAddresses: 1 });
    const { status } = await administrator.call('POST', `/mail/letters/${id}/resend`, {
      address: 'moi@exemple.example',
    });
    expect(status).toBe(403);
  });

  it('is hidden from the quality manager of another service', async () => {
    const unit = await addUnit(administrator, tenant.rootUnitId, 'Domicile');
    const other = await program.member(tenant, 'quality_manager', unit.id);
    await told(unknownAddress);
    const id = await refused('answer');
    expect(await letterOf(id, other)).toMatchObject({ recipient: null, correctable: false });
    expect(await letterOf(id, quality)).toMatchObject({ recipient: unknownAddress });
    expect((await stuck()).addresses).toMatchObject([
      { email: unknownAddress, name: null, problem: 'unknown_address' },
    ]);
  });

  it('is told on the record to those who must answer, and forgotten with the identity', async () => {
    const { id } = await told(unknownAddress);
    await refused('answer');
    const { body } = await quality.call('GET', `/feedback/${id}`);
    expect(body.identity).toMatchObject({ email: unknownAddress, unreached: 'unknown_address' });
    expect((await administrator.call('GET', `/feedback/${id}`)).body.identity).toBeNull();
    await written('answer', unknownAddress, { state: 'sent' });
    await program.app.get(ReporterRetention).sweep(new Date('2040-01-01T12:00:00Z'));
    expect(await marks()).toEqual([]);
    const query = `SELECT id FROM letter WHERE recipient = $1 AND kind = 'answer'`;
    expect(await stored(program, tenant, query, [unknownAddress])).toEqual([]);
    expect((await stuck()).letters).toEqual([]);
  });
});

describe('another organisation', () => {
  it('sees none of it and sends none of it', async () => {
    const id = await refused('digest');
    const elsewhere = await program.organization();
    const stranger = await program.member(elsewhere, 'quality_manager');
    expect(await stuck(stranger)).toEqual({
      ...{ letters: [], total: 0, addresses: [], hiddenAddresses: 0 },
    });
    const { status } = await stranger.call('POST', `/mail/letters/${id}/resend`, {});
    expect(status).toBe(404);
    const { body } = await stranger.call('POST', '/mail/letters/resend');
    expect(body).toEqual({ count: 0 });
  });
});

describe('the previews', () => {
  it('draw every kind in each of its languages, and nothing is left to fill in', async () => {
    const { body: kinds } = await quality.call('GET', '/mail/previews');
    const before = await rowsCount();
    for (const { kind, languages: spoken } of kinds as { kind: string; languages: string[] }[]) {
      expect([['fr', 'en'], [...languages]]).toContainEqual(spoken);
      for (const language of spoken) {
        const address = `/mail/previews/${kind}?language=${language}`;
        const { status, body } = await quality.call('GET', address);
        expect({ address, status }).toEqual({ address, status: 200 });
        expect(body.html).toContain(`<html lang="${language}"`);
        const all = `${body.subject}${body.text}${body.html}`;
        expect(all).toContain('CCAS de Valmont');
        expect(all).not.toMatch(/\{\{|undefined|Invalid|\bmail\.\w/);
      }
    }
    expect(await rowsCount()).toBe(before);
  });

  it('are of the languages in which such a letter is written, and of no other', async () => {
    expect((await quality.call('GET', '/mail/previews/digest?language=ar')).status).toBe(404);
    expect((await quality.call('GET', '/mail/previews/toString?language=fr')).status).toBe(404);
    expect((await quality.call('GET', '/mail/previews/digest?language=xx')).status).toBe(400);
  });
});

const rowsCount = async () =>
  (await stored<{ count: number }>(program, tenant, 'SELECT count(*)::int FROM letter'))[0]?.count;

describe('a scorecard that is published', () => {
  const scorecard = { title: 'Automne', from: '2026-07-01', to: '2026-09-30', comment: 'Mieux.' };

  it('is told once to the elected officials and the managers, and to nobody else', async () => {
    const elected = await program.member(tenant, 'elected');
    const manager = await program.member(tenant, 'manager');
    await program.within(tenant, (tx) =>
      tx.query(`UPDATE person SET language = 'en' WHERE id = $1`, [elected.id]),
    );
    const { status, body } = await quality.call('POST', '/scorecards', scorecard);
    expect(status).toBe(201);
    const letter = await program.postbox.letterTo(elected.email);
    expect(letter.subject).toBe('A scorecard is published: Automne');
    expect(letter.text).toContain(`/tableaux-de-bord/${body.id}`);
    expect(letter.text).toContain('> Mieux.');
    expect((await program.postbox.letterTo(manager.email)).subject).toContain('Automne');
    const query = `SELECT recipient FROM letter WHERE kind = 'scorecard'`;
    const rows = await stored<{ recipient: string }>(program, tenant, query);
    expect(rows.map(({ recipient }) => recipient).sort()).toEqual(
      [elected.email, manager.email].sort(),
    );
  });

  it('is told to nobody where it is refused', async () => {
    const reversed = { ...scorecard, from: '2026-12-01', to: '2026-01-01' };
    const count = `SELECT id FROM letter WHERE kind = 'scorecard'`;
    const before = await stored(program, tenant, count);
    expect((await quality.call('POST', '/scorecards', reversed)).status).toBe(400);
    expect(await stored(program, tenant, count)).toEqual(before);
  });
});

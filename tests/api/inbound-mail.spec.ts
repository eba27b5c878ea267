import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { ActionDto } from '../../backend/actions/actions.dto.js';
import type { OpenedOrganization } from '../../backend/organization/organization.service.js';
import { DigestService } from '../../backend/reminders/digest.service.js';
import { ReplyAddresses } from '../../backend/reminders/reply-addresses.js';
import { Settings } from '../../backend/settings.js';
import { openAction } from '../support/deeds.js';
import { handOver, inboundSecret, takeInbound } from '../support/inbound.js';
import { openProgram, type Program, type Signed } from '../support/program.js';

let program: Program;
let tenant: OpenedOrganization;
let quality: Signed;
let owner: Signed;
let action: ActionDto;
let address: string;
let sent = 0;

beforeAll(async () => {
  program = await openProgram();
  takeInbound(program);
  tenant = await program.organization('CCAS de Valmont');
  quality = await program.member(tenant, 'quality_manager');
  owner = await program.member(tenant, 'agent');
});
afterAll(() => program.close());
beforeEach(async () => {
  action = await openAction(quality, tenant.rootUnitId, owner.id);
  address = await addressOf(owner);
});

async function addressOf({ id: personId }: Signed, organization = tenant): Promise<string> {
  const { organizationId } = organization;
  const who = { organizationId, personId, subjectId: action.id, reference: action.reference };
  return (await program.app.get(ReplyAddresses).to(who)) ?? '';
}

/** A message as a mail program writes it. */
function message(text: string, headers: Record<string, string> = {}): string {
  const all = {
    From: `Personne <${owner.email}>`,
    To: `CCAS <${address}>`,
    Subject: 'Re: Alléger la porte',
    'Message-ID': `<${++sent}@poste.example>`,
    'MIME-Version': '1.0',
    'Content-Type': 'text/plain; charset=utf-8',
    ...headers,
  };
  const lines = Object.entries(all).map(([name, value]) => `${name}: ${value}`);
  return `${lines.join('\r\n')}\r\n\r\n${text}`;
}

const hand = (raw: string, signedWith?: string) => handOver(program, raw, signedWith);

const record = async () => (await quality.call('GET', `/actions/${action.id}`)).body as ActionDto;
const comments = async () => (await record()).work.comments.map(({ body }) => body);
const commented = { status: 200, body: { outcome: 'commented' } };
const ignored = (why: string) => ({ status: 200, body: { outcome: 'ignored', why } });

describe('a reply to a letter', () => {
  it('is a comment by whoever wrote it, without what it repeats, by the letter', async () => {
    const quoted = 'Devis signé.\r\n\r\nLe lun. 24 nov. 2026, CCAS <b@x.fr> a écrit :\r\n> Bonjour';
    expect(await hand(message(quoted))).toEqual(commented);
    const { work, history } = await record();
    expect(work.comments).toMatchObject([{ body: 'Devis signé.', author: { id: owner.id } }]);
    expect(history.at(-1)).toMatchObject({ verb: 'action.comment', details: { via: 'mail' } });
  });

  it('is noted once, however often and however much at once it is handed over', async () => {
    const raw = message('Devis signé.');
    const outcomes = await Promise.all([hand(raw), hand(raw), hand(raw)]);
    expect(outcomes.map(({ body }) => body['outcome']).sort()).toEqual([
      'commented',
      'ignored',
      'ignored',
    ]);
    expect(await hand(raw)).toEqual(ignored('known'));
    expect(await comments()).toEqual(['Devis signé.']);
  });

  it('that is HTML is read as text', async () => {
    const html = '<p>Devis <b>signé</b>.</p><blockquote>Bonjour</blockquote>';
    await hand(message(html, { 'Content-Type': 'text/html; charset=utf-8' }));
    expect(await comments()).toEqual(['Devis signé.']);
  });

  it('says which attachments it left out', async () => {
    const parts = [
      '--b\r\nContent-Type: text/plain; charset=utf-8\r\n\r\nVoici le devis.',
      '--b\r\nContent-Type: application/pdf\r\nContent-Disposition: attachment; filename=devis.pdf\r\n\r\n%PDF\r\n--b--',
    ];
    const type = { 'Content-Type': 'multipart/mixed; boundary=b' };
    expect(await hand(message(parts.join('\r\n'), type))).toEqual(commented);
    const [body = ''] = await comments();
    expect(body).toMatch(/^Voici le devis\.\n\n\(Une pièce jointe n’a pas été reprise/);
  });

  it.each<[string, () => Record<string, string>]>([
    ['the copy', () => ({ To: 'chef@ccas.example', Cc: address })],
    ['the envelope', () => ({ To: 'reponses@ccas.example', 'Delivered-To': address })],
    ['capitals', () => ({ To: address.toUpperCase(), From: owner.email.toUpperCase() })],
  ])('is known by %s', async (_, headers) => {
    expect(await hand(message('Fait.', headers()))).toEqual(commented);
  });

  it.each<[string, string, () => Record<string, string>, string?]>([
    ['an absence', 'automatic', () => ({ 'Auto-Submitted': 'auto-replied' })],
    ['an old absence', 'automatic', () => ({ 'X-Autoreply': 'yes' })],
    ['bulk', 'automatic', () => ({ Precedence: 'bulk' })],
    ['an answer to nobody', 'automatic', () => ({ 'Return-Path': '<>' })],
    ['a bounce', 'automatic', () => ({ From: 'MAILER-DAEMON@poste.example' })],
    ['somebody else’s', 'unknown', () => ({ From: quality.email })],
    [
      'a receipt',
      'automatic',
      () => ({ 'Content-Type': 'multipart/report; report-type=disposition-notification' }),
    ],
    ['a stranger’s', 'unknown', () => ({ From: 'qui@poste.example' })],
    ['nobody’s', 'unknown', () => ({ From: '' })],
    ['without a token', 'unknown', () => ({ To: 'reponses@ccas.example' })],
    [
      'with a made-up token',
      'unknown',
      () => ({ To: address.replace(/.@/, (s) => (s === '0@' ? '1@' : '0@')) }),
    ],
    ['a mere quote', 'empty', () => ({}), '> Bonjour'],
  ])('%s is left aside', async (_, why, headers, text = 'Fait.') => {
    expect(await hand(message(text, headers()))).toEqual(ignored(why));
    expect(await comments()).toEqual([]);
  });

  it('of another organisation’s token says nothing there', async () => {
    const other = await program.organization();
    const To = await addressOf(owner, other);
    expect(await hand(message('Fait.', { To }))).toEqual(ignored('unknown'));
  });

  it('that is too long is refused, and says so', async () => {
    const { status, body } = await hand(message('mot '.repeat(25_000)));
    expect({ status, code: body['code'] }).toEqual({ status: 413, code: 'inbound.too_long' });
    expect(await comments()).toEqual([]);
  });
});

describe('a message that is made to harm', () => {
  const html = { 'Content-Type': 'text/html; charset=utf-8' };

  it.each<[string, () => string, number, string]>([
    ['boxes within boxes', () => message('<b>'.repeat(400_000), html), 400, 'input.unreadable'],
    [
      'headers without an end',
      () => message('Fait.', { References: '<a@b> '.repeat(200_000) }),
      ...([400, 'input.unreadable'] as const),
    ],
    ['a book', () => message('mot '.repeat(200_000)), 413, 'input.too_large'],
  ])('by %s is refused at once', async (_, raw, status, code) => {
    const began = performance.now();
    const answer = await hand(raw());
    expect({ status: answer.status, code: answer.body['code'] }).toEqual({ status, code });
    expect(performance.now() - began).toBeLessThan(5000);
  });

  it('by the signs of no letter is read without them', async () => {
    expect(await hand(message('Fa\0it.'))).toEqual(commented);
    expect(await comments()).toEqual(['Fait.']);
  });

  it('by thousands of addresses is read by the first of them', async () => {
    const made = Array.from({ length: 2000 }, (_, nth) => {
      return `r+a26-x${nth + 10_000}-${'0'.repeat(24)}@ccas.example`;
    });
    const all = (addresses: string[]) => ({ To: addresses.join(',\r\n ') });
    expect(await hand(message('Fait.', all([...made, address])))).toEqual(ignored('unknown'));
    expect(await hand(message('Fait.', all([address, ...made])))).toEqual(commented);
  });
});

describe('the way in', () => {
  const large = Buffer.alloc(24 * 1024 * 1024, 'a');
  const heavy = async (path: string, headers = {}) => {
    const type = { 'content-type': 'message/rfc822' };
    const answer = await fetch(`${program.url}${path}`, {
      ...{ method: 'POST', headers: { ...type, ...headers }, body: large },
    }).catch(() => null);
    return answer?.status ?? null;
  };

  it.each([
    ['another door', '/api/session', 415],
    ['no signature', '/api/inbound-mail', 401],
  ])('reads nothing of a message that comes by %s', async (_, path, status) => {
    // Who still writes when the answer comes may not hear it.
    expect([status, null]).toContain(await heavy(path));
  });

  it('asks for the signature of these very bytes', async () => {
    const { status, body } = await hand(message('Fait.'), 'another secret');
    expect({ status, code: body['code'] }).toEqual({ status: 401, code: 'inbound.signature' });
  });

  it('is not there where it is not configured', async () => {
    const settings = program.app.get(Settings);
    delete settings.INBOUND_SECRET;
    const answer = await hand(message('Fait.')).finally(() => {
      settings.INBOUND_SECRET = inboundSecret;
    });
    expect(answer.status).toBe(404);
  });

  it('takes nothing but a message', async () => {
    expect((await program.anybody('POST', '/inbound-mail', { text: 'Fait.' })).status).toBe(415);
  });
});

it('a digest tells each action’s address, which takes the reply', async () => {
  // A heading shows twenty lines: this one is alone under its own.
  action = await openAction(quality, tenant.rootUnitId, owner.id, { dueOn: '2030-01-10' });
  address = await addressOf(owner);
  await program.app.get(DigestService).sweep(new Date('2030-01-15T09:00:00Z'));
  const { text = '' } = await program.postbox.letterTo(owner.email);
  const addresses = [...text.matchAll(/mailto:([^?]+)\?subject=/g)].map(([, to]) => to);
  expect(addresses).toContain(address);
  expect(address.split('@')[0]?.length).toBeLessThanOrEqual(64);
});

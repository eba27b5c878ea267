import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { v7 as newId } from 'uuid';
import type { StuckMailDto } from '../../backend/letters/letters.dto.js';
import { Letter } from '../../backend/mail/letter.entity.js';
import { Postman } from '../../backend/mail/postman.js';
import type { OpenedOrganization } from '../../backend/organization/organization.service.js';
import { Settings } from '../../backend/settings.js';
import { logFrom, stored } from '../support/deeds.js';
import { handOver, takeInbound } from '../support/inbound.js';
import type { Posted } from '../support/postbox.js';
import { openProgram, type Program, type Signed } from '../support/program.js';

let program: Program;
let tenant: OpenedOrganization;
let quality: Signed;
let count = 0;
/** What was sent, as its reader's mail server got it. */
let sent: Posted;
let address: string;

beforeAll(async () => {
  program = await openProgram();
  takeInbound(program);
  // The oldest organisation is not the one: a notice must find its own.
  await program.organization('CCAS d’à côté');
  tenant = await program.organization('CCAS de Valmont');
  quality = await program.member(tenant, 'quality_manager');
});
afterAll(() => program.close());
beforeEach(async () => {
  address = `lou.${++count}@exemple.example`;
  await logFrom(address, program, tenant, quality);
  sent = await sendTo(address);
});

/** Sends an answer, and gives it as it arrived. */
async function sendTo(recipient: string): Promise<Posted> {
  const id = newId();
  const parts = { subject: `Lettre ${id}`, text: 'Bonjour', html: '<p>Bonjour</p>' };
  const row = { id, kind: 'answer', recipient, ...parts } as const;
  await program.within(tenant, (tx) => tx.insert(Letter, row));
  await program.app.get(Postman).deliver({ ...tenant, letterId: id });
  return program.postbox.letterTo(recipient, ({ subject }) => subject === parts.subject);
}

const lines = (...written: string[]): string => written.join('\r\n');
const headersOf = ({ headerLines }: Posted): string =>
  lines(...headerLines.map(({ line }) => line.replaceAll('\n', '\r\n')));

const postfix = (report: string[], copy = headersOf(sent)): string =>
  lines(
    'Return-Path: <>',
    'From: MAILER-DAEMON@poste.exemple.example (Mail Delivery System)',
    'Subject: Undelivered Mail Returned to Sender',
    'To: boucle@localhost.localdomain',
    'Auto-Submitted: auto-replied',
    'MIME-Version: 1.0',
    'Content-Type: multipart/report; report-type=delivery-status; boundary="limite"',
    'Message-Id: <20261124070503.4C1D@poste.exemple.example>',
    ...['', 'This is a MIME-encapsulated message.', '', '--limite'],
    'Content-Description: Notification',
    'Content-Type: text/plain; charset=us-ascii',
    ...['', 'This is the mail system at host poste.exemple.example.', '', '--limite'],
    'Content-Description: Delivery report',
    'Content-Type: message/delivery-status',
    ...['', 'Reporting-MTA: dns; poste.exemple.example', 'Arrival-Date: Tue, 24 Nov 2026', ''],
    ...[`Final-Recipient: rfc822; ${address}`, `Original-Recipient: rfc822;${address}`],
    ...report,
    ...['', '--limite', 'Content-Description: Undelivered Message Headers'],
    'Content-Type: text/rfc822-headers',
    ...['', copy, '', '--limite--', ''],
  );

const refusal = [
  'Action: failed',
  'Status: 5.1.1',
  'Remote-MTA: dns; mx.exemple.example',
  `Diagnostic-Code: smtp; 550 5.1.1 <lou@exemple.example>: Recipient address`,
  '    rejected: User unknown in virtual mailbox table',
];

const microsoft = (): string =>
  lines(
    'From: "Microsoft Outlook" <MicrosoftExchange329e71ec88ae4615bbc36ab6ce41109e@ville.example>',
    'To: <boucle@localhost.localdomain>',
    'Subject: Non remis : Réponse',
    'MIME-Version: 1.0',
    'X-MS-Exchange-Message-Is-Ndr:',
    'Content-Type: multipart/report; report-type=delivery-status;',
    '\tboundary="_c3_Outlook"',
    `In-Reply-To: ${sent.messageId}`,
    ...['', '--_c3_Outlook', 'Content-Type: multipart/alternative; differences=Content-Type;'],
    '\tboundary="_a1_Outlook"',
    ...['', '--_a1_Outlook', 'Content-Type: text/plain; charset="utf-8"'],
    ...['', 'Votre message n’a pas pu être remis.', '', '--_a1_Outlook'],
    ...['Content-Type: text/html; charset="utf-8"', '', '<p>Votre message n’a pas pu…</p>'],
    ...['', '--_a1_Outlook--', '', '--_c3_Outlook', 'Content-Type: message/delivery-status'],
    ...['', 'Reporting-MTA: dns;PR0P264MB0001.FRAP264.PROD.OUTLOOK.COM', ''],
    ...[`Final-Recipient: rfc822;${address}`, 'Action: failed', 'Status: 5.2.2'],
    'Diagnostic-Code: smtp;554 5.2.2 mailbox full; STOREDRV.Deliver; quota exceeded',
    ...['', '--_c3_Outlook', 'Content-Type: message/rfc822', '', headersOf(sent), '', 'Bonjour'],
    ...['', '--_c3_Outlook--', ''],
  );

const exim = (said = '    550 5.7.1 This message was blocked as spam'): string =>
  lines(
    'Return-path: <>',
    `X-Failed-Recipients: ${address}`,
    'From: Mail Delivery System <Mailer-Daemon@relais.exemple.example>',
    'To: boucle@localhost.localdomain',
    'Subject: Mail delivery failed: returning message to sender',
    ...['', 'This message was created automatically by mail delivery software.', ''],
    'A message that you sent could not be delivered to one or more of its',
    'recipients. This is a permanent error. The following address(es) failed:',
    ...['', `  ${address}`, '    host mx.exemple.example [192.0.2.7]', said, ''],
    '------ This is a copy of the message, including all the headers. ------',
    ...['', 'Return-path: <boucle@localhost.localdomain>', headersOf(sent), '', 'Bonjour', ''],
  );

const hand = (raw: string, signedWith?: string) => handOver(program, raw, signedWith);
const bounced = { status: 200, body: { outcome: 'bounced' } };
const ignored = (why: string) => ({ status: 200, body: { outcome: 'ignored', why } });
const marks = async () => {
  const { body } = await quality.call('GET', '/mail/letters');
  return (body as StuckMailDto).addresses.filter(({ email }) => email === address);
};

describe('a letter that comes back', () => {
  it.each<[string, () => string, string, string]>([
    [
      ...(['Postfix', () => postfix(refusal), 'unknown_address'] as const),
      '550 5.1.1 <lou@exemple.example>: Recipient address rejected: User unknown in virtual mailbox table',
    ],
    [
      ...(['Microsoft', microsoft, 'full'] as const),
      '554 5.2.2 mailbox full; STOREDRV.Deliver; quota exceeded',
    ],
    ['Exim', exim, 'blocked', '550 5.7.1 This message was blocked as spam'],
  ])(
    'from %s marks its address, which the quality manager sees',
    async (_, notice, problem, reason) => {
      expect(await marks()).toEqual([]);
      expect(await hand(notice())).toEqual(bounced);
      expect(await marks()).toEqual([
        { email: address, name: null, problem, said: reason, since: expect.any(String) },
      ]);
      const query = 'SELECT letter_id FROM address_trouble WHERE email = $1';
      const [row] = await stored<{ letter_id: string }>(program, tenant, query, [address]);
      expect(sent.messageId).toContain(row?.letter_id);
    },
  );

  it('is noted once, however often and however much at once the notice comes', async () => {
    const raw = postfix(refusal);
    expect(await Promise.all([hand(raw), hand(raw), hand(raw)])).toEqual([
      bounced,
      bounced,
      bounced,
    ]);
    expect(await marks()).toHaveLength(1);
  });

  it('is forgotten as soon as another is taken there', async () => {
    await hand(postfix(refusal));
    await sendTo(address);
    expect(await marks()).toEqual([]);
  });

  it('tells a member’s colleagues that theirs do not arrive', async () => {
    const agent = await program.member(tenant, 'agent');
    sent = await sendTo(agent.email);
    expect(await hand(postfix(refusal))).toEqual(bounced);
    const { body } = await quality.call('GET', '/people');
    const people = body as { email: string; unreached: string | null }[];
    expect(people.filter(({ unreached }) => unreached)).toMatchObject([
      { email: agent.email, unreached: 'unknown_address' },
    ]);
  });

  it('is known by what the notice answers, where nothing of it is joined', async () => {
    const bare = microsoft().replace(headersOf(sent), 'Subject: Sans nom');
    expect(await hand(bare)).toEqual(bounced);
  });
});

describe('a notice that marks nothing', () => {
  it.each<[string, string, () => string]>([
    [
      'of a delay',
      'automatic',
      () => postfix(['Action: delayed', 'Status: 4.4.1', 'Will-Retry-Until: Sun, 29 Nov 2026']),
    ],
    [
      'of what may still be taken',
      'automatic',
      () => postfix(['Action: failed', 'Status: 4.2.2', 'Diagnostic-Code: smtp; 452 4.2.2 Full']),
    ],
    ['of a delivery', 'automatic', () => postfix(['Action: delivered', 'Status: 2.0.0'])],
    ['of Exim’s of a server that is away', 'automatic', () => exim('    451 4.3.0 Later')],
    ['about no letter', 'automatic', () => postfix(refusal, 'Subject: Sans nom')],
    [
      'about somebody else’s letter',
      'unknown',
      () => postfix(refusal, `Message-ID: <${newId()}@ailleurs.example>`),
    ],
    [
      'about a letter that this one only quotes',
      'automatic',
      () => postfix(refusal, `Subject: Fwd\r\n\r\nMessage-ID: ${sent.messageId}`),
    ],
  ])('is one %s', async (_, why, notice) => {
    expect(await hand(notice())).toEqual(ignored(why));
    expect(await marks()).toEqual([]);
  });

  it('is one about an address that was corrected meanwhile', async () => {
    await program.within(tenant, (tx) =>
      tx.query('UPDATE reporter SET email = NULL WHERE email = $1', [address]),
    );
    expect(await hand(postfix(refusal))).toEqual(bounced);
    const query = 'SELECT email FROM address_trouble WHERE email = $1';
    expect(await stored(program, tenant, query, [address])).toEqual([]);
  });

  it('is one about a letter that has not left', async () => {
    await program.within(tenant, (tx) =>
      tx.query(`UPDATE letter SET state = 'failed' WHERE recipient = $1`, [address]),
    );
    expect(await hand(postfix(refusal))).toEqual(ignored('unknown'));
    expect(await marks()).toEqual([]);
  });

  it('is one that the mail server did not sign', async () => {
    const { status, body } = await hand(postfix(refusal), 'another secret');
    expect({ status, code: body['code'] }).toEqual({ status: 401, code: 'inbound.signature' });
    expect(await marks()).toEqual([]);
  });
});

describe('the address where letters come back', () => {
  it('is their sender’s, or the one that is configured', async () => {
    expect(sent.returnPath).toBe('boucle@localhost.localdomain');
    const settings = program.app.get(Settings);
    settings.BOUNCE_ADDRESS = 'retours@ccas.example';
    const { returnPath, from } = await sendTo(address).finally(() => {
      delete settings.BOUNCE_ADDRESS;
    });
    expect(returnPath).toBe('retours@ccas.example');
    expect(from?.value).toMatchObject([{ address: 'boucle@localhost.localdomain' }]);
  });
});

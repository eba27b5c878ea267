import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import sharp from 'sharp';
import type { AttachmentDto } from '../../backend/attachments/attachments.dto.js';
import { cleanFile } from '../../backend/attachments/clean-file.js';
import { FeedbackAttachments } from '../../backend/feedback/feedback-attachments.service.js';
import { ReporterRetention } from '../../backend/feedback/reporter-retention.js';
import type { OpenedOrganization } from '../../backend/organization/organization.service.js';
import {
  addUnit,
  fileForm,
  firstTheme,
  logFeedback,
  stored,
  type Receipt,
} from '../support/deeds.js';
import * as files from '../support/files.js';
import {
  asOwner,
  openProgram,
  type Answer,
  type Call,
  type Program,
  type Signed,
} from '../support/program.js';

let program: Program;
let tenant: OpenedOrganization;
let root: string;
let quality: Signed;
let agent: Signed;

beforeAll(async () => {
  program = await openProgram();
  tenant = await program.organization();
  root = tenant.rootUnitId;
  quality = await program.member(tenant, 'quality_manager');
  agent = await program.member(tenant, 'agent');
});
afterAll(() => program.close());

type Bytes = Buffer | Promise<Buffer>;

async function attach(
  by: Call,
  to: string,
  name: string,
  bytes: Bytes,
  headers = {},
): Promise<Answer> {
  const form = fileForm(name, Uint8Array.from(await bytes));
  return by('POST', `${to}/attachments`, form, headers);
}
const ofFeedback = ({ id }: { id: string }) => `/feedback/${id}`;
const byCode = ({ followUpCode }: Receipt) => `/public/follow-ups/${followUpCode}`;

async function attached(to: Receipt, name = 'photo.png', bytes: Bytes = files.png()) {
  const { status, body } = await attach(agent.call, ofFeedback(to), name, bytes);
  expect({ status, body }).toMatchObject({ status: 201 });
  return body as AttachmentDto;
}

async function bytesOf(by: Signed, id: string): Promise<Buffer> {
  const [row] = await stored<{ bytes: Buffer }>(
    program,
    tenant,
    'SELECT bytes FROM attachment_content WHERE attachment_id = $1',
    [id],
  );
  expect((await by.call('GET', `/attachments/${id}`)).status).toBe(200);
  return row?.bytes ?? Buffer.alloc(0);
}

describe('a file of an accepted kind', () => {
  it.each<[string, string, string, () => Bytes]>([
    ['photo.jpg', 'image', 'image/jpeg', files.jpeg],
    ['capture.png', 'image', 'image/png', files.png],
    ['dessin.webp', 'image', 'image/webp', files.webp],
    ['courrier.pdf', 'document', 'application/pdf', files.pdf],
    ['message.mp3', 'sound', 'audio/mpeg', files.mp3],
    ['mémo vocal.m4a', 'sound', 'audio/mp4', () => files.mp4('M4A ')],
    ['téléphone.m4a', 'sound', 'audio/mp4', () => files.mp4('mp42')],
    ['message.aac', 'sound', 'audio/aac', files.aac],
    ['message.ogg', 'sound', 'audio/ogg', files.ogg],
    ['navigateur.webm', 'sound', 'audio/webm', files.webm],
    ['message.wav', 'sound', 'audio/wav', files.wav],
  ])('%s is kept as %s, %s', async (name, kind, mediaType, make) => {
    const receipt = await logFeedback(agent, root);
    const { id } = await attached(receipt, name, make());
    const { body } = await quality.call('GET', `/feedback/${receipt.id}`);
    expect(body.attachments).toEqual([
      expect.objectContaining({ id, name, kind, mediaType, answerId: null }),
    ]);
    const { status, headers } = await agent.call('GET', `/attachments/${id}`);
    expect([status, headers.get('content-type')]).toEqual([200, mediaType]);
  });

  it('is known by its bytes, whatever it says it is', async () => {
    const receipt = await logFeedback(agent, root);
    const form = fileForm('../évil\u202Egpj.exe', Uint8Array.from(await files.png()), 'text/html');
    const { body } = await agent.call('POST', `/feedback/${receipt.id}/attachments`, form);
    expect(body).toMatchObject({ name: 'évil gpj.png', mediaType: 'image/png' });
  });

  it('is kept to the byte where it is no image, and is sent whole or in part', async () => {
    const { id } = await attached(await logFeedback(agent, root), 'a.wav', files.wav());
    expect((await bytesOf(agent, id)).equals(files.wav())).toBe(true);
    const part = await agent.call('GET', `/attachments/${id}`, undefined, { range: 'bytes=0-3' });
    expect([part.status, part.body, part.headers.get('content-range')]).toEqual([
      206,
      'RIFF',
      'bytes 0-3/108',
    ]);
    const beyond = await agent.call('GET', `/attachments/${id}`, undefined, {
      range: 'bytes=108-',
    });
    expect([beyond.status, beyond.headers.get('content-range')]).toEqual([416, 'bytes */108']);
  });

  it('is kept once where it is sent again because the answer was lost', async () => {
    const receipt = await logFeedback(agent, root);
    const [once, twice] = [await attached(receipt), await attached(receipt)];
    expect(twice).toEqual(once);
    const { body } = await agent.call('GET', `/feedback/${receipt.id}`);
    expect(body.attachments).toEqual([once]);
    const deeds = body.history.filter(({ verb }: { verb: string }) => verb === 'feedback.attach');
    expect(deeds).toHaveLength(1);
  });

  it('can do nothing where it is opened', async () => {
    const { id } = await attached(await logFeedback(agent, root), 'Été (1).png');
    const { headers } = await agent.call('GET', `/attachments/${id}`);
    expect(Object.fromEntries(headers)).toMatchObject({
      'content-disposition': `attachment; filename*=UTF-8''%C3%89t%C3%A9%20%281%29.png`,
      'content-security-policy': `default-src 'none'; sandbox`,
      'x-content-type-options': 'nosniff',
      'cache-control': 'private, no-store',
    });
  });
});

describe('an image', () => {
  it('loses where and with what it was taken, and stands upright', async () => {
    const sent = await files.tellingPhoto();
    expect(sent.includes('SecretCamera')).toBe(true);
    expect((await sharp(sent).metadata()).orientation).toBe(6);

    const { id } = await attached(await logFeedback(agent, root), 'IMG_1.jpg', sent);
    const kept = await bytesOf(agent, id);
    for (const secret of ['SecretCamera', 'Durand', 'Exif'])
      expect(kept.includes(secret)).toBe(false);
    const { width, height, orientation, exif } = await sharp(kept).metadata();
    expect([width, height, orientation, exif]).toEqual([6, 8, undefined, undefined]);
  });

  it('loses what is stuck behind it', async () => {
    const polyglot = Buffer.concat([await files.jpeg(), files.zip(), Buffer.from('<script>')]);
    const { id } = await attached(await logFeedback(agent, root), 'photo.jpg', polyglot);
    const kept = await bytesOf(agent, id);
    expect([kept.includes('PK'), kept.includes('<script>')]).toEqual([false, false]);
  });

  it('is no larger than is needed', async () => {
    const large = sharp({ create: { width: 4000, height: 100, channels: 3, background: 'red' } });
    const { id } = await attached(await logFeedback(agent, root), 'l.jpg', large.jpeg().toBuffer());
    expect(await sharp(await bytesOf(agent, id)).metadata()).toMatchObject({
      width: 2560,
      height: 64,
    });
  });
});

describe('what is refused, with a sentence that says what is accepted', () => {
  const film = () => files.mp4('isom', 'vide');
  it.each<[string, number, string, () => Bytes]>([
    ['photo.jpg', 415, 'attachment.unsupported', files.program],
    ['photo.png', 415, 'attachment.unsupported', files.elf],
    [
      'lettre.pdf',
      415,
      'attachment.unsupported',
      () => Buffer.from('<html><script>alert(1)</script>'),
    ],
    ['plan.pdf', 415, 'attachment.unsupported', () => Buffer.from('<svg onload="alert(1)"/>')],
    ['script.pdf', 415, 'attachment.unsupported', () => Buffer.from('#!/bin/sh\nrm -rf /')],
    ['archive.pdf', 415, 'attachment.unsupported', files.zip],
    ['lettre.docx', 415, 'attachment.unsupported', files.zip],
    ['film.m4a', 415, 'attachment.unsupported', film],
    ['film.webm', 415, 'attachment.unsupported', () => files.webm('V_VP8')],
    [
      'double.pdf',
      415,
      'attachment.unsupported',
      () => Buffer.concat([files.pdf(), Buffer.alloc(2000), files.zip()]),
    ],
    ['anime.gif', 415, 'attachment.unsupported', () => Buffer.from('GIF89a\x01\x00\x01\x00')],
    ['vide.jpg', 400, 'attachment.empty', () => Buffer.alloc(0)],
    ['abimee.jpg', 400, 'attachment.broken', async () => (await files.jpeg()).subarray(0, 200)],
    [
      'bombe.png',
      400,
      'attachment.broken',
      () =>
        sharp({ create: { width: 16_000, height: 4_100, channels: 3, background: 'red' } })
          .png({ compressionLevel: 9 })
          .toBuffer(),
    ],
    [
      'lourd.pdf',
      413,
      'attachment.too_large',
      () => Buffer.concat([files.pdf(), Buffer.alloc(10 * 1024 * 1024)]),
    ],
  ])('%s: %i %s', async (name, status, code, make) => {
    const receipt = await logFeedback(agent, root);
    const refused = await attach(agent.call, ofFeedback(receipt), name, make());
    expect([refused.status, refused.body.code]).toEqual([status, code]);
    if (code === 'attachment.unsupported') expect(refused.body.message).toMatch(/JPEG.*PDF.*MP3/);
    const { body } = await agent.call('GET', `/feedback/${receipt.id}`);
    expect(body.attachments).toEqual([]);
  });

  it('nothing at all', async () => {
    const { id } = await logFeedback(agent, root);
    const path = `/feedback/${id}/attachments`;
    const none = await agent.call('POST', path, new FormData());
    const text = await agent.call('POST', path, { file: 'photo.jpg' });
    expect([none.body.code, text.body.code]).toEqual(['attachment.missing', 'attachment.missing']);
  });

  it('a sixth, even where two come at once', async () => {
    const receipt = await logFeedback(agent, root);
    for (let nth = 0; nth < 4; nth += 1) await attached(receipt, 'p.wav', files.wav(nth));
    const both = await Promise.all(
      [4, 5].map((nth) => attach(agent.call, ofFeedback(receipt), 'p.wav', files.wav(nth))),
    );
    expect(both.map(({ status }) => status).sort()).toEqual([201, 409]);
    expect(both.find(({ status }) => status === 409)?.body.code).toBe('attachment.too_many');
  });

  it('what a form of another site sends with the cookie', async () => {
    const receipt = await logFeedback(agent, root);
    const forged = { 'x-boucle': '' };
    for (const path of [ofFeedback(receipt), `/%66eedback/${receipt.id}`, byCode(receipt)]) {
      const { status, body } = await attach(agent.call, path, 'p.png', files.png(), forged);
      expect([status, body.code]).toEqual([403, 'request.forged']);
    }
  });
});

describe('who may read and remove a file', () => {
  it('those who may know who spoke, on their units; the others find nothing', async () => {
    const administrator = await program.member(tenant, 'administrator');
    const elected = await program.member(tenant, 'elected');
    const { id: besideId } = await addUnit(administrator, root, 'À côté');
    const besides = await program.member(tenant, 'manager', besideId);
    const stranger = await program.member(await program.organization(), 'quality_manager');
    const receipt = await logFeedback(agent, root);
    const { id } = await attached(receipt);
    const read = async ({ call }: Signed) => (await call('GET', `/attachments/${id}`)).status;
    expect(await Promise.all([agent, quality].map(read))).toEqual([200, 200]);
    expect(await Promise.all([administrator, besides, stranger].map(read))).toEqual([
      404, 404, 404,
    ]);
    expect(await read(elected)).toBe(403);
    expect((await program.anybody('GET', `/attachments/${id}`)).status).toBe(401);
    const told = await administrator.call('GET', `/feedback/${receipt.id}`);
    expect(told.body.attachments).toEqual([]);
    for (const who of [besides, stranger]) {
      expect((await attach(who.call, ofFeedback(receipt), 'p.png', files.png())).status).toBe(404);
      const removal = { reason: 'Hors sujet' };
      expect((await who.call('PUT', `/attachments/${id}/removal`, removal)).status).toBe(404);
    }
    expect((await attach(elected.call, ofFeedback(receipt), 'p.png', files.png())).status).toBe(
      403,
    );
  });

  it('a removed file is gone to the byte, and the journal keeps why but no name', async () => {
    const receipt = await logFeedback(agent, root);
    const { id } = await attached(receipt, 'Mme Durand.png');
    const path = `/attachments/${id}/removal`;
    expect((await agent.call('PUT', path, { reason: 'Visage reconnaissable' })).status).toBe(403);
    expect((await quality.call('PUT', path, { reason: ' ' })).status).toBe(400);
    const { status, body } = await quality.call('PUT', path, { reason: 'Visage reconnaissable' });
    expect([status, body.attachments]).toEqual([200, []]);
    expect(body.history.at(-1)).toMatchObject({
      verb: 'feedback.detach',
      details: { reason: 'Visage reconnaissable' },
    });
    expect(JSON.stringify(body.history)).not.toContain('Durand');
    const left = 'SELECT FROM attachment_content WHERE attachment_id = $1';
    expect(await stored(program, tenant, left, [id])).toEqual([]);
    expect((await quality.call('PUT', path, { reason: 'Encore' })).status).toBe(404);
  });
});

describe('whoever holds the code', () => {
  it('adds three files at most, sees how many came, and never what is in them', async () => {
    const receipt = await logFeedback(agent, root);
    const add = (nth: number) =>
      attach(program.anybody, byCode(receipt), 'message.wav', files.wav(nth));
    const [first] = [await add(1), await add(2), await add(3)];
    expect(first?.status).toBe(201);
    expect((await add(4)).body).toMatchObject({
      code: 'attachment.too_many',
      details: { maximum: 3 },
    });
    const { body } = await program.anybody('GET', byCode(receipt));
    expect(body.attachmentCount).toBe(3);
    const path = `${byCode(receipt)}/attachments/${first?.body.id}`;
    expect((await program.anybody('GET', path)).status).toBe(404);
    expect((await agent.call('GET', `/attachments/${first?.body.id}`)).status).toBe(200);
  });

  it('adds none with a wrong code, nor once it is over', async () => {
    const wrong = await attach(
      program.anybody,
      '/public/follow-ups/AAAAA-AAAAA',
      'p.png',
      files.png(),
    );
    expect(wrong.status).toBe(404);
    const receipt = await logFeedback(agent, root);
    await quality.call('PUT', `/feedback/${receipt.id}/dismissal`, { reason: 'Hors sujet' });
    const over = await attach(program.anybody, byCode(receipt), 'p.png', files.png());
    expect([over.status, over.body.code]).toEqual([409, 'attachment.over']);
  });

  it('adds none once the one that it joined is over', async () => {
    const [head, joined] = [await logFeedback(agent, root), await logFeedback(agent, root)];
    await quality.call('PUT', `/feedback/${joined.id}/merge`, { into: head.id });
    const add = () => attach(program.anybody, byCode(joined), 'p.png', files.png());
    expect((await add()).status).toBe(201);
    await quality.call('PUT', `/feedback/${head.id}/dismissal`, { reason: 'Hors sujet' });
    const over = await add();
    expect([over.status, over.body.code]).toEqual([409, 'attachment.over']);
  });

  it('reads the files of an answer, and of no other feedback', async () => {
    const receipt = await logFeedback(agent, root);
    const other = await logFeedback(agent, root);
    await quality.call('PUT', `/feedback/${receipt.id}/qualification`, {
      ...{ themeId: (await firstTheme(quality)).id, severity: 1, frequency: 1, unitId: root },
    });
    const answered = await quality.call('POST', `/feedback/${receipt.id}/answers`, {
      body: 'Voici',
    });
    const answerId = answered.body.answers[0].id as string;
    const file = await cleanFile({ name: 'Réponse.pdf', bytes: files.pdf() });
    const { id } = await program.within(tenant, (tx) =>
      program.app
        .get(FeedbackAttachments)
        .keep(tx, tenant, file, { feedbackId: receipt.id, answerId }, quality),
    );
    const { body } = await program.anybody('GET', byCode(receipt));
    expect(body.attachmentCount).toBe(0);
    expect(body.answers[0].attachments).toMatchObject([{ id, name: 'Réponse.pdf', answerId }]);
    const read = (by: Receipt) => program.anybody('GET', `${byCode(by)}/attachments/${id}`);
    const { status, headers } = await read(receipt);
    expect([status, headers.get('content-type')]).toEqual([200, 'application/pdf']);
    expect((await read(other)).status).toBe(404);
  });
});

describe('on the public page, without a script', () => {
  let key: string;
  beforeAll(async () => {
    key = (await quality.call('GET', '/units')).body[0].publicKey as string;
  });

  type Chosen = [name: string, bytes: Bytes];
  async function tell(body: string, chosen: Chosen[], more: Record<string, string> = {}) {
    const form = new FormData();
    const typed = { kind: 'anomaly', body, ...more };
    const [kind = ['', ''], ...others] = Object.entries(typed);
    form.append(...kind);
    // In the middle, as in the page: what comes after a file must arrive too.
    for (const [name, bytes] of chosen) {
      form.append('files', new Blob([Uint8Array.from(await bytes)]), name);
    }
    for (const [name, value] of others) form.append(name, value);
    const answer = await fetch(`${program.url}/p/${key}?lang=fr`, { method: 'POST', body: form });
    return { status: answer.status, page: await answer.text() };
  }
  const keptWith = async (body: string) => {
    const found = await quality.call('GET', `/feedback?q=${encodeURIComponent(body)}`);
    const [first] = found.body.items as { id: string }[];
    if (!first) return null;
    const read = await quality.call('GET', `/feedback/${first.id}`);
    return (read.body.attachments as AttachmentDto[]).map(({ name }) => name);
  };

  it('what is told comes in with its files, and without', async () => {
    const more = { email: 'usager@exemple.example', reporter: 'relative' };
    const chosen: Chosen[] = [
      ['marche.jpg', files.tellingPhoto()],
      ['lettre.pdf', files.pdf()],
    ];
    expect((await tell('Marche descellée', chosen, more)).status).toBe(200);
    expect(await keptWith('Marche descellée')).toEqual(['marche.jpg', 'lettre.pdf']);
    expect((await tell('Fauteuil bancal', [['', Buffer.alloc(0)]])).status).toBe(200);
    expect(await keptWith('Fauteuil bancal')).toEqual([]);
  });

  it('sent twice, it comes in once with its files', async () => {
    const more = { followUpCode: 'ABCDE-FGHJK' };
    const chosen: Chosen[] = [['a.png', files.png()]];
    await tell('Double envoi', chosen, more);
    expect((await tell('Double envoi', chosen, more)).status).toBe(200);
    expect(await keptWith('Double envoi')).toEqual(['a.png']);
  });

  it.each<[string, Chosen[], RegExp]>([
    [
      'a program',
      [
        ['photo.jpg', files.program()],
        ['b.pdf', files.pdf()],
      ],
      /photo\.jpg.*PDF/,
    ],
    ['a heavy one', [['l.pdf', Buffer.alloc(11 * 1024 * 1024)]], /l\.pdf.*10/],
    ['four', [1, 2, 3, 4].map((nth) => [`${nth}.wav`, files.wav(nth)]), /trop de fichiers/],
  ])(
    '%s is refused with a sentence, nothing comes in, and what was typed stays',
    async (what, chosen, sentence) => {
      const body = `Refus de ${what}`;
      const { status, page } = await tell(body, chosen, { phone: '06 12 34 56 78' });
      expect([status, await keptWith(body)]).toEqual([400, null]);
      expect(page).toMatch(sentence);
      expect(page).toMatch(/Choisissez vos fichiers/);
      expect(page).toContain(`${body}</textarea>`);
      expect(page).toContain('06 12 34 56 78');
      expect(page).toMatch(/value="anomaly" required checked/);
    },
  );

  it('files are asked for again where something else is to be mended', async () => {
    const { status, page } = await tell('', [['a.png', files.png()]]);
    expect(status).toBe(400);
    expect(page).toMatch(/Choisissez vos fichiers/);
  });

  it('a full disk gives back the words and asks for the files again; sent again, it counts once', async () => {
    await asOwner(program.databaseUrl, (owner) =>
      owner.query(`
        CREATE FUNCTION no_room() RETURNS trigger LANGUAGE plpgsql AS
          $$ BEGIN RAISE EXCEPTION 'could not extend file' USING ERRCODE = '53100'; END $$;
        CREATE TRIGGER no_room BEFORE INSERT ON attachment FOR EACH ROW EXECUTE FUNCTION no_room()`),
    );
    const more = { followUpCode: 'HJKMN-PQRST' };
    const { status, page } = await tell('Disque plein', [['a.png', files.png()]], more);
    await asOwner(program.databaseUrl, (owner) => owner.query('DROP FUNCTION no_room CASCADE'));
    expect([status, await keptWith('Disque plein')]).toEqual([507, null]);
    expect(page).toContain('value="Disque plein"');
    expect(page).toContain('value="HJKMN-PQRST"');
    expect(page).toMatch(/<form[^>]*multipart\/form-data/);
    expect(page).toMatch(/Choisissez vos fichiers[^]*<input type="file"/);
    const again = () => tell('Disque plein', [['a.png', files.png()]], more);
    expect([(await again()).status, (await again()).status]).toEqual([200, 200]);
    expect(await keptWith('Disque plein')).toEqual(['a.png']);
  });

  it('no other public form takes any', async () => {
    const form = new FormData();
    form.append('code', 'AAAAA-AAAAA');
    form.append('file', new Blob([Uint8Array.from(files.pdf())]), 'a.pdf');
    const answer = await fetch(`${program.url}/suivi`, { method: 'POST', body: form });
    expect(answer.status).toBe(404);
  });

  it('says how many files came, on the follow-up page', async () => {
    const receipt = await logFeedback(agent, root);
    await attached(receipt);
    const page = await (await fetch(`${program.url}/suivi/${receipt.followUpCode}`)).text();
    expect(page).toMatch(/Fichiers joints à votre message\s: 1/);
    expect(page).not.toContain('photo.png');
  });
});

describe('at the end of the retention', () => {
  const yearsAhead = (years: number) => {
    const day = new Date();
    day.setUTCFullYear(day.getUTCFullYear() + years);
    day.setUTCDate(day.getUTCDate() + 2);
    return day;
  };

  it('files go with the identity, those of nobody on their own day', async () => {
    const named = await logFeedback(agent, root, { email: 'usager@exemple.example' });
    const nameless = await logFeedback(agent, root);
    const [first, second] = [await attached(named), await attached(nameless)];
    const left = async () => {
      const ids = [first.id, second.id];
      const query =
        'SELECT attachment_id AS id FROM attachment_content WHERE attachment_id = ANY ($1)';
      const rows = await stored<{ id: string }>(program, tenant, query, [ids]);
      return ids.filter((id) => rows.some((row) => row.id === id));
    };
    const retention = program.app.get(ReporterRetention);
    await retention.sweep(yearsAhead(1));
    expect(await left()).toEqual([first.id, second.id]);

    // The person wrote again: what is theirs stays as long as they do.
    await stored(
      program,
      tenant,
      `UPDATE reporter SET purge_on = purge_on + 400 WHERE feedback_id = $1`,
      [named.id],
    );
    await retention.sweep(yearsAhead(2));
    expect(await left()).toEqual([first.id]);
    await retention.sweep(yearsAhead(4));
    expect(await left()).toEqual([]);
    expect((await quality.call('GET', `/feedback/${named.id}`)).body.body).toBe(
      'La porte est lourde',
    );
  });
});

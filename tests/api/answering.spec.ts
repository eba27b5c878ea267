import type { ParsedMail } from 'mailparser';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { NewsService } from '../../backend/actions/news.service.js';
import type { OpenedOrganization } from '../../backend/organization/organization.service.js';
import { fileForm, logFeedback, openAction, stored } from '../support/deeds.js';
import * as files from '../support/files.js';
import { openProgram, type Call, type Program, type Signed } from '../support/program.js';

let program: Program;
let tenant: OpenedOrganization;
let quality: Signed;
let agent: Signed;
let root: string;

beforeAll(async () => {
  program = await openProgram();
  tenant = await program.organization('CCAS d’essai');
  root = tenant.rootUnitId;
  quality = await program.member(tenant, 'quality_manager');
  agent = await program.member(tenant, 'agent');
});
afterAll(() => program.close());

const settled = async (more: object = {}) => {
  const receipt = await logFeedback(agent, root, { ...more });
  const path = `/feedback/${receipt.id}`;
  const [theme] = (await quality.call('GET', '/themes')).body as { id: string }[];
  await quality.call('PUT', `${path}/qualification`, {
    ...{ themeId: theme?.id, severity: 1, frequency: 1, unitId: root },
  });
  await quality.call('PUT', `${path}/resolution`, { decision: 'Rien à changer' });
  await quality.call('POST', `${path}/answers`, { body: 'Merci de nous l’avoir dit.' });
  return { ...receipt, path };
};
const about =
  (words: RegExp) =>
  ({ subject = '' }: ParsedMail): boolean =>
    words.test(subject);

describe('the wordings that answers start from', () => {
  const template = { name: 'Merci', language: 'fr', body: 'Bonjour {nom}, merci.' };

  it('are kept, changed and removed by those who answer', async () => {
    const made = await quality.call('POST', '/answer-templates', template);
    expect(made.status).toBe(201);
    const path = `/answer-templates/${made.body.id}`;
    const changed = await quality.call('PUT', path, { ...template, body: 'Bonjour, merci.' });
    expect(changed.body.body).toBe('Bonjour, merci.');
    expect((await quality.call('GET', '/answer-templates')).body).toEqual([changed.body]);
    expect((await agent.call('GET', '/answer-templates')).status).toBe(403);
    const stranger = await program.member(await program.organization(), 'quality_manager');
    expect((await stranger.call('GET', '/answer-templates')).body).toEqual([]);
    expect((await stranger.call('DELETE', path)).status).toBe(404);
    expect((await quality.call('DELETE', path)).status).toBe(204);
    expect((await quality.call('GET', '/answer-templates')).body).toEqual([]);
  });

  it('have one name in a language', async () => {
    const made = await quality.call('POST', '/answer-templates', template);
    const second = await quality.call('POST', '/answer-templates', template);
    expect([second.status, second.body.code]).toEqual([409, 'answer_template.exists']);
    const english = await quality.call('POST', '/answer-templates', {
      ...template,
      language: 'en',
    });
    expect(english.status).toBe(201);
    const same = await quality.call('PUT', `/answer-templates/${made.body.id}`, template);
    expect(same.status).toBe(200);
  });
});

describe('an answer', () => {
  it('is shown beforehand as it would leave, and nothing leaves', async () => {
    const email = 'avant@exemple.example';
    const { id } = await logFeedback(agent, root, { email, name: 'Lou' });
    const { status, body } = await quality.call('POST', `/feedback/${id}/answers/preview`, {
      body: 'Merci <b>bien</b>.',
    });
    expect([status, body.language, body.letter.recipient]).toEqual([200, 'fr', email]);
    expect(body.letter.html).toContain('Merci &lt;b&gt;bien&lt;/b&gt;.');
    expect(body.letter.html).toContain('CCAS d’essai');
    expect(body.letter.subject).toMatch(/26-|\d\d-/);
    expect(
      await stored(program, tenant, 'SELECT FROM answer WHERE feedback_id = $1', [id]),
    ).toEqual([]);
  });

  it('has no letter where nobody can be written to', async () => {
    const { id } = await logFeedback(agent, root);
    const path = `/feedback/${id}/answers/preview`;
    expect((await quality.call('POST', path, { body: 'Merci.' })).body).toEqual({
      ...{ letter: null, language: 'fr' },
    });
    expect((await agent.call('POST', path, { body: 'Merci.' })).status).toBe(403);
  });

  it('does not leave with a blank to fill in', async () => {
    const { id } = await logFeedback(agent, root);
    const { status, body } = await quality.call('POST', `/feedback/${id}/answers`, {
      body: 'Bonjour {nom}, votre fiche {référence}.',
    });
    expect([status, body.code]).toEqual([400, 'answer.placeholder_left']);
    expect(body.message).toContain('{nom}, {référence}');
  });
});

describe('a file that goes with an answer', () => {
  const attach = async (by: Call, to: string) => {
    const form = fileForm('plan de l’accueil.png', Uint8Array.from(await files.png()));
    const { status, body } = await by('POST', `${to}/attachments`, form);
    expect(status).toBe(201);
    return body.id as string;
  };

  it('leaves with the letter, and is read with the code', async () => {
    const email = 'plan@exemple.example';
    const { id, followUpCode } = await logFeedback(agent, root, { email });
    const file = await attach(quality.call, `/feedback/${id}`);
    const { status, body } = await quality.call('POST', `/feedback/${id}/answers`, {
      ...{ body: 'Voici le plan.', attachmentIds: [file] },
    });
    expect([status, body.attachments[0].answerId]).toEqual([201, body.answers[0].id]);
    const letter = await program.postbox.letterTo(email, about(/Notre réponse/));
    expect(letter.attachments.map(({ filename, contentType }) => [filename, contentType])).toEqual([
      ['plan de l’accueil.png', 'image/png'],
    ]);
    const followed = await program.anybody('GET', `/public/follow-ups/${followUpCode}`);
    expect(followed.body.answers[0].attachments).toHaveLength(1);
  });

  it('is never one that whoever spoke sent, nor that of another record', async () => {
    const { id, followUpCode } = await logFeedback(agent, root);
    const other = await logFeedback(agent, root);
    for (const file of [
      await attach(program.anybody, `/public/follow-ups/${followUpCode}`),
      await attach(quality.call, `/feedback/${other.id}`),
    ]) {
      const { status, body } = await quality.call('POST', `/feedback/${id}/answers`, {
        ...{ body: 'Merci.', attachmentIds: [file] },
      });
      expect([status, body.code]).toEqual([404, 'attachment.unknown']);
    }
    expect((await quality.call('GET', `/feedback/${id}`)).body.answers).toEqual([]);
  });
});

describe('the one question after the close', () => {
  it('is asked by letter, answered with the code, and shown to those who answer', async () => {
    const email = 'utile@exemple.example';
    const { path, followUpCode } = await settled({ email });
    const early = await program.anybody('PUT', `/public/follow-ups/${followUpCode}/usefulness`, {
      useful: true,
    });
    expect([early.status, early.body.code]).toEqual([409, 'usefulness.too_early']);
    expect((await quality.call('PUT', `${path}/closure`)).status).toBe(200);
    const letter = await program.postbox.letterTo(email, about(/jusqu’au bout/));
    const [, own = ''] = /suivi\/([0-9A-Z]{5}-[0-9A-Z]{5})/.exec(letter.text ?? '') ?? [];
    expect(own).not.toBe(followUpCode);
    const rate = (useful: boolean, comment?: string) =>
      program.anybody('PUT', `/public/follow-ups/${own}/usefulness`, { useful, comment });
    expect((await rate(true)).status).toBe(204);
    expect((await rate(false, ' La porte est toujours lourde. ')).status).toBe(204);
    const given = { useful: false, comment: 'La porte est toujours lourde.' };
    const followed = await program.anybody('GET', `/public/follow-ups/${followUpCode}`);
    expect(followed.body.usefulness).toMatchObject(given);
    const read = await quality.call('GET', path);
    expect(read.body.usefulness).toMatchObject(given);
    expect(read.body.moves).toContain('reopen');
  });
});

describe('news of what is done', () => {
  const nextMorning = () => {
    const day = new Date();
    do day.setUTCDate(day.getUTCDate() + 1);
    while (
      [0, 6].includes(day.getUTCDay()) ||
      ['12-25', '01-01'].includes(day.toISOString().slice(5, 10))
    );
    return new Date(`${day.toISOString().slice(0, 10)}T09:00:00Z`);
  };
  const sweep = (now: Date) => program.app.get(NewsService).sweep(now);

  it('leave once a day at most, never the day the word came, and can be stopped', async () => {
    const email = 'nouvelles@exemple.example';
    const { id, followUpCode } = await logFeedback(agent, root, { email });
    const action = await openAction(quality, root, agent.id, { feedbackId: id });
    expect(await sweep(new Date())).toBe(0);
    const morning = nextMorning();
    expect(await Promise.all([sweep(morning), sweep(morning)])).toEqual(
      expect.arrayContaining([0, 1]),
    );
    const letter = await program.postbox.letterTo(email, about(/Du nouveau/));
    expect(letter.text).toMatch(/Une action est prévue\s: éviter que cela se reproduise\./);
    expect(letter.text).not.toContain(action.title);
    expect(await sweep(morning)).toBe(0);

    await program.within(tenant, (tx) =>
      tx.query(`UPDATE action SET state = 'in_progress', moved_at = $2 WHERE id = $1`, [
        ...[action.id, new Date(morning.getTime() + 60_000)],
      ]),
    );
    expect(await sweep(new Date(morning.getTime() + 120_000))).toBe(0);
    const stop = await program.anybody('PUT', `/public/follow-ups/${followUpCode}/news`, {
      wanted: false,
    });
    expect(stop.status).toBe(204);
    const later = new Date(morning.getTime() + 14 * 24 * 3_600_000);
    expect(await sweep(later)).toBe(0);
    const followed = await program.anybody('GET', `/public/follow-ups/${followUpCode}`);
    expect(followed.body.news).toBe(false);
    await program.anybody('PUT', `/public/follow-ups/${followUpCode}/news`, { wanted: true });
    expect(await sweep(later)).toBe(1);
    const begun = (mail: ParsedMail) => /Une action a commencé/.test(mail.text ?? '');
    const { headers } = await program.postbox.letterTo(email, begun);
    const { unsubscribe } = headers.get('list') as unknown as { unsubscribe: { url: string } };
    const page = await fetch(unsubscribe.url);
    expect(page.url).toMatch(/\/suivi\/[\w-]+\?lang=fr$/);
    expect(await page.text()).toContain('Ne plus me prévenir');
    const click = await fetch(unsubscribe.url, {
      ...{ method: 'POST', body: new URLSearchParams({ 'List-Unsubscribe': 'One-Click' }) },
      redirect: 'error',
    });
    expect(click.status).toBe(200);
    const stopped = await program.anybody('GET', `/public/follow-ups/${followUpCode}`);
    expect(stopped.body.news).toBe(false);
  });
});

describe('who saw it', () => {
  it('is kept with the first and the last time, and told to those who lead', async () => {
    const { id } = await logFeedback(agent, root);
    await agent.call('GET', `/feedback/${id}`);
    await agent.call('GET', `/feedback/${id}`);
    const { body } = await quality.call('GET', `/feedback/${id}`);
    expect(body.views.map(({ who }: { who: string }) => who).sort()).toEqual(
      [agent.name, quality.name].sort(),
    );
    const mine = body.views.find(({ who }: { who: string }) => who === agent.name);
    expect(mine.lastAt > mine.firstAt).toBe(true);
    expect((await agent.call('GET', `/feedback/${id}`)).body.views).toEqual([]);
  });
});

import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { ActionDto } from '../../backend/actions/actions.dto.js';
import { SignedLinks } from '../../backend/access/signed-links.js';
import { answerGestures, type AnswerGesture } from '../../backend/domain/answer-gestures.js';
import type { OpenedOrganization } from '../../backend/organization/organization.service.js';
import { DigestService } from '../../backend/reminders/digest.service.js';
import { openAction, stored } from '../support/deeds.js';
import { openProgram, type Program, type Signed } from '../support/program.js';

let program: Program;
let tenant: OpenedOrganization;
let quality: Signed;
let lead: Signed;
let owner: Signed;
let action: ActionDto;
let link: string;

beforeAll(async () => {
  program = await openProgram();
  tenant = await program.organization('CCAS de Valmont');
  quality = await program.member(tenant, 'quality_manager');
  lead = await program.member(tenant, 'manager');
  owner = await program.member(tenant, 'agent');
});
afterAll(() => program.close());
beforeEach(async () => {
  action = await plan();
  link = await linkTo();
});

const plan = (more = {}) => openAction(quality, tenant.rootUnitId, owner.id, more);

async function linkTo(person = owner, at = new Date(), subjectId = action.id): Promise<string> {
  const links = program.app.get(SignedLinks);
  return `/r/${await links.toAnswer(tenant, { personId: person.id, subjectId }, at)}`;
}

interface Page {
  status: number;
  html: string;
  headers: Headers;
}

/** What a browser without a script does. */
async function open(path: string, form?: Record<string, string>, method?: string): Promise<Page> {
  const answer = await fetch(program.url + path, {
    method: method ?? (form ? 'POST' : 'GET'),
    redirect: 'manual',
    ...(form && { body: new URLSearchParams(form) }),
  });
  return { status: answer.status, html: await answer.text(), headers: answer.headers };
}

/** Says it, and follows where it leads. */
async function say(geste: AnswerGesture, typed: Record<string, string>, to = link): Promise<Page> {
  const said = await open(to, { geste, ...typed });
  const location = said.headers.get('location');
  return location ? open(location) : said;
}

const row = async () => {
  const query = `SELECT a.state, a.progress, a.due_on, a.disowned_on IS NOT NULL AS disowned,
      (SELECT to_day FROM deferral d WHERE d.action_id = a.id AND d.state = 'asked') AS asked
      FROM action a WHERE id = $1`;
  const [found] = await stored(program, tenant, query, [action.id]);
  return found;
};
const journal = () =>
  stored<{ verb: string; details: Record<string, unknown>; person_id: string }>(
    program,
    tenant,
    'SELECT verb, details, person_id FROM journal WHERE subject_id = $1 ORDER BY id',
    [action.id],
  );
const deeds = async () => (await journal()).map(({ verb }) => verb).slice(1);

const typed: Record<AnswerGesture, Record<string, string>> = {
  done: { note: 'Porte changée' },
  underway: { progress: '60', note: 'Devis reçu' },
  more_time: { dueOn: '2030-02-15', reason: 'Pièce en rupture' },
  not_mine: { note: 'C’est aux services techniques' },
};
const usual = { state: 'planned', progress: 0, due_on: '2030-01-15', disowned: false, asked: null };

describe('a gesture from a letter, without signing in', () => {
  it.each<[AnswerGesture, string, object, string]>([
    ['done', 'action.finish', { state: 'done', progress: 100 }, 'notée comme faite'],
    ['underway', 'action.report', { state: 'in_progress', progress: 60 }, 'en cours, à 60'],
    ['more_time', 'action.ask_deferral', { asked: '2030-02-15' }, 'Vous avez demandé un report'],
    ['not_mine', 'action.disown', { disowned: true }, 'n’est pas pour vous'],
  ])('%s does it once, as its owner and by the letter', async (gesture, verb, state, told) => {
    const page = await say(gesture, typed[gesture]);
    expect(page.status).toBe(200);
    expect(page.html).toContain(told);
    expect(await row()).toEqual({ ...usual, ...state });
    await Promise.all([say(gesture, typed[gesture]), say(gesture, typed[gesture])]);
    expect(await row()).toEqual({ ...usual, ...state });
    const [, line, ...more] = await journal();
    expect(more).toEqual([]);
    expect(line).toMatchObject({ verb, person_id: owner.id, details: { via: 'mail' } });
  });

  it.each(answerGestures)(
    '%s shows its form, and changes nothing by being looked at',
    async (geste) => {
      for (const method of ['GET', 'HEAD', 'GET']) {
        const { status, headers } = await open(`${link}?geste=${geste}`, undefined, method);
        expect(status).toBe(200);
        expect(headers.get('set-cookie')).toBeNull();
        expect(headers.get('referrer-policy')).toBe('no-referrer');
        expect(headers.get('cache-control')).toBe('no-store');
      }
      const { html } = await open(`${link}?geste=${geste}&fait=1`);
      expect(html).toContain('<meta name="robots" content="noindex">');
      expect(html).toContain(`name="geste" value="${geste}"`);
      expect(html).toContain('CCAS de Valmont');
      expect(html).not.toContain('C’est noté');
      expect(html).not.toMatch(/undefined|aria-invalid/);
      expect(html).toMatch(/<p class="error" id="(note|reason)-error" aria-live="polite"><\/p>/);
      for (const other of answerGestures.filter((one) => one !== geste)) {
        expect(html).toContain(`?geste=${other}"`);
      }
      expect(await row()).toEqual(usual);
      expect(await deeds()).toEqual([]);
    },
  );

  it.each<[string, AnswerGesture, Record<string, string>, string]>([
    ['no number', 'underway', { progress: 'beaucoup' }, 'progress-error'],
    ['more than all', 'underway', { progress: '101' }, 'progress-error'],
    ['nothing', 'underway', { progress: '' }, 'progress-error'],
    ['too long a note', 'done', { note: 'x'.repeat(2001) }, 'note-error'],
    ['no word', 'not_mine', { note: ' ' }, 'note-error'],
    ['the same day', 'more_time', { ...typed.more_time, dueOn: '2030-01-15' }, 'dueOn-error'],
    ['an earlier day', 'more_time', { ...typed.more_time, dueOn: '2029-01-15' }, 'dueOn-error'],
    ['no day', 'more_time', { ...typed.more_time, dueOn: 'demain' }, 'dueOn-error'],
    ['no reason', 'more_time', { dueOn: '2030-02-15', reason: '' }, 'reason-error'],
  ])('%s is told beside its field, and what was typed stays', async (_, gesture, form, field) => {
    const { status, html } = await say(gesture, form);
    expect(status).toBe(400);
    expect(html).toMatch(new RegExp(`id="${field}" aria-live="polite">[^<]`));
    expect(html).toContain('aria-invalid="true"');
    for (const value of Object.values(form)) expect(html).toContain(value.trim());
    expect(await row()).toEqual(usual);
    expect(await deeds()).toEqual([]);
  });

  it('of a day past says so, where the action is late', async () => {
    action = await plan({ dueOn: '2020-01-15' });
    const day = { dueOn: '2020-02-15', reason: 'Pièce en rupture' };
    const { status, html } = await say('more_time', day, await linkTo());
    expect(status).toBe(400);
    expect(html).toContain('Ce jour est passé');
  });

  it('moves the due date at once for whoever may move it', async () => {
    action = await openAction(quality, tenant.rootUnitId, lead.id, {});
    const own = await linkTo(lead);
    expect((await open(`${own}?geste=more_time`)).html).toContain('elle change aussitôt');
    const page = await say('more_time', typed.more_time, own);
    expect(page.html).toContain('L’échéance est maintenant le vendredi 15 février 2030');
    expect(await row()).toEqual({ ...usual, due_on: '2030-02-15' });
    expect((await open(own, { geste: 'more_time', ...typed.more_time })).status).toBe(400);
    expect(await deeds()).toEqual(['action.reschedule']);
  });

  it('is taken back where it can be', async () => {
    await say('more_time', typed.more_time);
    await open(link, { geste: 'more_time', undo: '1' });
    await say('not_mine', typed.not_mine);
    const { headers } = await open(link, { geste: 'not_mine', undo: '1' });
    expect(headers.get('location')).toContain('geste=not_mine');
    expect(await row()).toEqual(usual);
    const last = (await deeds()).slice(1);
    expect(last).toEqual(['action.withdraw_deferral', 'action.disown', 'action.own_again']);
  });

  it('says progress again when it differs, and takes a disowned action back by it', async () => {
    await say('not_mine', typed.not_mine);
    await say('underway', typed.underway);
    await say('underway', { progress: '80' });
    expect(await row()).toMatchObject({ progress: 80, disowned: false });
    expect(await deeds()).toEqual(['action.disown', 'action.report', 'action.report']);
  });
});

describe('a link that says no more', () => {
  it.each<[string, () => Promise<unknown>, number, string]>([
    ['of somebody who is gone', () => setActive(false), 410, 'n’est plus actif'],
    ['of another owner’s action', () => handOver(lead), 410, 'n’est plus à votre nom'],
    [
      'altered',
      () =>
        (link = link.replace(/\.(.)(?=[^.]*$)/, (_dot, sign) =>
          sign === 'A' ? '.B' : '.A',
        )) as never,
      404,
      'pas complet',
    ],
    ['cut short', () => (link = link.slice(0, -20)) as never, 404, 'pas complet'],
    [
      'over thirty days old',
      async () => (link = await linkTo(owner, new Date(Date.now() - 31 * 864e5))),
      410,
      'plus valable',
    ],
    [
      'of an action that is gone',
      async () => (link = await linkTo(owner, new Date(), owner.id)),
      410,
      'plus à votre nom',
    ],
  ])('%s: a sentence, and nothing done', async (_, happens, expected, told) => {
    await happens();
    const look = await open(`${link}?geste=done`);
    const deed = await open(link, { geste: 'done' });
    await setActive(true);
    expect([look.status, deed.status]).toEqual([expected, expected]);
    expect(look.html).toContain(told);
    expect(deed.html).toMatch(/<a href="\/(actions\/[\w-]+)?">Ouvrir .*Boucle<\/a>/);
    expect(await row()).toMatchObject({ state: 'planned' });
  });

  it.each<[string, () => Promise<unknown>, string]>([
    [
      'done',
      () => owner.call('POST', `/actions/${action.id}/progress`, { progress: 100, done: true }),
      'est faite depuis',
    ],
    [
      'cancelled',
      () => quality.call('PUT', `/actions/${action.id}/cancellation`, { reason: 'Sans objet' }),
      'est annulée',
    ],
  ])('of an action that is %s says so, and takes nothing', async (_, happens, told) => {
    await happens();
    const { status, html } = await open(`${link}?geste=more_time`);
    expect(status).toBe(200);
    expect(html).toContain(told);
    expect(html).not.toContain('<form');
    for (const gesture of ['underway', 'more_time', 'not_mine'] as const) {
      expect((await say(gesture, typed[gesture])).status).toBe(409);
    }
    expect(await deeds()).toHaveLength(1);
  });

  it('of another organisation opens nothing there', async () => {
    const other = await program.organization();
    const links = program.app.get(SignedLinks);
    const who = { personId: owner.id, subjectId: action.id };
    const { status } = await open(`/r/${await links.toAnswer(other, who)}?geste=done`);
    expect(status).toBe(410);
  });

  const setActive = (active: boolean) =>
    stored(program, tenant, 'UPDATE person SET active = $1 WHERE id = $2', [active, owner.id]);
  const handOver = (to: Signed) =>
    stored(program, tenant, 'UPDATE action SET owner_id = $1 WHERE id = $2', [to.id, action.id]);
});

describe('an action that its owner disowned', () => {
  beforeEach(() => say('not_mine', typed.not_mine));

  const record = async (by: Signed) =>
    (await by.call('GET', `/actions/${action.id}`)).body as ActionDto;

  it('shows it on the record, to be decided by whoever leads there', async () => {
    expect((await record(lead)).disowning).toMatchObject({
      ...typed.not_mine,
      mayDecide: true,
      mine: false,
    });
    const disowned = async (by: Signed) => {
      const { items } = (await by.call('GET', '/home')).body.disowned ?? { items: [] };
      return (items as { id: string }[]).map(({ id }) => id).includes(action.id);
    };
    expect([await disowned(lead), await disowned(owner)]).toEqual([true, false]);
    expect((await record(owner)).disowning).toMatchObject({ mayDecide: false, mine: true });
  });

  it('stays its owner’s where the lead says so, who tells them why', async () => {
    const reason = 'Vous avez les clés.';
    const path = `/actions/${action.id}/disowning/refusal`;
    expect((await lead.call('PUT', path, { reason })).body).toMatchObject({ disowning: null });
    expect((await lead.call('PUT', path, { reason })).body).toMatchObject({
      code: 'disowning.over',
    });
    const { body } = await owner.call('GET', '/home');
    expect(body.calls.items).toContainEqual(
      expect.objectContaining({ action: expect.objectContaining({ id: action.id }) }),
    );
  });

  it('is over with another owner', async () => {
    const query = 'UPDATE action SET owner_id = $1 WHERE id = $2';
    await stored(program, tenant, query, [lead.id, action.id]);
    expect(await row()).toMatchObject({ disowned: false });
  });

  it('is not reminded to its owner, and waits in the digest of whoever decides', async () => {
    await program.app.get(DigestService).sweep(new Date('2030-01-15T09:00:00Z'));
    const told = await stored<{ person_id: string; duty: string }>(
      program,
      tenant,
      'SELECT person_id, duty FROM reminder WHERE subject_id = $1',
      [action.id],
    );
    expect(told).toEqual([{ person_id: lead.id, duty: 'decision' }]);
    const letter = await program.postbox.letterTo(lead.email);
    expect(letter.text).toContain('que ce n’est pas son action');
  });
});

// Last, as it uses up what one visitor may look at and say.
describe('too many at once', () => {
  const untilHeldBack = async (visit: () => Promise<Page>): Promise<Page> => {
    let page = await visit();
    for (let number = 1; number < 61 && page.status !== 429; number += 1) page = await visit();
    return page;
  };

  it('are held back, by a page, whichever links are tried', async () => {
    const guess = () => open(`/r/${randomUUID()}`);
    const { status, html } = await untilHeldBack(guess);
    expect(status).toBe(429);
    expect(html).toContain('Patientez une minute');
    expect((await open(link)).status).toBe(429);
  });

  it('and what was typed is not lost with them', async () => {
    const { status } = await untilHeldBack(() => open(link, { geste: 'not_mine' }));
    expect(status).toBe(429);
    const { html } = await open(link, { geste: 'not_mine', note: 'Gardez-moi' });
    expect(html).toContain('Gardez-moi');
    expect(await row()).toEqual(usual);
  });
});

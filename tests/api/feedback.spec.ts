import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { OpenedOrganization } from '../../backend/organization/organization.service.js';
import { addUnit, firstTheme, logFeedback, stored } from '../support/deeds.js';
import { openProgram, type Program, type Signed } from '../support/program.js';

let program: Program;
let tenant: OpenedOrganization;
let quality: Signed;
let agent: Signed;
let root: string;
let publicKey: string;

beforeAll(async () => {
  program = await openProgram();
  tenant = await program.organization();
  root = tenant.rootUnitId;
  quality = await program.member(tenant, 'quality_manager');
  agent = await program.member(tenant, 'agent');
  publicKey = (await quality.call('GET', '/units')).body[0].publicKey;
});
afterAll(() => program.close());

const word = (more = {}) => ({
  kind: 'anomaly',
  body: 'Bonjour',
  unitId: root,
  channel: 'phone',
  ...more,
});
const qualify = (id: string, themeId: string, severity = 2) =>
  quality.call('PUT', `/feedback/${id}/qualification`, {
    themeId,
    severity,
    frequency: 2,
    unitId: root,
  });

describe('the list of feedback', () => {
  let homeId: string;
  let deskId: string;
  let theme: { id: string };
  const ids: Record<string, string> = {};
  const found = async (query: string, by = quality) => {
    const { body } = await by.call('GET', `/feedback?unitId=${homeId}&${query}`);
    const nameOf = Object.fromEntries(Object.entries(ids).map(([name, id]) => [id, name]));
    return (body.items as { id: string }[]).map(({ id }) => nameOf[id]).join(' ');
  };

  beforeAll(async () => {
    const administrator = await program.member(tenant, 'administrator');
    homeId = (await addUnit(administrator, root, 'Aide à domicile')).id;
    deskId = (await addUnit(administrator, homeId, 'Secteur nord')).id;
    theme = await firstTheme(quality);
    const told: Record<string, Record<string, unknown>> = {
      a: { body: 'L’Élévateur est à 100 % en panne', kind: 'complaint' },
      b: { body: 'élevage d’abeilles : 100 pots', kind: 'suggestion', channel: 'mail' },
      c: { body: 'formulaire_A illisible', unitId: deskId },
      d: { body: 'Un ŒUF dans le potage\\soupe', kind: 'compliment' },
    };
    for (const [name, more] of Object.entries(told)) {
      ids[name] = (await logFeedback(agent, homeId, more)).id;
    }
    const choice = (unitId: string, severity: number) => ({
      themeId: theme.id,
      severity,
      frequency: 2,
      unitId,
    });
    await quality.call('PUT', `/feedback/${ids['a']}/qualification`, choice(homeId, 2));
    await quality.call('PUT', `/feedback/${ids['c']}/qualification`, choice(deskId, 4));
    // Received on days of their own.
    await program.within(tenant, async (tx) => {
      for (const [name, days] of [
        ['a', 3],
        ['b', 2],
        ['c', 1],
        ['d', 40],
      ] as const) {
        const move = `UPDATE feedback SET received_on = current_date - $2::int WHERE id = $1`;
        await tx.query(move, [ids[name], days]);
      }
    });
  });

  it.each([
    ['', 'c b a d'],
    ['sort=receivedOn', 'd a b c'],
    ['sort=-severity', 'c a b d'],
    ['state=qualified', 'c a'],
    ['state=received', 'b d'],
    ['kind=complaint', 'a'],
    ['channel=mail', 'b'],
    ['days=30', 'c b a'],
    ['q=ELEVATEUR', 'a'],
    ['q=élev', 'b a'],
    ['q=100 pots', 'b'],
    ['q=panne élévateur', 'a'],
    ['q=elevateur&state=received', ''],
    ['q=panne abeilles', ''],
    [`q=' OR 1=1 --`, ''],
  ])('%s', async (query, names) => expect(await found(query)).toBe(names));

  it('finds a reference, a theme and the units below', async () => {
    const read = await quality.call('GET', `/feedback/${ids['b']}`);
    expect(await found(`q=${read.body.reference.toLowerCase()}`)).toBe('b');
    expect(await found(`themeId=${theme.id}`)).toBe('c a');
    expect((await quality.call('GET', `/feedback?unitId=${deskId}`)).body.total).toBe(1);
  });

  it('comes in pages that say their total, each row once', async () => {
    const pages = [];
    for (const page of [1, 2, 3]) {
      const { body } = await quality.call(
        'GET',
        `/feedback?unitId=${homeId}&pageSize=2&page=${page}`,
      );
      expect(body).toMatchObject({ total: 4, page, pageSize: 2 });
      pages.push(...body.items.map(({ id }: { id: string }) => id));
    }
    expect(pages.sort()).toEqual(Object.values(ids).sort());
  });

  it.each([
    'page=0',
    'page=x',
    'pageSize=101',
    'sort=body',
    'state=lost',
    'unitId=1',
    'days=0',
    'secret=1',
    `q=${'x'.repeat(201)}`,
  ])('refuses what it does not know: %s', async (query) => {
    const { status, body } = await quality.call('GET', `/feedback?${query}`);
    expect([status, body.code]).toEqual([400, 'input.invalid']);
    expect(Object.keys(body.details.fields)).toEqual([query.split('=')[0]]);
  });
});

describe('what is told', () => {
  it.each([
    ['emoji and joiners', '👩‍🦽🇫🇷 é'],
    ['from right to left', 'شكرا \u202Eجزيلا\u202C'],
    ['line breaks and markup', '<b>a</b>\r\n\t&amp; "b" \'c\' ; {{d}} ${e}'],
    ['20,000 characters', 'é'.repeat(20_000)],
  ])('is kept to the character: %s', async (_, body) => {
    const { id } = await logFeedback(agent, root, { body });
    expect((await agent.call('GET', `/feedback/${id}`)).body.body).toBe(body);
  });

  it.each([
    ['100,000 characters', 400, 'input.invalid', { body: 'x'.repeat(100_000) }],
    ['more than a megabyte', 413, 'input.too_large', { body: 'x'.repeat(1_100_000) }],
    ['a NUL', 400, 'input.invalid_character', { body: 'a\u0000b' }],
    ['half of a pair', 400, 'input.invalid_character', { body: 'a\ud800b' }],
    ['half of a pair in a name', 400, 'input.invalid_character', { name: '\udc00' }],
    ['nothing', 400, 'input.invalid', { body: '' }],
    ['blanks', 400, 'input.invalid', { body: ' \n\t ' }],
    ['no text', 400, 'input.invalid', { body: 12 }],
    ['a field that does not exist', 400, 'input.invalid', { state: 'closed' }],
    ['a state of its own', 400, 'input.invalid', { organizationId: 'x' }],
    ['another kind', 400, 'input.invalid', { kind: 'rumour' }],
    ['a machine’s channel', 400, 'input.invalid', { channel: 'survey' }],
    ['no address', 400, 'input.invalid', { email: 'nobody' }],
  ])('is refused clearly: %s', async (_, status, code, more) => {
    const answer = await agent.call('POST', '/feedback', word(more), { 'accept-language': 'en' });
    expect([answer.status, answer.body.code]).toEqual([status, code]);
    const [field = ''] = Object.keys(more);
    if (code === 'input.invalid') expect(answer.body.details.fields).toHaveProperty(field);
    expect(answer.body.message).toMatch(/^[A-Z].*\.$/);
  });

  it('says nothing where it is null', async () => {
    const { id } = await logFeedback(agent, root, { reporter: null, name: null, email: null });
    const { body } = await agent.call('GET', `/feedback/${id}`);
    expect(body).toMatchObject({ reporter: 'user', identity: null });
  });

  it('must be JSON', async () => {
    const headers = { 'content-type': 'application/json' };
    const address = `${program.url}/api/public/units/${publicKey}/feedback`;
    const answer = await fetch(address, { method: 'POST', headers, body: '{"kind":' });
    expect([answer.status, await answer.json()]).toEqual([
      400,
      expect.objectContaining({ code: 'input.unreadable' }),
    ]);
  });

  it('in public is taken from people, not from machines that fill every field', async () => {
    const tell = (more: object) =>
      program.anybody('POST', `/public/units/${publicKey}/feedback`, {
        ...{ kind: 'suggestion', body: 'Un banc', ...more },
      });
    expect((await tell({ website: '' })).status).toBe(201);
    expect((await tell({ website: 'https://spam.example' })).status).toBe(400);
    expect((await tell({ unitId: root })).status).toBe(400);
    expect((await tell({ reporter: 'official' })).status).toBe(400);
  });

  it('in public fills nobody’s mailbox, whoever says that it is theirs', async () => {
    const email = 'visee@exemple.example';
    const receipts = [];
    for (let nth = 0; nth < 7; nth += 1) {
      const word = { kind: 'suggestion', body: `Un banc ${nth}`, email };
      receipts.push(await program.anybody('POST', `/public/units/${publicKey}/feedback`, word));
    }
    for (const { status, body } of receipts) {
      expect({ status, body }).toMatchObject({
        status: 201,
        body: { followUpCode: expect.any(String) },
      });
    }
    const letters = 'SELECT id FROM letter WHERE recipient = $1';
    expect(await stored(program, tenant, letters, [email])).toHaveLength(5);
    // Whoever is at the desk is seen: an agent writes to them all the same.
    await logFeedback(agent, root, { name: 'Lou', email });
    expect(await stored(program, tenant, letters, [email])).toHaveLength(6);
  });

  it('is followed with its code only', async () => {
    const { followUpCode } = await logFeedback(agent, root, {
      name: 'Lou',
      email: 'lou@exemple.example',
    });
    const typed = followUpCode
      .toLowerCase()
      .replace('-', ' ')
      .replaceAll('0', 'o')
      .replaceAll('1', 'l');
    const read = await program.anybody('GET', `/public/follow-ups/${typed}`);
    expect(read).toMatchObject({ status: 200, body: { state: 'received' } });
    expect(JSON.stringify(read.body)).not.toMatch(/Lou|lou@|Personne/);
    expect(await program.anybody('GET', '/public/follow-ups/00000-00000')).toMatchObject({
      ...{ status: 404, body: { code: 'door.unknown.follow_up' } },
    });
    expect((await program.anybody('GET', '/public/units/nowhere')).body.code).toBe(
      'door.unknown.unit',
    );
  });
});

describe('a word that is sent again, because its answer was lost', () => {
  const tell = (more: object, key = publicKey) =>
    program.anybody('POST', `/public/units/${key}/feedback`, {
      ...{ kind: 'suggestion', body: 'Un banc', ...more },
    });
  const count = async () =>
    (await quality.call('GET', '/feedback?pageSize=1')).body.total as number;

  it('comes in once, with the same receipt', async () => {
    const before = await count();
    const followUpCode = 'ABCDE-12345';
    const [first, ...others] = await Promise.all([1, 2, 3].map(() => tell({ followUpCode })));
    for (const other of others) expect(other).toMatchObject({ status: 201, body: first?.body });
    expect(await count()).toBe(before + 1);
    const logged = await agent.call('POST', '/feedback', word({ followUpCode: '00000-AAAAA' }));
    const again = await agent.call('POST', '/feedback', word({ followUpCode: '00000-AAAAA' }));
    expect(again.body).toEqual(logged.body);
    expect(await count()).toBe(before + 2);
    const followed = await program.anybody('GET', `/public/follow-ups/${followUpCode}`);
    expect(followed.body.body).toBe('Un banc');
  });

  it('is another word when it says something else', async () => {
    const followUpCode = 'ABCDE-54321';
    await tell({ followUpCode });
    const other = await tell({ followUpCode, body: 'Un banc et une table' });
    expect([other.status, other.body.code]).toEqual([409, 'feedback.code_taken']);
  });

  it('tells nothing of another organisation', async () => {
    const followUpCode = 'ABCDE-99999';
    await tell({ followUpCode });
    const elsewhere = await program.organization();
    const stranger = await program.member(elsewhere, 'agent');
    const [unit] = (await stranger.call('GET', '/units')).body as { publicKey: string }[];
    const answer = await tell({ followUpCode }, unit?.publicKey);
    expect([answer.status, answer.body.code]).toEqual([409, 'feedback.code_taken']);
    expect(answer.body).not.toHaveProperty('reference');
  });

  it.each(['ABCDE', 'abcde-12345', 'ABCDE-1234I', 'ABCDE-12345-6'])(
    '%s is no code',
    async (code) => {
      expect((await tell({ followUpCode: code })).body.details.fields).toHaveProperty(
        'followUpCode',
      );
    },
  );
});

describe('the clocks', () => {
  const clocksOf = async (more: object) => {
    const { id } = await logFeedback(agent, root, { ...more });
    const { body } = await quality.call('GET', `/feedback/${id}`);
    return { id, clocks: body.clocks as { clock: string; metOn: string | null; basis: string }[] };
  };

  it.each([
    ['a complaint at the desk', { kind: 'complaint' }, ['answer runs']],
    ['a thanks', { kind: 'compliment' }, []],
    ['a letter', { channel: 'mail' }, ['acknowledgement runs', 'answer runs']],
    [
      'an e-mail',
      { channel: 'email', email: 'a@exemple.example' },
      ['acknowledgement met', 'answer runs'],
    ],
  ])('%s', async (_, more, expected) => {
    const { clocks } = await clocksOf(more);
    expect(clocks.map(({ clock, metOn }) => `${clock} ${metOn ? 'met' : 'runs'}`)).toEqual(
      expected,
    );
    for (const { basis } of clocks) expect(basis).not.toBe('');
  });

  it('stop with the answer, which acknowledges as well', async () => {
    const { id } = await clocksOf({ channel: 'mail' });
    const { body } = await quality.call('POST', `/feedback/${id}/answers`, { body: 'Merci.' });
    expect(body.clocks).toMatchObject([
      { clock: 'acknowledgement', late: false, daysLeft: null },
      { clock: 'answer', late: false, daysLeft: null },
    ]);
  });

  it('are late once their day is over, in working days', async () => {
    const { id } = await clocksOf({ kind: 'complaint' });
    await program.within(tenant, (tx) =>
      tx.query(`UPDATE feedback SET answer_by = current_date - 14 WHERE id = $1`, [id]),
    );
    const { body } = await quality.call('GET', `/feedback/${id}`);
    expect(body.clocks).toMatchObject([{ late: true }]);
    expect(body.clocks[0].daysLeft).toBeLessThanOrEqual(-7);
    expect(body.clocks[0].daysLeft).toBeGreaterThanOrEqual(-11);
  });
});

describe('a qualification', () => {
  it('can be changed while the work goes on, and outlives a dismissal', async () => {
    const theme = await firstTheme(quality);
    const { id } = await logFeedback(agent, root);
    await qualify(id, theme.id, 2);
    await quality.call('PUT', `/feedback/${id}/dismissal`, { reason: 'Hors sujet' });
    const restored = await quality.call('DELETE', `/feedback/${id}/dismissal`);
    expect(restored.body.state).toBe('qualified');
    const plan = { kind: 'corrective', title: 'Réparer', unitId: root, ownerId: agent.id };
    const origins = [{ kind: 'feedback', feedbackId: id }];
    await quality.call('POST', '/actions', { ...plan, dueOn: '2030-01-01', origins });
    const { body } = await qualify(id, theme.id, 4);
    expect(body).toMatchObject({ state: 'in_progress', severity: 4 });
  });
});

describe('who spoke', () => {
  it('is shown to those who answer, and to nobody else', async () => {
    const identity = { name: 'Lou Bernard', email: 'lou@exemple.example', phone: '01 02 03 04 05' };
    const { id } = await logFeedback(agent, root, identity);
    const administrator = await program.member(tenant, 'administrator');
    const read = async (by: Signed) =>
      (await by.call('GET', `/feedback/${id}`)).body as Record<string, unknown>;
    const known = { ...identity, language: 'fr', unreached: null };
    expect((await read(quality)).identity).toEqual(known);
    expect((await read(agent)).identity).toEqual(known);
    const seen = await read(administrator);
    expect(seen).toMatchObject({ identity: null, reachable: true });
    expect(JSON.stringify(seen)).not.toMatch(/Lou Bernard|lou@|01 02/);
    const elected = await program.member(tenant, 'elected');
    expect((await elected.call('GET', `/feedback/${id}`)).status).toBe(403);
  });
});

describe('a dismissal', () => {
  it('has a reason that the reporter can read, and can be taken back', async () => {
    const { id, followUpCode } = await logFeedback(agent, root);
    const reason = 'Cela relève du département';
    const dismissed = await quality.call('PUT', `/feedback/${id}/dismissal`, { reason });
    expect(dismissed.body).toMatchObject({ state: 'dismissed', moves: ['restore'] });
    const followed = await program.anybody('GET', `/public/follow-ups/${followUpCode}`);
    expect(followed.body).toMatchObject({ state: 'dismissed', dismissalReason: reason });
    const theme = await firstTheme(quality);
    expect(await qualify(id, theme.id)).toMatchObject({
      ...{ status: 409, body: { code: 'move.forbidden', details: { allowed: ['restore'] } } },
    });
    const restored = await quality.call('DELETE', `/feedback/${id}/dismissal`);
    expect(restored.body).toMatchObject({ state: 'received', dismissalReason: null });
    const verbs = restored.body.history.map(({ verb }: { verb: string }) => verb);
    expect(verbs).toEqual(['feedback.receive', 'feedback.dismiss', 'feedback.restore']);
  });
});

describe('two people at once', () => {
  it('one of two dismissals wins, the other is told', async () => {
    const { id } = await logFeedback(agent, root);
    const dismiss = (reason: string) =>
      quality.call('PUT', `/feedback/${id}/dismissal`, { reason });
    const answers = await Promise.all([dismiss('Doublon'), dismiss('Hors sujet'), dismiss('Rien')]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409, 409]);
    const won = answers.find(({ status }) => status === 200);
    const read = await quality.call('GET', `/feedback/${id}`);
    expect(read.body.dismissalReason).toBe(won?.body.dismissalReason);
  });

  it('a dismissal and an action never both win', async () => {
    const { id } = await logFeedback(agent, root);
    const plan = { kind: 'corrective', title: 'Réparer', unitId: root, ownerId: agent.id };
    const origins = [{ kind: 'feedback', feedbackId: id }];
    const answers = await Promise.all([
      quality.call('PUT', `/feedback/${id}/dismissal`, { reason: 'Hors sujet' }),
      quality.call('POST', '/actions', { ...plan, dueOn: '2030-01-01', origins }),
    ]);
    expect(answers.filter(({ status }) => status === 409)).toHaveLength(1);
    const { body } = await quality.call('GET', `/feedback/${id}`);
    expect([body.state, body.actions.length]).toEqual(
      answers[0].status === 200 ? ['dismissed', 0] : ['in_progress', 1],
    );
  });
});

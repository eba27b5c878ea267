import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { v7 as newId } from 'uuid';
import type { ActionDto } from '../../backend/actions/actions.dto.js';
import type { CallDto } from '../../backend/work/comments.dto.js';
import type { OwedStepDto } from '../../backend/work/steps.dto.js';
import type { StepDto } from '../../backend/actions/action-work.dto.js';
import { ReporterRetention } from '../../backend/feedback/reporter-retention.js';
import type { Owed } from '../../backend/home/home.dto.js';
import type { OpenedOrganization } from '../../backend/organization/organization.service.js';
import { addUnit, fileForm, openAction, stored } from '../support/deeds.js';
import * as files from '../support/files.js';
import { openProgram, type Answer, type Program, type Signed } from '../support/program.js';

let program: Program;
let tenant: OpenedOrganization;
let root: string;
let quality: Signed;
let owner: Signed;
let helper: Signed;
let reader: Signed;
let elsewhere: Signed;
let elected: Signed;

beforeAll(async () => {
  program = await openProgram();
  tenant = await program.organization();
  root = tenant.rootUnitId;
  quality = await program.member(tenant, 'quality_manager');
  const administrator = await program.member(tenant, 'administrator');
  const [home, other] = [
    (await addUnit(administrator, root, 'Aide à domicile')).id,
    (await addUnit(administrator, root, 'Crèche')).id,
  ];
  unit = home;
  owner = await program.member(tenant, 'agent', other);
  helper = await program.member(tenant, 'agent', other);
  reader = await program.member(tenant, 'agent', home);
  elsewhere = await program.member(tenant, 'manager', other);
  elected = await program.member(tenant, 'elected');
});
afterAll(() => program.close());

let unit: string;
const open = (more = {}) => openAction(quality, unit, owner.id, more);
const read = async (by: Signed, id: string): Promise<ActionDto> =>
  (await by.call('GET', `/actions/${id}`)).body as ActionDto;
const ok = ({ status, body }: Answer): ActionDto => {
  expect({ status, body }).toMatchObject({ status: status === 201 ? 201 : 200 });
  return body as ActionDto;
};
const save = (by: Signed, id: string, step: object, stepId = newId()) =>
  by.call('PUT', `/actions/${id}/steps/${stepId}`, { version: 0, ...step });
const say = (by: Signed, id: string, body: string, commentId = newId()) =>
  by.call('PUT', `/actions/${id}/comments/${commentId}`, { body });
const verbs = ({ history }: ActionDto) => history.map(({ verb }) => verb);

/** An action with three steps and somebody who helps. */
async function worked(): Promise<{ id: string; steps: StepDto[] }> {
  const { id } = await open();
  ok(await owner.call('PUT', `/actions/${id}/contributors/${helper.id}`));
  for (const title of ['Un', 'Deux', 'Trois']) ok(await save(owner, id, { title }));
  return { id, steps: (await read(owner, id)).work.steps };
}

describe('those who help', () => {
  it('see the action from then on, and no longer once they are taken out', async () => {
    const { id } = await open();
    expect((await helper.call('GET', `/actions/${id}`)).status).toBe(404);
    const named = ok(await owner.call('PUT', `/actions/${id}/contributors/${helper.id}`));
    expect(named.work.contributors).toEqual([{ id: helper.id, name: helper.name }]);
    expect((await read(helper, id)).work.may).toEqual({
      ...{ invite: false, plan: false, tick: true, prove: true },
    });
    const { body } = await helper.call('GET', `/actions?q=${encodeURIComponent('Alléger')}`);
    expect(body.items.map((one: { id: string }) => one.id)).toContain(id);
    ok(await owner.call('PUT', `/actions/${id}/contributors/${helper.id}`));
    const left = ok(await quality.call('DELETE', `/actions/${id}/contributors/${helper.id}`));
    expect(verbs(left)).toEqual([
      ...['action.open', 'action.contributor_add', 'action.contributor_remove'],
    ]);
    expect((await helper.call('GET', `/actions/${id}`)).status).toBe(404);
  });

  it('are named by the owner or whoever leads, among the staff alone', async () => {
    const { id } = await open();
    const named = (by: Signed, who: string) => by.call('PUT', `/actions/${id}/contributors/${who}`);
    expect((await named(reader, helper.id)).status).toBe(403);
    expect((await named(elsewhere, helper.id)).status).toBe(404);
    expect((await named(owner, elected.id)).body.code).toBe('person.unknown');
    const stranger = await program.member(await program.organization(), 'agent');
    expect((await named(owner, stranger.id)).body.code).toBe('person.unknown');
    const { body } = await reader.call('GET', `/actions/${id}/people`);
    const ids = body.map((one: { id: string }) => one.id);
    expect(ids).toEqual(expect.arrayContaining([helper.id, quality.id]));
    expect(ids).not.toContain(elected.id);
    expect(body[0]).toEqual({
      ...{ id: expect.any(String), name: expect.any(String), unitName: expect.any(String) },
    });
  });
});

describe('the steps', () => {
  it('are written, told late, and say how far the work has come', async () => {
    const { id } = await open();
    const first = newId();
    ok(await save(owner, id, { title: ' Commander ', dueOn: '2020-01-10' }, first));
    ok(await save(owner, id, { title: 'Poser', ownerId: helper.id, dueOn: '2031-01-01' }));
    expect((await read(helper, id)).work.steps).toMatchObject([
      { title: 'Commander', late: true, owner: null, version: 1 },
      { title: 'Poser', late: false, owner: { id: helper.id } },
    ]);
    const ticked = ok(await helper.call('PUT', `/actions/${id}/steps/${first}/done`));
    expect(ticked).toMatchObject({
      progress: 0,
      work: { suggestedProgress: 50, steps: [{ doneBy: helper.name, late: false }, {}] },
    });
  });

  it('are ticked once, however many say so at once, and can be taken back', async () => {
    const { id, steps } = await worked();
    const done = `/actions/${id}/steps/${steps[0]?.id}/done`;
    const answers = await Promise.all([helper, owner, quality].map((by) => by.call('PUT', done)));
    answers.forEach(ok);
    const after = await read(owner, id);
    expect(verbs(after).filter((verb) => verb === 'action.step_tick')).toHaveLength(1);
    expect(ok(await helper.call('DELETE', done)).work.steps[0]).toMatchObject({ doneOn: null });
  });

  it('are not lost where two people write the same one', async () => {
    const { id, steps } = await worked();
    const part = steps[0]?.id;
    ok(await save(owner, id, { version: 1, title: 'Le mien' }, part));
    expect(await save(quality, id, { version: 1, title: 'Le tien' }, part)).toMatchObject({
      status: 409,
      body: { code: 'step.changed', details: { current: { version: 2, title: 'Le mien' } } },
    });
  });

  it('change their order as a whole, unless they are others by then', async () => {
    const { id, steps } = await worked();
    const order = steps.map((step) => step.id).reverse();
    const turned = ok(await owner.call('PUT', `/actions/${id}/steps`, { order }));
    expect(turned.work.steps.map(({ title }) => title)).toEqual(['Trois', 'Deux', 'Un']);
    ok(await save(quality, id, { title: 'Quatre' }));
    const late = await owner.call('PUT', `/actions/${id}/steps`, { order });
    expect(late).toMatchObject({ status: 409, body: { code: 'steps.changed' } });
    expect(late.body.details.order).toHaveLength(4);
    const twice = { order: [order[0], order[0], order[1], order[2]] };
    expect((await owner.call('PUT', `/actions/${id}/steps`, twice)).status).toBe(409);
  });

  it('come back as they were once taken out', async () => {
    const { id, steps } = await worked();
    const part = `/actions/${id}/steps/${steps[1]?.id}`;
    ok(await helper.call('PUT', `${part}/done`));
    const out = ok(await owner.call('PUT', `${part}/removal`));
    expect(out.work.steps.map(({ title }) => title)).toEqual(['Un', 'Trois']);
    expect((await helper.call('PUT', `${part}/done`)).status).toBe(404);
    expect((await save(owner, id, { version: 1, title: 'x' }, steps[1]?.id)).status).toBe(409);
    const back = ok(await owner.call('DELETE', `${part}/removal`));
    expect(back.work.steps).toMatchObject([
      { title: 'Un' },
      { title: 'Deux', doneBy: helper.name },
      { title: 'Trois' },
    ]);
  });

  it.each<[string, () => Signed, number, number]>([
    ['the owner', () => owner, 200, 200],
    ['whoever leads there', () => quality, 200, 200],
    ['somebody who helps', () => helper, 403, 200],
    ['somebody who only reads', () => reader, 403, 403],
    ['somebody of elsewhere', () => elsewhere, 404, 404],
    ['an official', () => elected, 404, 404],
  ])('of %s', async (_, who, write, tick) => {
    const { id, steps } = await worked();
    const part = `/actions/${id}/steps/${steps[0]?.id}`;
    expect([
      (await save(who(), id, { title: 'x' })).status,
      (await who().call('PUT', `${part}/removal`)).status,
      (await who().call('DELETE', `${part}/removal`)).status,
      (await who().call('PUT', `${part}/done`)).status,
    ]).toEqual([write, write, write, tick]);
  });

  it('rest once the action is over', async () => {
    const { id, steps } = await worked();
    await quality.call('PUT', `/actions/${id}/cancellation`, { reason: 'Plus de budget' });
    const done = await owner.call('PUT', `/actions/${id}/steps/${steps[0]?.id}/done`);
    expect(done).toMatchObject({ status: 409, body: { code: 'move.forbidden' } });
  });

  it.each([
    ['no title', { title: ' ' }],
    ['100,000 characters', { title: 'x'.repeat(100_000) }],
    ['a day that is none', { title: 'x', dueOn: '2026-02-30' }],
    ['an owner from nowhere', { title: 'x', ownerId: '01900000-0000-7000-8000-000000000000' }],
    ['a state', { title: 'x', doneOn: '2026-01-01' }],
  ])('refuse %s', async (_, step) => {
    const { id } = await open();
    expect((await save(owner, id, step)).status).toBe(400);
  });

  it('are fifty at most', async () => {
    const { id } = await open();
    await program.within(tenant, (tx) =>
      tx.query(
        `INSERT INTO action_step (id, action_id, position, title)
         SELECT gen_random_uuid(), $1, n, 'Étape ' || n FROM generate_series(1, 50) n`,
        [id],
      ),
    );
    expect((await save(owner, id, { title: 'x' })).body.code).toBe('steps.too_many');
  });
});

describe('the evidence', () => {
  const link = (by: Signed, id: string, more: object, part = newId()) =>
    by.call('PUT', `/actions/${id}/evidence/links/${part}`, { label: 'Plan', ...more });
  const figure = (by: Signed, id: string, more: object = {}, part = newId()) =>
    by.call('PUT', `/actions/${id}/evidence/figures/${part}`, {
      ...{ label: 'Attente', value: 9.5, unit: 'min', day: '2026-11-02', ...more },
    });
  const attach = (by: Signed, id: string, name: string, bytes: Buffer) =>
    by.call('POST', `/actions/${id}/evidence/files`, fileForm(name, Uint8Array.from(bytes)));

  it('is links and figures, each once, with who gave them', async () => {
    const { id } = await worked();
    const part = newId();
    for (let nth = 0; nth < 2; nth += 1) {
      ok(await link(helper, id, { address: 'https://www.valmont.example/plan' }, part));
    }
    const { work, history } = ok(await figure(helper, id));
    expect(work.evidence).toMatchObject({
      links: [{ label: 'Plan', address: 'https://www.valmont.example/plan', by: helper.name }],
      figures: [{ label: 'Attente', value: 9.5, unit: 'min', day: '2026-11-02' }],
    });
    expect(history.filter(({ verb }) => verb === 'action.link_add')).toHaveLength(1);
  });

  it('is files, known by their bytes, read by whoever sees the action', async () => {
    const { id } = await worked();
    const { work } = ok(await attach(helper, id, 'Chez Mme Durand.png', await files.png()));
    ok(await attach(helper, id, 'la même.png', await files.png()));
    const [file, ...others] = work.evidence.files;
    expect([file, others]).toMatchObject([{ name: 'Chez Mme Durand.png', by: helper.name }, []]);
    const address = `/actions/${id}/evidence/${file?.id}/file`;
    const { status, headers } = await reader.call('GET', address);
    expect([status, headers.get('content-type')]).toEqual([200, 'image/png']);
    expect((await elsewhere.call('GET', address)).status).toBe(404);
    // Not by the way of the files that come with what people said.
    expect((await quality.call('GET', `/attachments/${file?.id}`)).status).toBe(404);
    const lines = await stored(
      program,
      tenant,
      `SELECT FROM journal WHERE details::text ~ 'Durand'`,
    );
    expect(lines).toEqual([]);
  });

  it('is taken away by whoever gave it, the owner, or whoever leads; the journal keeps who', async () => {
    const { id } = await worked();
    const { work } = ok(await attach(helper, id, 'photo.png', await files.png()));
    const removal = `/actions/${id}/evidence/${work.evidence.files[0]?.id}/removal`;
    expect((await reader.call('PUT', removal, {})).status).toBe(403);
    const gone = ok(await helper.call('PUT', removal, { reason: 'Un visage' }));
    expect(gone.work.evidence.files).toEqual([]);
    expect(gone.history.at(-1)).toMatchObject({
      ...{ verb: 'action.file_remove', who: helper.name, details: { reason: 'Un visage' } },
    });
    const left = await stored(program, tenant, 'SELECT FROM attachment WHERE action_id = $1', [id]);
    expect(left).toEqual([]);
    const [shown] = ok(await figure(owner, id)).work.evidence.figures;
    expect(shown?.mayRemove).toBe(true);
    expect((await read(helper, id)).work.evidence.figures[0]?.mayRemove).toBe(false);
    expect(
      (await helper.call('PUT', `/actions/${id}/evidence/${shown?.id}/removal`, {})).status,
    ).toBe(403);
    ok(await quality.call('PUT', `/actions/${id}/evidence/${shown?.id}/removal`, {}));
  });

  it('is forgotten six years after it came, and not before', async () => {
    const { id } = await worked();
    ok(await attach(owner, id, 'photo.png', await files.png()));
    const sweep = (day: string) =>
      program.app.get(ReporterRetention).sweep(new Date(`${day}T12:00:00Z`));
    const year = new Date().getFullYear() + 6;
    await sweep(`${year - 1}-12-31`);
    expect((await read(owner, id)).work.evidence.files).toHaveLength(1);
    await sweep(`${year + 1}-01-02`);
    expect((await read(owner, id)).work.evidence.files).toHaveLength(0);
  });

  it.each([
    ['javascript:alert(1)', 400],
    ['http://valmont.example/', 400],
    ['https://moi:secret@valmont.example/', 400],
    [`https://valmont.example/${'x'.repeat(100_000)}`, 400],
  ])('is no link such as %.40s', async (address, status) => {
    const { id } = await worked();
    expect((await link(owner, id, { address })).status).toBe(status);
  });

  it.each([
    ['a disguised program', 'photo.png', files.program(), 415],
    ['a page', 'page.pdf', Buffer.from('<script>alert(1)</script>'), 415],
    ['nothing', 'vide.png', Buffer.alloc(0), 400],
  ])('is not %s', async (_, name, bytes, status) => {
    const { id } = await worked();
    expect((await attach(owner, id, name, bytes)).status).toBe(status);
  });

  it.each([{ value: 'beaucoup' }, { value: 1e300 }, { day: '2026-13-01' }, { label: ' ' }])(
    'is no figure such as %j',
    async (more) => {
      const { id } = await open();
      expect((await figure(owner, id, more)).status).toBe(400);
    },
  );

  it('is not given by those who only read', async () => {
    const { id } = await open();
    expect((await figure(reader, id)).status).toBe(403);
    expect((await attach(reader, id, 'a.png', await files.png())).status).toBe(403);
  });

  it('holds against direct SQL', async () => {
    const { id } = await open();
    const insert = (columns: string, values: string) =>
      program.within(tenant, (tx) =>
        tx.query(
          `INSERT INTO action_evidence (id, action_id, label, created_by, ${columns})
           VALUES (gen_random_uuid(), $1, 'x', $2, ${values})`,
          [id, owner.id],
        ),
      );
    await expect(insert('address', `'javascript:alert(1)'`)).rejects.toThrow('link_is_https');
    await expect(insert('value', '1')).rejects.toThrow('link_or_figure');
    await expect(
      program.within(tenant, (tx) =>
        tx.query(
          `INSERT INTO attachment (id, name, format, size, purge_on)
           VALUES (gen_random_uuid(), 'a.png', 'png', 1, '2030-01-01')`,
        ),
      ),
    ).rejects.toThrow('attachment_has_one_owner');
  });
});

describe('a step of another’s action', () => {
  const mine = async (by: Signed) => (await by.call('GET', '/actions/steps')).body as OwedStepDto[];

  it('is told to whoever is to do it, the most pressing first, as long as it is to be done', async () => {
    const { id } = await open({ title: 'Refaire l’accueil' });
    const doer = await program.member(tenant, 'agent', unit);
    const step = async (title: string, more = {}) => {
      const part = newId();
      ok(await save(owner, id, { title, ownerId: doer.id, ...more }, part));
      return part;
    };
    await step('Sans date');
    const late = await step('En retard', { dueOn: '2020-01-01' });
    ok(await save(owner, id, { title: 'Celle de la pilote' }));
    expect(await mine(doer)).toMatchObject([
      {
        ...{ id: late, title: 'En retard', late: true, ownerName: owner.name },
        action: { id, title: 'Refaire l’accueil' },
      },
      { title: 'Sans date', dueOn: null, late: false },
    ]);
    const home = (await doer.call('GET', '/home')).body.mySteps as Owed<OwedStepDto>;
    expect(home).toMatchObject({ total: 2, items: [{ id: late }, {}] });
    expect(await mine(owner)).toEqual([]);
    const stranger = await program.member(await program.organization(), 'quality_manager');
    expect(await mine(stranger)).toEqual([]);

    ok(await doer.call('PUT', `/actions/${id}/steps/${late}/done`));
    expect(await mine(doer)).toMatchObject([{ title: 'Sans date' }]);
    ok(await quality.call('PUT', `/actions/${id}/cancellation`, { reason: 'Doublon' }));
    expect(await mine(doer)).toEqual([]);
  });

  it('is not told to the owner of the action itself', async () => {
    const { id } = await open();
    const before = await mine(owner);
    ok(await save(owner, id, { title: 'La mienne', ownerId: owner.id }));
    expect(await mine(owner)).toEqual(before);
  });
});

describe('a comment', () => {
  const calls = async (by: Signed): Promise<Owed<CallDto>> =>
    (await by.call('GET', '/home')).body.calls as Owed<CallDto>;

  it('is written by whoever sees the action, and by nobody else', async () => {
    const { id } = await open();
    const { work } = ok(await say(reader, id, ' Vu ce matin. '));
    expect(work.comments).toMatchObject([
      { body: 'Vu ce matin.', author: { name: reader.name }, mine: true, editedAt: null },
    ]);
    expect((await say(elsewhere, id, 'x')).status).toBe(404);
    const stranger = await program.member(await program.organization(), 'quality_manager');
    expect((await say(stranger, id, 'x')).status).toBe(404);
  });

  it('is changed and taken back by its author alone', async () => {
    const { id } = await open();
    const part = newId();
    ok(await say(reader, id, 'Le lundi', part));
    expect((await say(quality, id, 'Le mardi', part)).body.code).toBe('comment.not_mine');
    const edited = ok(await say(reader, id, 'Le mardi', part));
    expect(edited.work.comments[0]).toMatchObject({
      body: 'Le mardi',
      editedAt: expect.any(String),
    });
    const address = `/actions/${id}/comments/${part}`;
    expect((await quality.call('DELETE', address)).status).toBe(403);
    const gone = ok(await reader.call('DELETE', address));
    expect(gone.work.comments[0]).toMatchObject({ body: '', removed: true });
    const kept = await stored(program, tenant, `SELECT FROM action_comment WHERE body ~ 'mardi'`);
    expect(kept).toEqual([]);
    expect(JSON.stringify(gone.history)).not.toContain('mardi');
    expect(ok(await say(reader, id, 'Le mardi', part)).work.comments[0]).toMatchObject({
      ...{ body: 'Le mardi', removed: false },
    });
  });

  it('that mentions somebody calls them, until they open the action', async () => {
    const { id } = await open();
    expect((await elsewhere.call('GET', `/actions/${id}`)).status).toBe(404);
    ok(await say(owner, id, `Peux-tu passer, @[${elsewhere.id}] ?`));
    expect(await calls(elsewhere)).toMatchObject({
      total: 1,
      items: [
        {
          action: { id, title: 'Alléger la porte' },
          author: owner.name,
          excerpt: `Peux-tu passer, @${elsewhere.name} ?`,
        },
      ],
    });
    const seen = await read(elsewhere, id);
    expect(seen.work.comments[0]).toMatchObject({
      callsMe: true,
      people: [{ id: elsewhere.id, name: elsewhere.name }],
    });
    expect((await elsewhere.call('PUT', `/actions/${id}/mentions/seen`)).status).toBe(204);
    expect(await calls(elsewhere)).toEqual({ items: [], total: 0 });
    expect((await read(elsewhere, id)).work.comments[0]?.callsMe).toBe(false);
  });

  it('calls once, whatever else is changed in it, and no longer once it is taken back', async () => {
    const { id } = await open();
    const part = newId();
    ok(await say(owner, id, `@[${elsewhere.id}]`, part));
    await elsewhere.call('PUT', `/actions/${id}/mentions/seen`);
    ok(await say(owner, id, `@[${elsewhere.id}] @[${helper.id}] @[${owner.id}]`, part));
    expect((await calls(elsewhere)).total).toBe(0);
    expect((await calls(helper)).total).toBe(1);
    expect((await calls(owner)).total).toBe(0);
    ok(await owner.call('DELETE', `/actions/${id}/comments/${part}`));
    expect((await calls(helper)).total).toBe(0);
    expect((await helper.call('GET', `/actions/${id}`)).status).toBe(404);
  });

  it.each([
    ['nothing', () => '  '],
    ['100,000 characters', () => 'x'.repeat(100_000)],
    ['somebody from nowhere', () => '@[01900000-0000-7000-8000-000000000000]'],
    ['an official', () => `@[${elected.id}]`],
    ['a sign that no text holds', () => 'a\u0000b'],
  ])('is refused that says %s', async (_, body) => {
    const { id } = await open();
    expect((await say(owner, id, body())).status).toBe(400);
  });

  it('keeps its action: the same id elsewhere is refused', async () => {
    const [one, other] = [await open(), await open()];
    const part = newId();
    ok(await say(owner, one.id, 'ici', part));
    expect((await say(owner, other.id, 'là', part)).status).toBe(409);
  });
});

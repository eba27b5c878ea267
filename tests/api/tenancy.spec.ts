import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { getDataSourceToken } from '@nestjs/typeorm';
import type { DataSource } from 'typeorm';
import type { OpenedOrganization } from '../../backend/organization/organization.service.js';
import { People } from '../../backend/people/people.service.js';
import { firstTheme, logFeedback, openAction, openCampaign } from '../support/deeds.js';
import { asOwner, openProgram, type Call, type Program, type Signed } from '../support/program.js';

/** One organisation with a bit of everything. */
interface Furnished {
  tenant: OpenedOrganization;
  quality: Signed;
  administrator: Signed;
  owner: Signed;
  unitId: string;
  themeId: string;
  feedbackId: string;
  actionId: string;
  surveyId: string;
  scorecardId: string;
}

let program: Program;
let ours: Furnished;
let theirs: Furnished;

beforeAll(async () => {
  program = await openProgram();
  [ours, theirs] = await Promise.all([furnish(), furnish()]);
});
afterAll(() => program.close());

async function furnish(): Promise<Furnished> {
  const tenant = await program.organization();
  const unitId = tenant.rootUnitId;
  const [quality, administrator, owner] = await Promise.all([
    program.member(tenant, 'quality_manager'),
    program.member(tenant, 'administrator'),
    program.member(tenant, 'agent'),
  ]);
  const theme = await firstTheme(quality);
  const feedback = await logFeedback(owner, unitId, { email: 'usager@exemple.example' });
  const action = await openAction(quality, unitId, owner.id, { feedbackId: feedback.id });
  const { surveyId } = await openCampaign(quality, unitId);
  const period = { title: 'Octobre', comment: '', from: '2026-10-01', to: '2026-10-31' };
  const scorecard = await quality.call('POST', '/scorecards', period);
  return {
    ...{ tenant, quality, administrator, owner, unitId, surveyId },
    ...{ themeId: theme.id, feedbackId: feedback.id },
    ...{ actionId: action.id, scorecardId: scorecard.body.id },
  };
}

describe('two organisations', () => {
  it.each([
    ['/feedback', 'feedbackId'],
    ['/actions', 'actionId'],
    ['/people', 'owner'],
    ['/units', 'unitId'],
    ['/themes', 'themeId'],
    ['/surveys', 'surveyId'],
    ['/scorecards', 'scorecardId'],
    ['/home', 'feedbackId'],
  ] as const)('see their own in %s, and nothing of each other', async (path, key) => {
    const idIn = ({ [key]: value }: Furnished) => (typeof value === 'string' ? value : value.id);
    const { status, body } = await ours.quality.call('GET', path);
    expect(status).toBe(200);
    const seen = JSON.stringify(body);
    if (path !== '/home') expect(seen).toContain(idIn(ours));
    expect(seen).not.toContain(idIn(theirs));
    expect(seen).not.toContain(theirs.unitId);
    expect(body.total ?? 1).toBe(1);
  });

  it.each<[Parameters<Call>[0], string, object?]>(
    [
      ['GET', '/feedback/:feedbackId'],
      [
        'PUT',
        '/feedback/:feedbackId/qualification',
        { themeId: ':ourThemeId', severity: 1, frequency: 1 },
      ],
      ['PUT', '/feedback/:feedbackId/dismissal', { reason: 'Hors sujet' }],
      ['PUT', '/feedback/:feedbackId/resolution', { decision: 'Rien à faire' }],
      ['POST', '/feedback/:feedbackId/answers', { body: 'Bonjour' }],
      ['PUT', '/feedback/:feedbackId/closure'],
      ['GET', '/actions/:actionId'],
      ['POST', '/actions/:actionId/progress', { progress: 10 }],
      ['PUT', '/actions/:actionId/verdict', { verdict: 'effective', note: 'Vu' }],
      ['PUT', '/actions/:actionId/cancellation', { reason: 'Inutile' }],
      ['PUT', '/actions/:actionId/due-date', { dueOn: '2030-01-01', reason: 'Retard' }],
      ['GET', '/scorecards/:scorecardId'],
      ['POST', '/surveys/:surveyId/campaigns', { unitId: ':ourUnitId' }],
    ].map((row) => (row.length === 3 ? row : [...row, undefined])) as never,
  )('do not know the other’s row: %s %s', async (method, path, body) => {
    const fill = (text: string) =>
      text
        .replace(':ourThemeId', ours.themeId)
        .replace(':ourUnitId', ours.unitId)
        .replace(/:(\w+Id)/g, (_, key: keyof Furnished) => theirs[key] as string);
    const sent = body && {
      ...(JSON.parse(fill(JSON.stringify(body))) as object),
      ...('severity' in body && { unitId: ours.unitId }),
      ...('note' in body && { note: 'Vu sur place' }),
    };
    const answer = await ours.quality.call(method, fill(path), sent);
    expect([answer.status, answer.body.code]).toEqual([404, expect.stringMatching(/\.unknown$/)]);
  });

  it('do not take the other’s rows for their own, in what they send', async () => {
    const { quality, administrator, owner, unitId, themeId } = ours;
    const word = { kind: 'anomaly', body: 'Bonjour', channel: 'phone' };
    const plan = { kind: 'corrective', title: 'Réparer', dueOn: '2030-01-01', unitId };
    const origins = [{ kind: 'audit', reference: '3.12.1' }];
    const qualification = { themeId, severity: 1, frequency: 1, unitId };
    const feedback = (await logFeedback(owner, unitId)).id;
    const unit = { name: 'Annexe', kind: 'other', parentId: theirs.unitId };
    const guest = { name: 'Nadia', email: 'n@exemple.example', role: 'agent' };
    const verifierId = theirs.quality.id;
    const foreign = { kind: 'feedback', feedbackId: theirs.feedbackId };
    const sent: [Signed, Parameters<Call>[0], string, object][] = [
      [owner, 'POST', '/feedback', { ...word, unitId: theirs.unitId }],
      [
        quality,
        'PUT',
        `/feedback/${feedback}/qualification`,
        { ...qualification, themeId: theirs.themeId },
      ],
      [
        quality,
        'PUT',
        `/feedback/${feedback}/qualification`,
        { ...qualification, unitId: theirs.unitId },
      ],
      [quality, 'POST', '/actions', { ...plan, origins, ownerId: theirs.owner.id }],
      [quality, 'POST', '/actions', { ...plan, origins, ownerId: owner.id, verifierId }],
      [quality, 'POST', '/actions', { ...plan, origins, ownerId: owner.id, unitId: theirs.unitId }],
      [quality, 'POST', '/actions', { ...plan, origins: [foreign], ownerId: owner.id }],
      [administrator, 'POST', '/units', unit],
      [administrator, 'PATCH', `/units/${theirs.unitId}`, { name: 'À nous' }],
      [administrator, 'POST', '/people', { ...guest, unitId: theirs.unitId }],
      [quality, 'POST', `/surveys/${ours.surveyId}/campaigns`, { unitId: theirs.unitId }],
    ];
    for (const [who, method, path, body] of sent) {
      const { status } = await who.call(method, path, body);
      expect({ path, body, refused: [400, 403, 404].includes(status) }).toMatchObject({
        refused: true,
      });
    }
  });

  it('may share a person, who enters the one whose password they give', async () => {
    const people = program.app.get(People);
    const email = 'partout@exemple.example';
    for (const { tenant, unitId } of [ours, theirs]) {
      await program.within(tenant, async (tx) => {
        const id = await people.add(tx, 'Partout', email, 'agent', unitId);
        await people.activate(tx, tenant, id, `password of ${unitId}`);
      });
    }
    for (const { tenant, unitId } of [ours, theirs]) {
      const signed = { email, password: `password of ${unitId}` };
      const { body } = await program.anybody('POST', '/session', signed);
      expect(body.organization.id).toBe(tenant.organizationId);
    }
  });
});

describe('the wall, in the database', () => {
  let working: DataSource;
  beforeAll(() => {
    working = program.app.get<DataSource>(getDataSourceToken());
  });

  /** Outside the wall, because they tell which organisation a request belongs to. */
  const outside = ['credential', 'door', 'session'];
  /** Out of the working role's reach: functions that name the organisation read them for it. */
  const hidden = ['feedback_words', 'vocabulary'];

  it('stands around every table that belongs to an organisation', async () => {
    const tables = await asOwner(program.databaseUrl, (client) =>
      client.query<{ name: string; forced: boolean; policies: number }>(
        `SELECT c.relname AS name, c.relrowsecurity AND c.relforcerowsecurity AS forced,
                (SELECT count(*)::int FROM pg_policy WHERE polrelid = c.oid) AS policies
           FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid
          WHERE c.relkind IN ('r', 'p') AND c.relnamespace = 'public'::regnamespace
            AND a.attname = 'organization_id' ORDER BY 1`,
      ),
    );
    expect(tables.rows.length).toBeGreaterThan(18);
    const open = tables.rows.filter(({ forced, policies }) => !forced || policies !== 1);
    expect(open.map(({ name }) => name)).toEqual([...outside, ...hidden].sort());
  });

  it.each(hidden)('leaves %s out of reach of the working role', async (table) => {
    const rights = ['SELECT', 'INSERT', 'UPDATE', 'DELETE', 'TRUNCATE', 'REFERENCES', 'TRIGGER'];
    const [row] = await working.query<{ any: boolean }[]>(
      'SELECT has_table_privilege($1, $2) OR has_any_column_privilege($1, $3) AS any',
      [table, rights.join(), rights.slice(0, 3).join()],
    );
    expect(row).toEqual({ any: false });
  });

  it('holds for the role that the program works under', async () => {
    const [role] = await working.query<object[]>(
      `SELECT current_user AS name, r.rolsuper, r.rolbypassrls,
              (SELECT count(*)::int FROM pg_class WHERE relowner = r.oid) AS owned,
              has_table_privilege('organization', 'TRUNCATE') AS truncates
         FROM pg_roles r WHERE r.rolname = current_user`,
    );
    expect(role).toEqual({
      ...{ name: 'boucle_app', rolsuper: false, rolbypassrls: false },
      ...{ owned: 0, truncates: false },
    });
  });

  it('shows no row to whoever names no organisation', async () => {
    const tables = await working.query<{ name: string }[]>(
      `SELECT relname AS name FROM pg_class WHERE relnamespace = 'public'::regnamespace
          AND relkind IN ('r', 'p', 'v', 'm') AND has_table_privilege(oid, 'SELECT')`,
    );
    const seen: string[] = [];
    for (const { name } of tables) {
      const [row] = await working.query<{ n: number }[]>(`SELECT count(*)::int AS n FROM ${name}`);
      if (row?.n !== 0) seen.push(name);
    }
    expect(tables.length).toBeGreaterThan(18);
    // The key that signs links belongs to the installation.
    expect(seen.sort()).toEqual([...outside, 'signing_key']);
  });

  it('lets nobody write for another organisation, or move a row there', async () => {
    const { organizationId } = theirs.tenant;
    const writes: [string, unknown[]][] = [
      [
        `INSERT INTO theme (organization_id, id, label, position)
         VALUES ($1, gen_random_uuid(), 'Intrus', 1)`,
        [organizationId],
      ],
      ['UPDATE theme SET organization_id = $1', [organizationId]],
      ['UPDATE organization SET id = gen_random_uuid() WHERE id = $1 OR true', [organizationId]],
    ];
    for (const [sql, parameters] of writes) {
      const written = program.within(ours.tenant, (tx) =>
        tx.query(sql, parameters.slice(0, sql.includes('$1') ? 1 : 0)),
      );
      await expect(written).rejects.toThrow(/row-level security/);
    }
    const untouched = await program.within(ours.tenant, (tx) =>
      tx.query(`DELETE FROM theme WHERE organization_id = $1 RETURNING id`, [organizationId]),
    );
    expect(untouched).toEqual([[], 0]);
  });
});

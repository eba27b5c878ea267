import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { METHOD_METADATA, PATH_METADATA } from '@nestjs/common/constants.js';
import { RequestMethod, type ExecutionContext } from '@nestjs/common';
import { ModulesContainer, Reflector } from '@nestjs/core';
import { AccessGuard } from '../../backend/access/access.guard.js';
import { requirementKey } from '../../backend/access/requires.js';
import { SessionService } from '../../backend/access/session.service.js';
import { roles, type Role } from '../../backend/domain/permissions.js';
import type { OpenedOrganization } from '../../backend/organization/organization.service.js';
import { Settings } from '../../backend/settings.js';
import { logFeedback, openAction } from '../support/deeds.js';
import { openProgram, password, type Call, type Program, type Signed } from '../support/program.js';

type Method = Parameters<Call>[0];
const unknownId = '01900000-0000-7000-8000-000000000000';

let program: Program;
let tenant: OpenedOrganization;
let members: Record<Role, Signed>;

beforeAll(async () => {
  program = await openProgram();
  tenant = await program.organization();
  const signed = await Promise.all(roles.map((role) => program.member(tenant, role)));
  members = Object.fromEntries(roles.map((role, index) => [role, signed[index]])) as never;
});
afterAll(() => program.close());

/** Every route of every controller, with what it asks. */
function routes(): { method: Method; path: string; requirement: string | undefined }[] {
  const modules = [...program.app.get(ModulesContainer).values()];
  const controllers = modules.flatMap((module) => [...module.controllers.values()]);
  return controllers.flatMap(({ metatype }) => {
    const { prototype } = metatype as { prototype: Record<string, object> };
    const base = Reflect.getMetadata(PATH_METADATA, metatype as object) as string;
    return Object.getOwnPropertyNames(prototype).flatMap((name) => {
      const handler = prototype[name] as object;
      const method = Reflect.getMetadata(METHOD_METADATA, handler) as RequestMethod | undefined;
      if (method === undefined) return [];
      const path = Reflect.getMetadata(PATH_METADATA, handler) as string;
      return {
        method: RequestMethod[method] as Method,
        path: `/${base}/${path}`.replace(/\/+/g, '/').replace(/(.)\/$/, '$1'),
        requirement: (Reflect.getMetadata(requirementKey, handler) ??
          Reflect.getMetadata(requirementKey, metatype as object)) as string | undefined,
      };
    });
  });
}

describe('closed by default', () => {
  it('every route says what it asks', () => {
    expect(routes().length).toBeGreaterThan(35);
    expect(routes().filter(({ requirement }) => !requirement)).toEqual([]);
  });

  it('only these routes ask nothing', () => {
    const open = routes().filter(({ requirement }) => requirement === 'nobody');
    expect(open.map(({ method, path }) => `${method} ${path}`).sort()).toEqual([
      'DELETE /session',
      'GET /avis/:key',
      'GET /avis/:key/merci',
      'GET /avis/invite/:secret',
      'GET /avis/invite/merci/:key',
      'GET /borne/:key',
      'GET /borne/service-worker.js',
      'GET /calendriers/:file',
      'GET /desabonnement/:token',
      'GET /desabonnement/enquetes/:token',
      'GET /health',
      'GET /invitations/:secret',
      'GET /mur/:key',
      'GET /p/:key',
      'GET /public/campaigns/:key',
      'GET /public/follow-ups/:code',
      'GET /public/follow-ups/:code/attachments/:id',
      'GET /public/units/:key',
      'GET /r/:token',
      'GET /suivi',
      'GET /suivi/:code',
      'GET /suivi/:code/nouvelles',
      'POST /avis/:key',
      'POST /avis/invite/:secret',
      'POST /desabonnement/:token',
      'POST /desabonnement/enquetes/:token',
      'POST /inbound-mail',
      'POST /invitations/:secret',
      'POST /organizations',
      'POST /p/:key',
      'POST /public/campaigns/:key/answers',
      'POST /public/follow-ups/:code/attachments',
      'POST /public/units/:key/feedback',
      'POST /r/:token',
      'POST /session',
      'POST /suivi',
      'POST /suivi/:code/fichier',
      'POST /suivi/:code/nouvelles',
      'POST /suivi/:code/utile',
      'PUT /public/follow-ups/:code/news',
      'PUT /public/follow-ups/:code/usefulness',
    ]);
  });

  it('all others refuse whoever has no session', async () => {
    const closed = routes().filter(({ requirement }) => requirement !== 'nobody');
    const refused = closed.map(async ({ method, path }) => {
      const address = path.replace(':id', unknownId);
      const { status, body } = await program.anybody(method, address);
      return `${method} ${path} ${status} ${body.code}`;
    });
    expect(await Promise.all(refused)).toEqual(
      closed.map(({ method, path }) => `${method} ${path} 401 session.missing`),
    );
  });

  it('a route that asks nothing by oversight is refused to all', async () => {
    const guard = new AccessGuard(new Reflector(), program.app.get(SessionService));
    const route = { getHandler: () => () => undefined, getClass: () => class {} };
    await expect(guard.canActivate(route as unknown as ExecutionContext)).rejects.toMatchObject({
      ...{ kind: 'forbidden', code: 'route.closed' },
    });
  });

  it('an address that does not exist is unknown', async () => {
    const { status, body } = await program.anybody('GET', '/nowhere');
    expect({ status, code: body.code }).toEqual({ status: 404, code: 'route.unknown' });
  });
});

const all: Role[] = [...roles];
const staff: Role[] = ['agent', 'manager', 'quality_manager', 'administrator'];
const lead: Role[] = ['manager', 'quality_manager'];
const readers: Role[] = ['manager', 'quality_manager', 'elected', 'administrator'];
const setters: Role[] = ['quality_manager', 'administrator'];
const $feedback = '$feedback';
const $action = '$action';

/**
 * Each route, who may, and what they get: a body that lacks everything is refused as such, but only
 * to whoever may send one.
 */
const table: { method: Method; path: string; may: Role[]; status: number; body?: object }[] = (
  [
    ['GET', '/session', all, 200],
    ['GET', '/home', all, 200],
    ['GET', '/me/preferences', all, 200],
    ['GET', '/me/stand-ins', all, 200],
    ['PUT', '/me/preferences', all, 400, {}],
    ['GET', '/me/calendar', all, 200],
    ['PUT', '/me/calendar', all, 200],
    ['DELETE', '/me/calendar', all, 204],
    ['GET', '/feedback', staff, 200],
    ['POST', '/feedback', staff, 400, {}],
    ['GET', `/feedback/${$feedback}`, staff, 200],
    ['GET', `/feedback/${unknownId}`, staff, 404],
    ['GET', '/feedback/no-id', staff, 404],
    ['PUT', `/feedback/${$feedback}/qualification`, lead, 400, {}],
    ['PUT', `/feedback/${$feedback}/dismissal`, lead, 400, {}],
    ['DELETE', `/feedback/${$feedback}/dismissal`, lead, 409],
    ['PUT', `/feedback/${$feedback}/resolution`, lead, 409, {}],
    ['POST', `/feedback/${$feedback}/answers`, lead, 400, {}],
    ['POST', `/feedback/${$feedback}/answers/preview`, lead, 400, {}],
    ['GET', '/action-templates', lead, 200],
    ['POST', '/action-templates', ['quality_manager'], 400, {}],
    ['PUT', `/action-templates/${unknownId}`, ['quality_manager'], 400, {}],
    ['DELETE', `/action-templates/${unknownId}`, ['quality_manager'], 404],
    ['GET', '/answer-templates', lead, 200],
    ['POST', '/answer-templates', lead, 400, {}],
    ['PUT', `/answer-templates/${unknownId}`, lead, 400, {}],
    ['DELETE', `/answer-templates/${unknownId}`, lead, 404],
    ['PUT', `/feedback/${$feedback}/closure`, lead, 409],
    ['DELETE', `/feedback/${$feedback}/closure`, lead, 409],
    ['POST', `/feedback/${$feedback}/attachments`, staff, 400, {}],
    ['GET', `/attachments/${unknownId}`, staff, 404],
    ['PUT', `/attachments/${unknownId}/removal`, lead, 400, {}],
    ['GET', '/feedback/export', staff, 400],
    ['PUT', `/feedback/${unknownId}/acknowledgement`, lead, 404],
    ['DELETE', `/feedback/${unknownId}/acknowledgement`, lead, 404],
    ['GET', '/feedback/answer-owners', lead, 400],
    ['POST', '/feedback/batches', lead, 400, {}],
    ['DELETE', `/feedback/batches/${unknownId}`, lead, 404],
    ['GET', '/feedback/imports', setters, 200],
    ['POST', '/feedback/imports', setters, 400, {}],
    ['GET', '/feedback/imports/mappings', setters, 200],
    ['DELETE', `/feedback/imports/mappings/${unknownId}`, setters, 404],
    ['GET', `/feedback/imports/${unknownId}`, setters, 404],
    ['GET', `/feedback/imports/${unknownId}/draft`, setters, 404],
    ['PUT', `/feedback/imports/${unknownId}/mapping`, setters, 400, {}],
    ['POST', `/feedback/imports/${unknownId}/start`, setters, 404],
    ['GET', `/feedback/imports/${unknownId}/lines`, setters, 404],
    ['GET', `/feedback/imports/${unknownId}/refused`, setters, 404],
    ['DELETE', `/feedback/imports/${unknownId}`, setters, 404],
    ['GET', '/feedback/alike', staff, 400],
    ['GET', `/feedback/${unknownId}/alike`, staff, 404],
    ['PUT', `/feedback/${$feedback}/not-alike/${unknownId}`, lead, 404],
    ['DELETE', `/feedback/${$feedback}/not-alike/${unknownId}`, lead, 404],
    ['PUT', `/feedback/${$feedback}/merge`, lead, 400, {}],
    ['DELETE', `/feedback/${unknownId}/merge`, lead, 404],
    ['GET', '/feedback/transfer-choices', lead, 200],
    ['PUT', `/feedback/${$feedback}/transfer`, lead, 400, {}],
    ['PUT', `/feedback/${$feedback}/transfer/outcome`, lead, 400, {}],
    ['GET', '/wall', lead, 200],
    ['GET', `/feedback/${unknownId}/wall`, lead, 404],
    ['PUT', `/feedback/${unknownId}/wall`, lead, 400, {}],
    ['DELETE', `/feedback/${unknownId}/wall`, lead, 404],
    ['GET', '/analyses', staff, 200],
    ['POST', '/analyses', lead, 400, {}],
    ['GET', `/analyses/causes/${unknownId}`, staff, 404],
    ['GET', `/analyses/${unknownId}`, staff, 404],
    ['PUT', `/analyses/${unknownId}`, lead, 400, {}],
    ['PUT', `/analyses/${unknownId}/feedback/${unknownId}`, lead, 404],
    ['DELETE', `/analyses/${unknownId}/feedback/${unknownId}`, lead, 404],
    ['PUT', `/analyses/${unknownId}/causes/${unknownId}`, lead, 400, {}],
    ['DELETE', `/analyses/${unknownId}/causes/${unknownId}`, lead, 404],
    ['PUT', `/analyses/${unknownId}/participants/${unknownId}`, lead, 400, {}],
    ['DELETE', `/analyses/${unknownId}/participants/${unknownId}`, lead, 404],
    ['PUT', `/analyses/${unknownId}/conclusion`, lead, 404],
    ['DELETE', `/analyses/${unknownId}/conclusion`, lead, 404],
    ['GET', '/views?room=feedback', staff, 200],
    ['POST', '/views', staff, 400, {}],
    ['PATCH', `/views/${unknownId}`, staff, 404, { name: 'Autre nom' }],
    ['DELETE', `/views/${unknownId}`, staff, 404],
    ['PUT', `/views/${unknownId}/usual`, staff, 404],
    ['DELETE', `/views/${unknownId}/usual`, staff, 404],
    ['GET', '/organization/rules', setters, 200],
    ['GET', '/organization/grid', staff, 200],
    ['PUT', '/organization/deadlines', setters, 400, {}],
    ['PUT', '/organization/grid', setters, 400, {}],
    ['POST', '/organization/themes', setters, 400, {}],
    ['PUT', '/organization/themes', setters, 400, {}],
    ['PATCH', `/organization/themes/${unknownId}`, setters, 404, { label: 'Autre' }],
    ['DELETE', `/organization/themes/${unknownId}`, setters, 404],
    ['GET', '/reminder-rules', setters, 200],
    ['PUT', '/reminder-rules', setters, 400, {}],
    ['PUT', `/reminder-rules/units/${unknownId}`, setters, 400, {}],
    ['DELETE', `/reminder-rules/units/${unknownId}?from=x`, setters, 404],
    ['POST', `/reminder-rules/preview/${unknownId}`, setters, 400, {}],
    ['GET', '/nag-load', ['manager', 'quality_manager', 'administrator'], 400],
    ['GET', '/themes', staff, 200],
    ['GET', '/actions/export', all, 400],
    ['GET', '/actions/counts', all, 200],
    ['GET', '/actions/drawn', all, 200],
    ['GET', '/actions/steps', all, 200],
    ['GET', `/actions/${unknownId}/neighbours`, all, 404],
    ['PUT', `/actions/${unknownId}/predecessors/${unknownId}`, all, 404],
    ['DELETE', `/actions/${unknownId}/predecessors/${unknownId}`, all, 404],
    ['GET', '/actions', all, 200],
    ['POST', '/actions', lead, 400, {}],
    ['GET', `/actions/${unknownId}`, all, 404],
    ['GET', `/actions/${unknownId}/people`, all, 404],
    ['PUT', `/actions/${unknownId}/contributors/${unknownId}`, all, 404],
    ['DELETE', `/actions/${unknownId}/contributors/${unknownId}`, all, 404],
    ['PUT', `/actions/${unknownId}/steps`, all, 400, {}],
    ['PUT', `/actions/${unknownId}/steps/${unknownId}`, all, 400, {}],
    ['PUT', `/actions/${unknownId}/steps/${unknownId}/done`, all, 404],
    ['DELETE', `/actions/${unknownId}/steps/${unknownId}/done`, all, 404],
    ['PUT', `/actions/${unknownId}/steps/${unknownId}/removal`, all, 404],
    ['DELETE', `/actions/${unknownId}/steps/${unknownId}/removal`, all, 404],
    ['POST', `/actions/${unknownId}/evidence/files`, all, 404],
    ['GET', `/actions/${unknownId}/evidence/${unknownId}/file`, all, 404],
    ['PUT', `/actions/${unknownId}/evidence/links/${unknownId}`, all, 400, {}],
    ['PUT', `/actions/${unknownId}/evidence/figures/${unknownId}`, all, 400, {}],
    ['PUT', `/actions/${unknownId}/evidence/${unknownId}/removal`, all, 404, {}],
    ['PUT', `/actions/${unknownId}/comments/${unknownId}`, all, 400, {}],
    ['DELETE', `/actions/${unknownId}/comments/${unknownId}`, all, 404],
    ['PUT', `/actions/${unknownId}/mentions/seen`, all, 404],
    ['PUT', `/actions/${unknownId}/disowning`, all, 400, {}],
    ['DELETE', `/actions/${unknownId}/disowning`, all, 404],
    ['PUT', `/actions/${$action}/disowning/refusal`, lead, 400, {}],
    ['GET', `/actions/${unknownId}/effect`, all, 404],
    ['POST', `/actions/${$action}/successor`, lead, 400, {}],
    ['PUT', `/actions/${unknownId}/recurrences/${unknownId}/dismissal`, all, 404, {}],
    ['DELETE', `/actions/${unknownId}/recurrences/${unknownId}/dismissal`, all, 404],
    ['GET', `/feedback/${unknownId}/recurrences`, staff, 404],
    ['POST', `/actions/${$action}/origins`, lead, 400, {}],
    ['DELETE', `/actions/${$action}/origins/${unknownId}`, lead, 404],
    ['PUT', `/actions/${$action}/cancellation`, lead, 400, {}],
    ['PUT', `/actions/${$action}/due-date`, lead, 400, {}],
    ['GET', '/plan-templates', lead, 200],
    ['POST', '/plan-templates', lead, 400, {}],
    ['POST', `/plan-templates/${unknownId}/plans`, lead, 400, {}],
    ['DELETE', `/plan-templates/${unknownId}`, lead, 404],
    ['GET', '/plans', staff, 200],
    ['POST', '/plans', lead, 400, {}],
    ['GET', `/plans/${unknownId}`, staff, 404],
    ['GET', `/plans/${unknownId}/paper`, staff, 404],
    ['PUT', `/plans/${unknownId}`, staff, 400, {}],
    ['PUT', `/plans/${unknownId}/actions/${unknownId}`, staff, 404, {}],
    ['DELETE', `/plans/${unknownId}/actions/${unknownId}`, staff, 404],
    ['GET', '/plan-sheets', lead, 200],
    ['POST', '/plan-sheets', lead, 400, {}],
    ['GET', `/plan-sheets/of/${unknownId}`, lead, 404],
    ['GET', `/plan-sheets/${unknownId}`, lead, 404],
    ['GET', `/plan-sheets/${unknownId}/draft`, lead, 404],
    ['PUT', `/plan-sheets/${unknownId}/mapping`, lead, 400, {}],
    ['POST', `/plan-sheets/${unknownId}/start`, lead, 404, {}],
    ['GET', `/plan-sheets/${unknownId}/lines`, lead, 404],
    ['DELETE', `/plan-sheets/${unknownId}`, lead, 404],
    ['POST', `/actions/${unknownId}/deferrals`, all, 400, {}],
    ['DELETE', `/actions/${unknownId}/deferrals/${unknownId}`, all, 404],
    ['PUT', `/actions/${unknownId}/deferrals/${unknownId}/decision`, lead, 400, {}],
    ['GET', '/surveys/export', ['manager', 'quality_manager', 'administrator'], 400],
    ['GET', '/surveys', ['manager', 'quality_manager', 'administrator'], 200],
    ['POST', '/surveys', ['quality_manager'], 400, {}],
    ['POST', `/surveys/${unknownId}/campaigns`, ['quality_manager'], 400, {}],
    [
      'GET',
      `/campaigns/${unknownId}/mailings`,
      ['manager', 'quality_manager', 'administrator'],
      404,
    ],
    ['POST', `/campaigns/${unknownId}/mailings/check`, ['quality_manager'], 400, {}],
    ['GET', `/campaigns/${unknownId}/mailings/preview`, ['quality_manager'], 400],
    ['POST', `/campaigns/${unknownId}/mailings`, ['quality_manager'], 400, {}],
    ['GET', '/indicators/export', readers, 400],
    ['GET', '/indicators', readers, 200],
    ['POST', '/indicators', ['quality_manager'], 400, {}],
    ['GET', '/scorecards', readers, 200],
    ['GET', '/scorecards/current?from=2026-01-01&to=2026-12-31', readers, 200],
    ['GET', `/scorecards/${unknownId}`, readers, 404],
    ['POST', '/scorecards', ['quality_manager'], 400, {}],
    ['GET', '/holidays', all, 400],
    ['GET', '/units/export', all, 400],
    ['GET', '/units', all, 200],
    ['GET', `/units/${unknownId}/poster`, all, 404],
    ['POST', '/units', ['administrator'], 400, {}],
    ['PATCH', `/units/${unknownId}`, ['administrator'], 404, { name: 'Autre nom' }],
    ['PATCH', '/organizations/mine', ['administrator'], 400, { colour: 'red' }],
    ['GET', '/mail/letters', setters, 200],
    ['POST', '/mail/letters/resend', setters, 200],
    ['POST', `/mail/letters/${unknownId}/resend`, setters, 404, {}],
    ['PUT', `/mail/letters/${unknownId}/aside`, setters, 404],
    ['DELETE', `/mail/letters/${unknownId}/aside`, setters, 404],
    ['GET', '/mail/previews', setters, 200],
    ['GET', '/mail/previews/no-id', setters, 404],
    ['GET', '/people/export', staff, 400],
    ['GET', '/people', staff, 200],
    ['POST', '/people', ['administrator'], 400, {}],
  ] as [Method, string, Role[], number, object?][]
).map(([method, path, may, status, body]) => ({
  method,
  path,
  may,
  status,
  ...(body && { body }),
}));

describe('the permission table, on the real routes', () => {
  let feedbackId: string;
  let actionId: string;
  const newWords = () => ({
    ...{ kind: 'corrective', title: 'Autre titre' },
    ...{ unitId: tenant.rootUnitId, ownerId: members.quality_manager.id },
  });
  beforeAll(async () => {
    const { quality_manager: quality, agent } = members;
    feedbackId = (await logFeedback(agent, tenant.rootUnitId)).id;
    actionId = (await openAction(quality, tenant.rootUnitId, quality.id)).id;
  });

  it('tries every route that asks for a session', () => {
    const shape = (path: string) =>
      path.replace(/\?.*/, '').replace(/:\w+|\$\w+|no-id|[0-9a-f-]{36}/g, ':id');
    const tried = new Set(table.map(({ method, path }) => `${method} ${shape(path)}`));
    const byHand = [
      'GET /actions/:id',
      'GET /actions/:id/event.ics',
      'PUT /actions/:id',
      'POST /actions/:id/progress',
      'PUT /actions/:id/verdict',
    ];
    const closed = routes().filter(({ requirement }) => requirement !== 'nobody');
    const names = closed.map(({ method, path }) => `${method} ${shape(path)}`);
    expect(names.filter((name) => !tried.has(name) && !byHand.includes(name))).toEqual([]);
  });

  it.each(table)('$method $path', async ({ method, path, may, status, body }) => {
    const address = path.replace($feedback, feedbackId).replace($action, actionId);
    for (const role of roles) {
      const answer = await members[role].call(method, address, body);
      const expected = may.includes(role) ? status : 403;
      expect([role, answer.status]).toEqual([role, expected]);
      if (expected === 403) expect(answer.body.code).toBe('permission.missing');
    }
  });

  it.each([
    { method: 'GET', part: '', expected: byRole(200, 200, 200, 404, 200) },
    { method: 'GET', part: '/event.ics', expected: byRole(200, 200, 200, 404, 200) },
    {
      ...{ method: 'POST', part: '/progress', body: { progress: 10 } },
      expected: byRole(403, 201, 201, 404, 403),
    },
    {
      ...{ method: 'PUT', part: '', body: () => ({ ...newWords(), version: 1 }) },
      expected: byRole(403, 200, 409, 404, 403),
    },
    {
      ...{ method: 'PUT', part: '/verdict', body: { verdict: 'effective', note: 'Vu sur place' } },
      // The quality manager owns it: their own verdict is refused, whatever their permission.
      expected: byRole(403, 409, 403, 404, 403),
    },
  ] as const)('$method /actions/:id$part, by role', async ({ method, part, expected, ...sent }) => {
    const said = 'body' in sent ? sent.body : undefined;
    const body = typeof said === 'function' ? said() : said;
    for (const role of roles) {
      const { status } = await members[role].call(
        method as Method,
        `/actions/${actionId}${part}`,
        body,
      );
      expect([role, status]).toEqual([role, expected[role]]);
    }
  });
});

function byRole(
  agent: number,
  manager: number,
  quality_manager: number,
  elected: number,
  administrator: number,
): Record<Role, number> {
  return { agent, manager, quality_manager, elected, administrator };
}

describe('a session', () => {
  const signIn = (email: string, secret = password) =>
    program.anybody('POST', '/session', { email, password: secret });
  const cookieOf = ({ headers }: { headers: Headers }) => headers.get('set-cookie') ?? '';

  it('is carried by a cookie that no script reads and no other site sends', async () => {
    const { status, body, headers } = await signIn(members.agent.email.toUpperCase());
    expect(status).toBe(200);
    expect(body).toMatchObject({
      person: { id: members.agent.id },
      permissions: expect.any(Array),
    });
    const [pair, ...flags] = cookieOf({ headers }).split('; ');
    expect(pair).toMatch(/^boucle_session=[\w-]{43}$/);
    expect(flags.sort()).toEqual(['HttpOnly', 'Path=/', 'SameSite=Strict']);
  });

  it('is only sent encrypted where the pages are', async () => {
    const settings = program.app.get(Settings);
    const { PUBLIC_URL } = settings;
    settings.PUBLIC_URL = 'https://boucle.example.org';
    const answer = await signIn(members.agent.email).finally(() =>
      Object.assign(settings, { PUBLIC_URL }),
    );
    expect(cookieOf(answer).split('; ')).toContain('Secure');
  });

  it('ends when one signs out, whatever the browser keeps', async () => {
    const cookie = cookieOf(await signIn(members.manager.email)).split(';')[0] ?? '';
    const asked = () => program.anybody('GET', '/session', undefined, { cookie });
    expect((await asked()).status).toBe(200);
    const out = await program.anybody('DELETE', '/session', undefined, { cookie });
    expect([out.status, cookieOf(out)]).toEqual([204, expect.stringContaining('boucle_session=;')]);
    expect(await asked()).toMatchObject({ status: 401, body: { code: 'session.missing' } });
  });

  it('does not tell an unknown address from a wrong password', async () => {
    const unknown = await signIn('personne@exemple.example', 'not the password');
    const wrong = await signIn(members.elected.email, 'not the password');
    expect(wrong).toMatchObject({ status: 401, body: { code: 'session.refused' } });
    expect({ ...unknown, headers: null }).toEqual({ ...wrong, headers: null });
    expect(cookieOf(wrong)).toBe('');
  });

  it('is over after its length without a visit, and a visit lengthens it', async () => {
    const sessions = program.app.get(SessionService);
    const token = await sessions.signIn(
      members.agent.email,
      password,
      new Date('2030-01-07T08:00Z'),
    );
    const at = async (time: string) => (await sessions.whose(token, new Date(time)))?.id ?? null;
    expect(await at('2030-01-07T16:00Z')).toBe(members.agent.id);
    expect(await at('2030-01-08T05:59Z')).toBe(members.agent.id);
    expect(await at('2030-01-09T06:00Z')).toBeNull();
    expect(await sessions.whose('nobody')).toBeNull();
  });

  it('is slow to guess: ten tries a minute for one account, and no other account suffers', async () => {
    const tries = Array.from({ length: 11 }, () => signIn('cible@exemple.example', 'guess'));
    const answers = await Promise.all(tries);
    const late = answers.filter(({ status }) => status === 429);
    expect(late).toHaveLength(1);
    expect(late[0]?.body).toMatchObject({ code: 'rate.exceeded', message: expect.any(String) });
    expect((await signIn('CIBLE@exemple.example', 'guess')).status).toBe(429);
    expect((await signIn(members.agent.email)).status).toBe(200);
  });
});

import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { SignJWT, UnsecuredJWT } from 'jose';
import { SignedLinks } from '../../backend/access/signed-links.js';
import type { ActionDto } from '../../backend/actions/actions.dto.js';
import type { OpenedOrganization } from '../../backend/organization/organization.service.js';
import { openAction } from '../support/deeds.js';
import { openProgram, type Program, type Signed } from '../support/program.js';

let program: Program;
let tenant: OpenedOrganization;
let owner: Signed;
let action: ActionDto;
let links: SignedLinks;

beforeAll(async () => {
  program = await openProgram();
  tenant = await program.organization();
  owner = await program.member(tenant, 'agent');
  const quality = await program.member(tenant, 'quality_manager');
  action = await openAction(quality, tenant.rootUnitId, owner.id);
  links = program.app.get(SignedLinks);
});
afterAll(() => program.close());

const statusAt = async (door: string, token: string) =>
  (await fetch(`${program.url}${door}/${token}`)).status;

const doors = ['/r', '/desabonnement', '/desabonnement/enquetes'] as const;
const tokens: [string, (typeof doors)[number], () => Promise<string>][] = [
  ['answers', '/r', () => links.toAnswer(tenant, { personId: owner.id, subjectId: action.id })],
  ['asks for fewer', '/desabonnement', () => links.toCalm(tenant, owner.id)],
  [
    'wants no surveys',
    '/desabonnement/enquetes',
    () => links.toLeave({ ...tenant, invitationId: randomUUID(), fingerprint: 'x' }),
  ],
];

it.each(tokens)('a link that %s opens its own door alone', async (_, own, make) => {
  const token = await make();
  for (const door of doors) expect(await statusAt(door, token)).toBe(door === own ? 200 : 404);
});

describe('a link is nobody else’s to write', () => {
  const claims = () => ({ org: tenant.organizationId, act: action.id });
  const signed = (algorithm: string, key: Uint8Array) =>
    new SignJWT(claims())
      .setProtectedHeader({ alg: algorithm })
      .setAudience('action-answer')
      .setSubject(owner.id)
      .sign(key);

  it.each<[string, () => Promise<string> | string]>([
    [
      'without a signature',
      () => new UnsecuredJWT(claims()).setAudience('action-answer').setSubject(owner.id).encode(),
    ],
    ['with another key', () => signed('HS256', new Uint8Array(32).fill(7))],
    ['with another algorithm', async () => signed('HS512', await links.secret())],
  ])('%s', async (_, make) => {
    expect(await statusAt('/r', await make())).toBe(404);
  });
});

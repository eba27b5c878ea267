import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import pg from 'pg';
import type { EntityManager } from 'typeorm';
import { Tenancy } from '../../backend/database/tenancy.js';
import type { Role } from '../../backend/domain/permissions.js';
import { createHttp } from '../../backend/http.js';
import { JobWorker } from '../../backend/jobs/worker.js';
import {
  Organizations,
  type OpenedOrganization,
} from '../../backend/organization/organization.service.js';
import { People } from '../../backend/people/people.service.js';
import { readSettings } from '../../backend/settings.js';
import { openDatabase } from './cluster.js';
import { openPostbox, type Postbox } from './postbox.js';

/** What an answer of the API was. */
export interface Answer {
  status: number;
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- what comes off the wire
  body: any;
  /** As they came, for what is a file. */
  bytes: Buffer;
  headers: Headers;
}

/** Somebody who calls the API. */
export type Call = (
  method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE',
  path: string,
  body?: unknown,
  headers?: Record<string, string>,
) => Promise<Answer>;

/** The whole program on a database and a mail server of its own. */
export interface Program {
  app: NestFastifyApplication;
  url: string;
  postbox: Postbox;
  databaseUrl: string;
  /** Somebody without an account. */
  anybody: Call;
  /** Opens an organisation. */
  organization(name?: string): Promise<OpenedOrganization>;
  /** Adds a member with a role, on the root unless said, and signs them in. */
  member(tenant: OpenedOrganization, role: Role, unitId?: string): Promise<Signed>;
  /** Direct SQL under the working role, within a tenant. */
  within<Result>(
    tenant: { organizationId: string },
    work: (tx: EntityManager) => Promise<Result>,
  ): Promise<Result>;
  close(): Promise<void>;
}

export interface Signed {
  id: string;
  email: string;
  name: string;
  call: Call;
}

export const password = 'a password of tests';

let count = 0;

export async function openProgram(): Promise<Program> {
  await using opening = new AsyncDisposableStack();
  const program = await furnish(opening);
  // From here on it is closed by whoever asked for it; a start that failed is closed already.
  const house = opening.move();
  return { ...program, close: () => house.disposeAsync() };
}

async function furnish(house: AsyncDisposableStack): Promise<Omit<Program, 'close'>> {
  const { url: databaseUrl, close } = await openDatabase();
  house.defer(close);
  const postbox = await openPostbox();
  house.defer(() => postbox.close());
  const settings = readSettings({ PORT: '0', SMTP_URL: postbox.url, DEMO: '0' });
  const app = await createHttp(settings, databaseUrl);
  house.defer(() => app.close());
  await app.listen(0, '127.0.0.1');
  const url = await app.getUrl();
  settings.PUBLIC_URL = url;
  await app.get(JobWorker).start();
  const people = app.get(People);
  const tenancy = app.get(Tenancy);
  return {
    ...{ app, url, postbox, databaseUrl },
    anybody: caller(url),
    organization: (name = `Organisme ${++count}`) => app.get(Organizations).open(name),
    member: async (tenant, role, unitId = tenant.rootUnitId) => {
      const email = `${role}-${++count}@exemple.example`;
      const name = `Personne ${count}`;
      const id = await tenancy.within(tenant, async (tx) => {
        const added = await people.add(tx, name, email, role, unitId);
        await people.activate(tx, tenant, added, password);
        return added;
      });
      return { id, email, name, call: caller(url, await signIn(url, email)) };
    },
    within: (tenant, work) => tenancy.within(tenant, work),
  };
}

/** Direct SQL as the owner of the tables, whom the wall holds too unless it is a superuser. */
export async function asOwner<Result>(
  url: string,
  work: (client: pg.Client) => Promise<Result>,
): Promise<Result> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

/** Signs somebody in, for calls whose answer is not JSON: gives the cookie. */
export async function signIn(url: string, email: string): Promise<string> {
  const { headers } = await caller(url)('POST', '/session', { email, password });
  return headers.get('set-cookie')?.split(';')[0] ?? '';
}

function caller(url: string, cookie = ''): Call {
  return async (method, path, body, headers = {}) => {
    const form = body instanceof FormData;
    const answer = await fetch(`${url}/api${path}`, {
      method,
      headers: {
        cookie,
        ...(form && { 'x-boucle': '1' }),
        ...(body !== undefined && !form && { 'content-type': 'application/json' }),
        ...headers,
      },
      ...(body !== undefined && { body: form ? body : JSON.stringify(body) }),
    });
    const bytes = Buffer.from(await answer.arrayBuffer());
    const text = bytes.toString();
    const isJson = answer.headers.get('content-type')?.includes('json');
    return {
      status: answer.status,
      body: isJson ? JSON.parse(text) : text,
      headers: answer.headers,
      bytes,
    };
  };
}

import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startProgram, type RunningProgram } from '../support/running.js';

const snapshot = join(import.meta.dirname, 'openapi.json');

/** What others build on; it comes from the built server, whose build reads the types and comments. */
interface Contract {
  info: { title: string };
  paths: Record<string, Record<string, { summary?: string; requestBody?: object }>>;
  components: { schemas: Record<string, { properties: Record<string, Schema> }> };
}
interface Schema {
  description?: string;
  type?: string;
  enum?: string[];
  maxLength?: number;
}

let program: RunningProgram;
let contract: Contract;
beforeAll(async () => {
  program = await startProgram({ DEMO: '0' });
  const answer = await fetch(`${program.address}/api/openapi.json`);
  contract = (await answer.json()) as Contract;
});
afterAll(() => program.stop());

describe('the contract', () => {
  it('is the one that was agreed on (UPDATE_SNAPSHOT=1 agrees on a new one)', async () => {
    const said = `${JSON.stringify(contract, null, 2)}\n`;
    if (process.env['UPDATE_SNAPSHOT'] === '1') await writeFile(snapshot, said);
    expect(JSON.parse(said)).toEqual(JSON.parse(await readFile(snapshot, 'utf8')));
  });

  it('tells of every route what it does', () => {
    const operations = Object.entries(contract.paths).flatMap(([path, methods]) =>
      Object.entries(methods).map(([method, { summary }]) => ({ path, method, summary })),
    );
    expect(operations.length).toBeGreaterThan(35);
    expect(operations.filter(({ summary }) => !summary)).toEqual([]);
    expect(operations.every(({ path }) => path.startsWith('/api/'))).toBe(true);
  });

  it('tells the shape of what is sent, with its limits and its comments', () => {
    const { schemas } = contract.components;
    expect(schemas['CreateFeedbackDto']?.properties).toMatchObject({
      kind: { enum: ['anomaly', 'suggestion', 'complaint', 'compliment'] },
      body: { type: 'string', maxLength: 20_000 },
    });
    expect(schemas['OriginInputDto']?.properties['feedbackId']?.description).toMatch(/feedback/);
    const properties = Object.values(schemas).flatMap((schema) => Object.values(schema.properties));
    expect(properties.filter(({ description }) => description).length).toBeGreaterThan(8);
  });
});

describe('the built server', () => {
  it('says that it is well, and that it needs an organisation', async () => {
    const answer = await fetch(`${program.address}/api/health`);
    expect([answer.status, await answer.json()]).toEqual([200, { status: 'ok', setup: 'needed' }]);
  });

  it('has a page that documents it', async () => {
    const answer = await fetch(`${program.address}/api/docs`);
    expect([answer.status, answer.headers.get('content-type')]).toEqual([
      200,
      expect.stringContaining('text/html'),
    ]);
    expect(await answer.text()).toContain('Boucle, API');
  });

  it('lets no other site frame it or guess its types', async () => {
    const { headers } = await fetch(`${program.address}/api/health`);
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('content-security-policy')).toMatch(/default-src 'self'.*frame-ancestors/);
  });
});

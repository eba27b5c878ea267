import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { openProgram, type Program } from '../support/program.js';

let program: Program;

beforeAll(async () => {
  program = await openProgram();
});
afterAll(() => program.close());

const firstRun = (number: number) =>
  program.anybody('POST', '/organizations', {
    ...{ organizationName: 'CCAS', name: 'Ada', email: `a${number}@exemple.example` },
    password: 'douze signes au moins',
  });
const signIn = (email: string, password: string) =>
  program.anybody('POST', '/session', { email, password });

describe('whoever means harm', () => {
  it('can’t hold every connection by opening organisations all at once', async () => {
    const begun = Date.now();
    const opened = await Promise.all(Array.from({ length: 20 }, (_, index) => firstRun(index)));
    const statuses = opened.map(({ status }) => status).sort();
    expect(statuses).toEqual([201, ...Array.from({ length: 19 }, () => 409)]);
    expect(Date.now() - begun).toBeLessThan(8000);
  });

  it.each([
    ['wide', Object.fromEntries(Array.from({ length: 60_000 }, (_, index) => [`k${index}`, 1]))],
    ['deep', JSON.parse(`${'['.repeat(1500)}${']'.repeat(1500)}`)],
  ])('can’t keep the server busy with a %s body', async (_, email) => {
    const begun = Date.now();
    const answer = await program.anybody('POST', '/session', { email, password: 'x' });
    expect(answer).toMatchObject({ status: 400, body: { code: 'input.unreadable' } });
    expect(Date.now() - begun).toBeLessThan(2000);
  });

  it('can’t sign somebody in from another site’s form', async () => {
    for (const type of ['application/x-www-form-urlencoded', 'text/plain']) {
      const { status } = await fetch(`${program.url}/api/session`, {
        method: 'POST',
        headers: { 'content-type': type },
        body: 'email=a@exemple.example&password=whatever',
      });
      expect([type, status]).toEqual([type, 415]);
    }
  });

  it('can’t make the server forget how often an account was tried', async () => {
    const tries = Array.from({ length: 10 }, () => signIn('cible@exemple.example', 'guess'));
    await Promise.all(tries);
    for (let count = 0; count < 5200; count += 100) {
      const batch = Array.from({ length: 100 }, (_, index) =>
        signIn(`m${count + index}@exemple.example`, ''),
      );
      await Promise.all(batch);
    }
    expect((await signIn('cible@exemple.example', 'guess')).status).toBe(429);
  });
});

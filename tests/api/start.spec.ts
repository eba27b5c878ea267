import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { setTimeout as turn } from 'node:timers/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { openPostbox, type Postbox } from '../support/postbox.js';

const entry = join(import.meta.dirname, '../../dist/backend/boucle.js');

let base: string;
let postbox: Postbox;
const started: Command[] = [];
beforeAll(async () => {
  base = await mkdtemp(join(tmpdir(), 'boucle-start-'));
  postbox = await openPostbox();
});
afterAll(async () => {
  for (const { child } of started) child.kill('SIGTERM');
  await Promise.all(started.map(({ ended }) => ended));
  await postbox.close();
  await rm(base, { recursive: true, force: true });
});

/** A command of the built program, with what it has printed so far. */
interface Command {
  child: ChildProcess;
  out: () => string;
  err: () => string;
  ended: Promise<number | null>;
}

function boucle(args: string[], settings: Record<string, string>): Command {
  const { DATABASE_URL: _, REDIS_URL: __, PUBLIC_URL: ___, ...inherited } = process.env;
  const env = { ...inherited, PORT: '0', DEMO: '0', SMTP_URL: postbox.url, ...settings };
  // In a group of its own, as a terminal would have it.
  const child = spawn(process.execPath, [entry, ...args], {
    ...{ env, detached: true, stdio: ['ignore', 'pipe', 'pipe'] },
  });
  const said = { out: '', err: '' };
  child.stdout?.on('data', (chunk: Buffer) => (said.out += chunk.toString()));
  child.stderr?.on('data', (chunk: Buffer) => (said.err += chunk.toString()));
  const ended = once(child, 'close').then(() => child.exitCode);
  const command = { child, out: () => said.out, err: () => said.err, ended };
  started.push(command);
  return command;
}

/** Waits for the ready line, and gives the address it says. */
async function ready(command: Command): Promise<string> {
  const spoken = new Promise<void>((resolve) => {
    command.child.stdout?.on('data', () => {
      if (/ready at \S+\n/.test(command.out())) resolve();
    });
  });
  await Promise.race([spoken, command.ended]);
  const address = /Boucle is ready at (\S+)\n/.exec(command.out())?.[1];
  if (!address) throw new Error(`It is not ready:\n${command.out()}${command.err()}`);
  return address;
}

async function databasePid(dataDir: string): Promise<number> {
  const files = await readdir(dataDir, { recursive: true });
  const pidFile = files.find((path) => path.endsWith('postmaster.pid')) ?? '';
  return Number((await readFile(join(dataDir, pidFile), 'utf8')).split('\n')[0]);
}

function isRunning(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}

const post = async (address: string, path: string, body: object) => {
  const headers = { 'content-type': 'application/json' };
  const init = { method: 'POST', headers, body: JSON.stringify(body) };
  const answer = await fetch(`${address}/api${path}`, init);
  return { status: answer.status, body: (await answer.json()) as Record<string, unknown> };
};

const first = {
  ...{ organizationName: 'CCAS de Valmont', name: 'Sacha Lemaire' },
  ...{ email: 'sacha@exemple.example', password: 'douze signes au moins' },
};

describe('a start that goes wrong says one sentence, and what to do', () => {
  it.each([
    ['a wrong setting', { PORT: 'eighty' }, /^PORT is "eighty"; it should be .*3000\.$/],
    [
      'a database that does not answer',
      { DATABASE_URL: 'postgres://boucle:secret@127.0.0.1:1/boucle' },
      /^PostgreSQL does not answer at postgres:\/\/boucle@127\.0\.0\.1:1\/boucle \(.*\)\. Check DATABASE_URL/,
    ],
  ])('%s', async (_, settings, sentence) => {
    const start = boucle(['serve'], { DATA_DIR: join(base, 'none'), ...settings });
    expect(await start.ended).toBe(1);
    expect(start.err().trim()).toMatch(sentence);
    expect(start.err().trim().split('\n')).toHaveLength(1);
    expect(start.out()).toBe('');
  });

  it('a data directory that cannot be used', async () => {
    const file = join(base, 'a-file');
    await writeFile(file, '');
    const start = boucle(['serve'], { DATA_DIR: join(file, 'data') });
    expect(await start.ended).toBe(1);
    expect(start.err()).toMatch(/^The data directory .*a-file.*DATA_DIR\.\n$/);
  });

  it('a port that is taken, with everything stopped again', async () => {
    const server = createServer();
    await new Promise<void>((resolve) => server.listen(0, 'localhost', resolve));
    const { port } = server.address() as AddressInfo;
    const dataDir = join(base, 'taken');
    const start = boucle(['serve'], { DATA_DIR: dataDir, PORT: String(port) });
    expect(await start.ended).toBe(1);
    server.close();
    expect(start.err()).toMatch(
      new RegExp(`^Port ${port} is taken by another program\\. .*PORT.*\\n$`),
    );
    expect(start.out()).not.toMatch(/ready|http/);
    const left = (await readdir(dataDir, { recursive: true })).filter((path) =>
      path.endsWith('postmaster.pid'),
    );
    expect(left).toEqual([]);
  });

  it.each([
    [
      ['person', 'add', '--name', 'X', '--email', 'x', '--role', 'agent'],
      /"x" is not an e-mail address/,
    ],
    [['remind', '--at', 'tomorrow'], /"tomorrow" is not an instant/],
    [['import', 'feedback', 'no-such-file.csv'], /no-such-file\.csv cannot be read/],
  ])('a command that is mistyped: %j', async (args, sentence) => {
    const command = boucle(args, { DATA_DIR: join(base, 'none') });
    expect(await command.ended).toBe(1);
    expect(command.err()).toMatch(sentence);
    expect(command.err()).not.toMatch(/\n\s+at /);
  });
});

describe('a start that goes well', () => {
  it('is ready when it says so, stops in order on Ctrl-C, and keeps its rows until the next', async () => {
    const settings = { DATA_DIR: join(base, 'kept') };
    const server = boucle(['serve'], settings);
    const address = await ready(server);
    const health = async (at: string) => (await (await fetch(`${at}/api/health`)).json()) as object;
    expect(await health(address)).toEqual({ status: 'ok', setup: 'needed' });

    expect(await post(address, '/organizations', first)).toMatchObject({ status: 201 });
    expect(await post(address, '/organizations', first)).toMatchObject({
      ...{ status: 409, body: { code: 'organization.exists' } },
    });
    expect(await health(address)).toEqual({ status: 'ok', setup: 'done' });

    const guest = ['--name', 'Nadia Karim', '--email', 'nadia@exemple.example', '--role', 'agent'];
    const added = boucle(['person', 'add', ...guest], { ...settings, PUBLIC_URL: address });
    expect([await added.ended, added.err()]).toEqual([0, '']);
    const letter = await postbox.letterTo('nadia@exemple.example');
    const link = added.out().trim().split('\n').at(-1) ?? '';
    expect(link).toMatch(new RegExp(`^${address}/invitation/[\\w-]+$`));
    expect(letter.text).toContain(link);

    const pid = await databasePid(settings.DATA_DIR);
    expect(isRunning(pid)).toBe(true);
    process.kill(-(server.child.pid ?? 0), 'SIGINT');
    expect([await server.ended, server.err()]).toEqual([0, '']);
    expect(isRunning(pid)).toBe(false);
    await expect(fetch(`${address}/api/health`)).rejects.toThrow();

    const again = boucle(['serve'], settings);
    const secondAddress = await ready(again);
    const { email, password } = first;
    const signed = await post(secondAddress, '/session', { email, password });
    expect(signed.body).toMatchObject({ organization: { name: 'CCAS de Valmont' } });
    again.child.kill('SIGTERM');
    expect(await again.ended).toBe(0);
  });

  it('stops in order when it is interrupted while it starts', async () => {
    const dataDir = join(base, 'kept-later');
    const server = boucle(['serve'], { DATA_DIR: dataDir });
    const pid = await theDatabaseRuns(dataDir);
    process.kill(-(server.child.pid ?? 0), 'SIGINT');
    expect([await server.ended, server.err()]).toEqual([0, '']);
    expect(server.out()).toBe('\nStopping…\n');
    expect(isRunning(pid)).toBe(false);
  });
});

/** Waits for the moment at which the database of this directory is started, before anything else is. */
async function theDatabaseRuns(dataDir: string): Promise<number> {
  for (;;) {
    const files = await readdir(dataDir, { recursive: true }).catch(() => []);
    // The cluster is moved to its place once it is whole; the first server of it is then started.
    if (files.some((path) => path === join('postgres', 'cluster', 'postmaster.pid'))) break;
    await turn();
  }
  return databasePid(dataDir);
}

import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import * as fs from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as pause } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { mendLinks } from './embedded-binaries.js';
import { joinEmbedded } from './embedded.js';
import { StartError } from './start-error.js';

/** Elsewhere there is no /proc to tell one process from another. */
const onLinux = process.platform === 'linux' ? it : it.skip;

let base: string;
let dataDir: string;
const children: ChildProcess[] = [];

beforeEach(async () => {
  base = await fs.mkdtemp(join(tmpdir(), 'boucle-embedded-'));
  await fs.chmod(base, 0o755);
  dataDir = join(base, 'data');
});

afterEach(async () => {
  for (const child of children.splice(0)) child.kill('SIGKILL');
  if (existsSync(pidFile())) await joinEmbedded(dataDir).then((database) => database.leave());
  await fs.rm(base, { recursive: true });
});

describe('the embedded PostgreSQL', () => {
  it('is made on the first day, with what the schema needs', async () => {
    const database = await joinEmbedded(dataDir);
    for (const extension of ['ltree', 'pg_trgm', 'unaccent', 'btree_gist']) {
      await ask(database.url, `CREATE EXTENSION ${extension}`);
    }
    const [settings] = await ask(
      database.url,
      `SELECT current_setting('server_encoding') AS encoding, current_setting('timezone') AS zone,
              current_setting('fsync') AS fsync, current_setting('listen_addresses') AS listens,
              lower('ÉCOUTE') AS lowered, to_tsvector('french', 'accueillis')::text AS stem`,
    );
    expect(settings).toEqual({
      encoding: 'UTF8',
      zone: 'UTC',
      fsync: 'on',
      listens: '127.0.0.1',
      lowered: 'écoute',
      stem: "'accueil':1",
    });
    await database.leave();
  });

  it('keeps its rows, its address and its password from one start to the next', async () => {
    const first = await joinEmbedded(dataDir);
    await ask(first.url, 'CREATE TABLE kept AS SELECT 42 AS answer');
    await first.leave();
    const second = await joinEmbedded(dataDir);
    expect(second.url).toBe(first.url);
    expect(await ask(second.url, 'SELECT answer FROM kept')).toEqual([{ answer: 42 }]);
    await second.leave();
  });

  it('asks for its password', async () => {
    const database = await joinEmbedded(dataDir);
    const stranger = new URL(database.url);
    stranger.password = 'guess';
    await expect(ask(stranger.href, 'SELECT')).rejects.toThrow(/password authentication failed/);
    await database.leave();
  });

  it('runs until the last one has left, who leaves nothing behind', async () => {
    const one = await joinEmbedded(dataDir);
    const other = await inAnotherProcess();
    const server = await serverId();
    await one.leave();
    await one.leave();
    expect(await serverId()).toBe(server);
    await other.leave();
    expect(existsSync(pidFile())).toBe(false);
    await until(() => !isAlive(server));
    expect((await fs.readdir(dataDir)).sort()).toEqual(['postgres', 'postgres.log']);
  });

  it('stops once when two leave at the same moment', async () => {
    const both = [await joinEmbedded(dataDir), await joinEmbedded(dataDir)];
    await Promise.all(both.map((database) => database.leave()));
    expect(existsSync(pidFile())).toBe(false);
  });

  it('is one and the same for processes that start at once', async () => {
    const members = await Promise.all([1, 2, 3].map(() => inAnotherProcess()));
    expect(new Set(members.map(({ url }) => url)).size).toBe(1);
    await Promise.all(members.map((member) => member.leave()));
    expect(existsSync(pidFile())).toBe(false);
    expect((await fs.readdir(dataDir)).sort()).toEqual(['postgres', 'postgres.log']);
  });

  it('can be joined while another is about to write whose it is', async () => {
    await (await joinEmbedded(dataDir)).leave();
    await fs.writeFile(pidFile(), '');
    const joining = joinEmbedded(dataDir);
    await until(async () =>
      /is empty/.test(await fs.readFile(join(dataDir, 'postgres.log'), 'utf8')),
    );
    await fs.rm(pidFile());
    await (await joining).leave();
  });

  it('can be joined while the last one is leaving', async () => {
    let leaving = Promise.resolve();
    for (let turn = 0; turn < 5; turn += 1) {
      const database = await joinEmbedded(dataDir);
      expect(await ask(database.url, 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
      await leaving;
      leaving = database.leave();
    }
    await leaving;
  });
});

describe('when things go wrong, the embedded PostgreSQL', () => {
  it('outlives a process that is killed, and the next one joins it', async () => {
    const victim = await inAnotherProcess();
    await ask(victim.url, 'CREATE TABLE kept AS SELECT 42 AS answer');
    const server = await serverId();
    victim.child.kill('SIGKILL');
    await once(victim.child, 'exit');
    const database = await joinEmbedded(dataDir);
    expect(await serverId()).toBe(server);
    expect(await ask(database.url, 'SELECT answer FROM kept')).toEqual([{ answer: 42 }]);
    await database.leave();
    expect(existsSync(pidFile())).toBe(false);
  });

  it('is not touched by the Ctrl-C that reaches its program', async () => {
    const member = await inAnotherProcess();
    const interrupted = member.says('interrupted');
    process.kill(-Number(member.child.pid), 'SIGINT');
    await interrupted;
    expect(await ask(member.url, 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
    await member.leave();
    expect(existsSync(pidFile())).toBe(false);
  });

  it('is started again under those who joined when it is killed', async () => {
    const database = await joinEmbedded(dataDir);
    const server = await serverId();
    process.kill(server, 'SIGKILL');
    await until(async () => (await serverId()) !== server);
    const guest = await joinEmbedded(dataDir);
    await until(async () => (await presences(database.url)) === 2);
    await guest.leave();
    expect(await ask(database.url, 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
    await database.leave();
    expect(existsSync(pidFile())).toBe(false);
  });

  onLinux('is not deceived by a process that was given its number', async () => {
    await joinEmbedded(dataDir).then((database) => database.leave());
    await fs.writeFile(pidFile(), `${process.pid}\n${dataDir}\n1\n1\n\n127.0.0.1\n\nready\n`);
    const database = await joinEmbedded(dataDir);
    expect(await serverId()).not.toBe(process.pid);
    await database.leave();
  });

  it('clears away what a start that was killed left half-made', async () => {
    await fs.mkdir(join(dataDir, 'postgres.new-killed', 'cluster'), { recursive: true });
    await joinEmbedded(dataDir).then((database) => database.leave());
    expect((await fs.readdir(dataDir)).sort()).toEqual(['postgres', 'postgres.log']);
  });

  it('is made and run by root behind a closed folder', async () => {
    await fs.chmod(base, 0o700); // to anybody but root, a folder of their own
    const database = await joinEmbedded(dataDir);
    expect(await ask(database.url, 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
    await database.leave();
  });

  it('gets the links that npm could not bring', async () => {
    await fs.mkdir(join(base, 'native', 'lib'), { recursive: true });
    await fs.writeFile(join(base, 'native', 'lib', 'libpq.so.5.18'), 'library');
    const links = [{ source: 'native/lib/libpq.so.5.18', target: 'native/lib/libpq.so.5' }];
    await fs.writeFile(join(base, 'native', 'pg-symlinks.json'), JSON.stringify(links));
    await mendLinks(base);
    await mendLinks(base);
    expect(await fs.readlink(join(base, 'native', 'lib', 'libpq.so.5'))).toBe('libpq.so.5.18');
  });
});

describe('a start that cannot succeed', () => {
  it('names the data directory that cannot be made', async () => {
    await fs.writeFile(dataDir, 'a file');
    await expectSentence(/^The data directory .*data cannot be used \(.*\): .*DATA_DIR\.$/);
  });

  it('says whose folder it will not touch', async () => {
    await fs.mkdir(join(dataDir, 'postgres'), { recursive: true });
    await expectSentence(/postgres is not a database of this program: .*DATA_DIR\.$/);
  });

  it('tells the versions apart', async () => {
    await joinEmbedded(dataDir).then((database) => database.leave());
    await fs.writeFile(join(dataDir, 'postgres', 'cluster', 'PG_VERSION'), '17\n');
    await expectSentence(/holds a database of PostgreSQL 17, and this program brings 18\.\d+: /);
  });

  it('shows the last words of a server that could not start', async () => {
    await joinEmbedded(dataDir).then((database) => database.leave());
    await fs.rm(join(dataDir, 'postgres', 'cluster', 'global', 'pg_control'));
    await expectSentence(/^The database .* could not start in .*\. Its last words:\n.*pg_control/s);
  });

  async function expectSentence(words: RegExp): Promise<void> {
    const error: unknown = await joinEmbedded(dataDir).catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(StartError);
    expect((error as StartError).message).toMatch(words);
  }
});

function pidFile(): string {
  return join(dataDir, 'postgres', 'cluster', 'postmaster.pid');
}

async function serverId(): Promise<number> {
  return Number.parseInt(await fs.readFile(pidFile(), 'utf8'), 10);
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}

async function until(holds: () => boolean | Promise<boolean>): Promise<void> {
  while (!(await holds())) await pause(20);
}

async function ask(url: string, sql: string): Promise<unknown[]> {
  const client = new pg.Client(url);
  await client.connect();
  try {
    return (await client.query<Record<string, unknown>>(sql)).rows;
  } finally {
    await client.end();
  }
}

async function presences(url: string): Promise<number> {
  const sql = `SELECT count(*)::int AS n FROM pg_locks WHERE locktype = 'advisory' AND granted`;
  const [row] = (await ask(url, sql)) as { n: number }[];
  return row?.n ?? 0;
}

interface Member {
  url: string;
  child: ChildProcess;
  says(word: string): Promise<void>;
  leave(): Promise<void>;
}

/** Node runs the sources as they are, once it knows that `./x.js` is `./x.ts` here. */
const sources = `data:text/javascript,${encodeURIComponent(`
  import { registerHooks } from 'node:module';
  registerHooks({
    resolve: (name, context, next) =>
      next(context.parentURL?.endsWith('.ts') ? name.replace(/^(\\.\\/.*)\\.js$/, '$1.ts') : name, context),
  });
`)}`;

const program = `
  const [source, dataDir] = process.argv.slice(1);
  const { joinEmbedded } = await import(source);
  const database = await joinEmbedded(dataDir);
  process.on('SIGINT', () => console.log('interrupted'));
  process.stdin.once('end', () => database.leave());
  process.stdin.resume();
  console.log(database.url);
`;

async function inAnotherProcess(): Promise<Member> {
  const source = new URL('./embedded.ts', import.meta.url).href;
  const child = spawn(
    process.execPath,
    ['--import', sources, '--input-type=module', '--eval', program, source, dataDir],
    { detached: true, stdio: ['pipe', 'pipe', 'inherit'] },
  );
  children.push(child);
  const lines = createInterface({ input: child.stdout });
  const [url] = (await once(lines, 'line')) as [string];
  return {
    url,
    child,
    says: async (word) => expect(await once(lines, 'line')).toEqual([word]),
    leave: async () => {
      child.stdin.end();
      await once(child, 'exit');
      expect(child.exitCode).toBe(0);
    },
  };
}

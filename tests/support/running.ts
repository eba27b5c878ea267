import { execFile, spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** The built program, started as a user would, on a data directory of its own. */
export interface RunningProgram {
  /** Where the pages are. */
  address: string;
  /** Where the mailbox is. */
  mailbox: string;
  /** Runs a command of the shell beside it, and gives what it printed. */
  boucle(...args: string[]): Promise<string>;
  stop(): Promise<void>;
}

/** What the environment may name, and the tests bring themselves. */
const elsewhere = {
  DATABASE_URL: undefined,
  REDIS_URL: undefined,
  SMTP_URL: undefined,
  PUBLIC_URL: undefined,
};

const entry = join(import.meta.dirname, '../../dist/backend/boucle.js');

export async function startProgram(more: Record<string, string> = {}): Promise<RunningProgram> {
  const dataDir = await mkdtemp(join(tmpdir(), 'boucle-run-'));
  const demonstration = process.env['BOUCLE_DEMONSTRATION'];
  // The files belong to whom the database runs as, which Node's own copy would forget.
  if (demonstration && more['DEMO'] !== '0') await run('cp', ['-a', `${demonstration}/.`, dataDir]);
  const env = { ...process.env, ...elsewhere, DATA_DIR: dataDir, PORT: '0', ...more };
  const child = spawn(process.execPath, [entry, 'serve'], {
    env,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const said = await saidUntil(child, /ready at \S+\n/);
  const address = /ready at (\S+)\n/.exec(said)?.[1] ?? '';
  return {
    address,
    mailbox: /Mailbox\s+(\S+)\n/.exec(said)?.[1] ?? '',
    boucle: async (...args) => {
      const command = spawn(process.execPath, [entry, ...args], {
        env: { ...env, PUBLIC_URL: address },
        stdio: ['ignore', 'pipe', 'inherit'],
      });
      let printed = '';
      command.stdout.on('data', (chunk: Buffer) => (printed += chunk.toString()));
      await once(command, 'close');
      return printed;
    },
    stop: async () => {
      child.kill('SIGTERM');
      if (child.exitCode === null) await once(child, 'exit');
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}

function saidUntil(child: ChildProcess, expected: RegExp): Promise<string> {
  return new Promise((resolve, reject) => {
    let said = '';
    const listen = (chunk: Buffer): void => {
      said += chunk.toString();
      if (expected.test(said)) resolve(said);
    };
    child.stdout?.on('data', listen);
    child.stderr?.on('data', listen);
    child.once('exit', () => reject(new Error(`The program ended before it was ready:\n${said}`)));
  });
}

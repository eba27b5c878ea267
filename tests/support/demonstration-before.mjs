import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

/** What the environment may name, and the tests bring themselves. */
const elsewhere = {
  DATABASE_URL: undefined,
  REDIS_URL: undefined,
  SMTP_URL: undefined,
  PUBLIC_URL: undefined,
};

const entry = join(import.meta.dirname, '../../dist/backend/boucle.js');

/** Starts the program once: every test file starts it on a copy of what that left. */
export default async function shareDemonstration() {
  const dataDir = await mkdtemp(join(tmpdir(), 'boucle-demonstration-'));
  globalThis.forgetDemonstration = () => rm(dataDir, { recursive: true, force: true });
  const child = spawn(process.execPath, [entry, 'serve'], {
    env: { ...process.env, ...elsewhere, DATA_DIR: dataDir, PORT: '0' },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let ready = false;
  for await (const line of createInterface(child.stdout)) {
    if (!/ready at /.test(line)) continue;
    ready = true;
    child.kill('SIGTERM');
  }
  if (child.exitCode === null && child.signalCode === null) await once(child, 'exit');
  if (!ready || child.exitCode !== 0) throw new Error('The demonstration could not be made.');
  process.env.BOUCLE_DEMONSTRATION = dataDir;
}

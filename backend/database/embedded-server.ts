import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import * as fs from 'node:fs/promises';
import { createServer, type AddressInfo } from 'node:net';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { launch, run } from './embedded-binaries.js';
import { explained, handOver, type Cluster } from './embedded-cluster.js';

const LARGEST_LOG = 10_000_000; // bytes
const PASSING =
  /could not bind.*|(lock file .* (already exists|is empty)|bogus data in lock file)|shared memory block .* still in use/;
const PATIENCE = 120_000; // milliseconds: after a crash, or before a stop, there may be much to write down

/** A running PostgreSQL, as it describes itself in its `postmaster.pid`. */
export interface Server {
  pid: number;
  port: number;
  ready: boolean;
}

/** The server that runs on this cluster, whoever started it. */
export async function findServer({ data }: Cluster): Promise<Server | undefined> {
  const file = join(data, 'postmaster.pid');
  const lines = (await fs.readFile(file, 'utf8').catch(() => '')).split('\n');
  const pid = Number(lines[0]);
  if (!pid || !exists(pid)) return undefined;
  if (await isPostgres(pid))
    return { pid, port: Number(lines[3]), ready: lines[7]?.trim() === 'ready' };
  // After a crash its number was given to another process, which PostgreSQL would take for a running server.
  await fs.rm(file, { force: true });
  return undefined;
}

function exists(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

async function isPostgres(pid: number): Promise<boolean> {
  if (process.platform !== 'linux') return true;
  const status = await fs.readFile(`/proc/${pid}/stat`, 'utf8').catch(() => '');
  return /^\d+ \(postgres\) [^ZX]/.test(status);
}

/**
 * Starts the server; it outlives us until somebody stops it. Returns nothing when it is up, and where it is worth
 * another try, why: somebody else was starting or stopping it, or its port was taken meanwhile.
 */
export async function startServer(cluster: Cluster): Promise<string | undefined> {
  if ((await fs.stat(cluster.data)).uid === 0) await handOver(cluster.root, cluster.owner);
  await fs.chmod(cluster.data, 0o700);
  const settings = {
    listen_addresses: '127.0.0.1',
    port: await choosePort(cluster),
    unix_socket_directories: '',
    timezone: 'UTC',
    log_timezone: 'UTC',
    log_checkpoints: 'off',
    logging_collector: 'off',
  };
  const options = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  const log = await openLog(cluster.log);
  try {
    const { size: before } = await log.stat();
    const server = launch(
      cluster.binaries.postgres,
      ['-D', cluster.data, ...options],
      cluster.owner,
      log.fd,
    );
    server.unref();
    cluster.offspring = server;
    if (await becomesReady(cluster, server)) return undefined;
    if (server.exitCode === 0) return 'it was stopped again at once';
    const words = (await fs.readFile(cluster.log)).subarray(before).toString();
    const [passing] = PASSING.exec(words) ?? [];
    if (passing) return passing;
    throw explained(`The database (its log is ${cluster.log}) could not start`, cluster, words);
  } finally {
    await log.close();
  }
}

async function becomesReady(cluster: Cluster, server: ChildProcess): Promise<boolean> {
  let running = true;
  server.once('exit', () => (running = false)).once('error', () => (running = false));
  for (const deadline = Date.now() + PATIENCE; running && Date.now() < deadline; await pause(20)) {
    const found = await findServer(cluster);
    if (found?.pid === server.pid && found?.ready) return true;
  }
  return false;
}

/**
 * Stops the server and waits until it has written everything down. (`pg_ctl stop -w` would go on waiting for a server
 * that somebody starts right after this one.)
 */
export async function stopServer(cluster: Cluster): Promise<void> {
  const server = await findServer(cluster);
  if (!server) return;
  const order = ['stop', '-W', '-m', 'fast', '-D', cluster.data];
  const { succeeded, words } = await run(cluster.binaries.pg_ctl, order, cluster.owner);
  for (const deadline = Date.now() + PATIENCE; ; await pause(20)) {
    if ((await findServer(cluster))?.pid !== server.pid) break;
    if (succeeded && Date.now() < deadline) continue;
    throw explained('The database could not stop', cluster, words);
  }
  if (cluster.offspring) await end(cluster.offspring);
}

/** A process that we started stays in the list of processes until we have heard of its end. */
async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  child.ref();
  await once(child, 'exit');
}

/** Opens the log for more, or afresh once it is long. */
async function openLog(log: string): Promise<fs.FileHandle> {
  const { size } = await fs.stat(log).catch(() => ({ size: 0 }));
  if (size > LARGEST_LOG) await fs.truncate(log);
  return fs.open(log, 'a', 0o600);
}

/** The port of the last time where it is still free, so that a restart does not cut off who knows the address. */
async function choosePort({ data }: Cluster): Promise<number> {
  const last = await fs.readFile(join(data, 'postmaster.opts'), 'utf8').catch(() => '');
  const port = Number(/port=(\d+)/.exec(last)?.[1] ?? 0);
  return freePort(port).catch(() => freePort(0));
}

function freePort(wanted: number): Promise<number> {
  return new Promise((found, failed) => {
    const server = createServer().once('error', failed);
    server.listen(wanted, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo;
      server.close(() => found(port));
    });
  });
}

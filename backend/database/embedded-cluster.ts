import type { ChildProcess } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import * as fs from 'node:fs/promises';
import { join, resolve } from 'node:path';
import {
  chooseOwner,
  findBinaries,
  proveRunnable,
  run,
  type Binaries,
  type Owner,
} from './embedded-binaries.js';
import { StartError } from './start-error.js';

const DRAFT = 'postgres.new-';

/** A PostgreSQL cluster in the data directory: its files, and the programs that bring it to life. */
export interface Cluster {
  dataDir: string;
  /** Holds `cluster` and `password`, and comes into being in one piece. */
  root: string;
  data: string;
  log: string;
  password: string;
  binaries: Binaries;
  owner: Owner | undefined;
  /** The server, where it was this process that started it. */
  offspring?: ChildProcess;
}

/** Opens the cluster of this data directory, made on the spot where there is none. */
export async function openCluster(directory: string): Promise<Cluster> {
  const dataDir = resolve(directory);
  const root = join(dataDir, 'postgres');
  const data = join(root, 'cluster');
  const binaries = await findBinaries();
  await fs.mkdir(dataDir, { recursive: true });
  const owner = await chooseOwner(data, [dataDir, binaries.postgres]);
  await proveRunnable(binaries, owner);
  const cluster = {
    dataDir,
    root,
    data,
    log: join(dataDir, 'postgres.log'),
    password: '',
    binaries,
    owner,
  };
  if (!existsSync(root)) await create(cluster);
  await sweepDrafts(dataDir);
  return { ...cluster, password: await readPassword(root) };
}

async function readPassword(root: string): Promise<string> {
  return fs.readFile(join(root, 'password'), 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'ENOENT') throw error;
    throw new StartError(
      `${root} is not a database of this program: move it away, or choose another directory with DATA_DIR.`,
    );
  });
}

/** Made beside its place and then moved there: a kill half-way, or two starts at once, leave no half-made cluster. */
async function create(cluster: Cluster): Promise<void> {
  const draft = await fs.mkdtemp(join(cluster.dataDir, DRAFT));
  const secret = join(draft, 'password');
  try {
    await fs.writeFile(secret, randomBytes(24).toString('base64url'), { mode: 0o600 });
    await handOver(draft, cluster.owner);
    const identity = ['--username=boucle', '--auth=scram-sha-256', `--pwfile=${secret}`];
    const language = [
      '--encoding=UTF8',
      '--locale=C',
      '--locale-provider=builtin',
      '--builtin-locale=C.UTF-8',
    ];
    const size = ['--set=max_connections=100', '--set=shared_buffers=128MB'];
    const place = ['-D', join(draft, 'cluster')];
    const { succeeded, words } = await run(
      cluster.binaries.initdb,
      [...place, ...identity, ...language, ...size],
      cluster.owner,
    );
    if (!succeeded) throw explained('The database could not be created', cluster, words);
    await fs.rename(draft, cluster.root);
    await persist(cluster.dataDir);
  } catch (error) {
    if (!existsSync(cluster.root)) throw error; // otherwise another process was faster
  } finally {
    await fs.rm(draft, { recursive: true, force: true });
  }
}

/** Once there is a cluster, a draft can only be what a killed process left, or lose the race. */
async function sweepDrafts(dataDir: string): Promise<void> {
  const drafts = (await fs.readdir(dataDir)).filter((name) => name.startsWith(DRAFT));
  for (const draft of drafts) {
    await fs.rm(join(dataDir, draft), { recursive: true, force: true }).catch(() => undefined);
  }
}

async function persist(directory: string): Promise<void> {
  if (process.platform === 'win32') return;
  const handle = await fs.open(directory);
  await handle.sync().finally(() => handle.close());
}

/** Gives files to the user whom the database runs as. */
export async function handOver(path: string, owner: Owner | undefined): Promise<void> {
  if (!owner) return;
  const { succeeded, words } = await run('chown', ['-R', `${owner.uid}:${owner.gid}`, path]);
  if (!succeeded)
    throw new StartError(
      `PostgreSQL refuses to run as root, and ${path} cannot be given away: ${words}`,
    );
}

/** Why PostgreSQL failed, in a sentence, from what it said. */
export function explained(what: string, { dataDir }: Cluster, words: string): StartError {
  if (/No space left on device|Disk quota exceeded|Check free disk space/.test(words))
    return diskFull(dataDir);
  const [, theirs, ours] =
    /initialized by PostgreSQL version (\S+),.* this version (\S+)\./.exec(words) ?? [];
  if (theirs) {
    return new StartError(
      `The data directory ${dataDir} holds a database of PostgreSQL ${theirs}, and this program brings ${ours}: ` +
        'carry it over with pg_dump and DATABASE_URL, or choose another directory with DATA_DIR.',
    );
  }
  const tail = words.trim().split('\n').slice(-8).join('\n  ');
  return new StartError(`${what} in ${dataDir}. Its last words:\n  ${tail}`);
}

/** The sentence for a full disk. */
export function diskFull(dataDir: string): StartError {
  return new StartError(
    `The disk that holds ${dataDir} is full: make room, or choose another place with DATA_DIR.`,
  );
}

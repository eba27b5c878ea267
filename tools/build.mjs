import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdir, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { dirname, join, relative } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { stripVTControlCharacters } from 'node:util';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const dist = join(root, 'dist');

/**
 * Two halves and the public's pages, each rebuilt only when something it is made of has changed.
 * The pages take the law and the shape of what travels from the server, and nothing else.
 */
const halves = [
  {
    name: 'the server',
    stamp: join(dist, '.stamp-backend'),
    madeOf: ['backend', 'migrations', 'tsconfig.json', 'nest-cli.json', 'package-lock.json'],
    leaves: ['backend', 'migrations'],
    command: inModules('@nestjs/cli/bin/nest.js', 'build'),
  },
  {
    name: 'the pages',
    stamp: join(dist, '.stamp-frontend'),
    madeOf: ['frontend', 'backend', 'tsconfig.json', 'angular.json', 'package-lock.json'],
    only: (path) =>
      !path.startsWith('frontend/public/') &&
      (!path.startsWith('backend/') || /^backend\/domain\/|\.dto\.ts$/.test(path)),
    leaves: ['frontend'],
    command: inModules('@angular/cli/bin/ng.js', 'build', '--progress=false'),
  },
  {
    name: 'the public’s pages',
    stamp: join(dist, '.stamp-public'),
    madeOf: [
      ...['frontend/public', 'frontend/styles', 'backend/domain'],
      ...['tools/public.mjs', 'package-lock.json'],
    ],
    leaves: ['public'],
    command: [join(root, 'tools/public.mjs')],
  },
];

/** Builds what is missing or older than its sources. Throws an Error whose message is for people. */
export async function build({ say = (text) => process.stderr.write(text) } = {}) {
  if ((await stale()).length === 0) return;
  const release = await alone(say);
  try {
    const todo = await stale();
    if (todo.length === 0) return;
    say(`Building ${todo.map(({ half }) => half.name).join(' and ')}… `);
    const started = performance.now();
    const results = await Promise.all(todo.map(make));
    const seconds = ((performance.now() - started) / 1000).toFixed(1);
    const failures = results.filter((failure) => failure !== undefined);
    say(failures.length ? `failed after ${seconds} s\n` : `done in ${seconds} s\n`);
    if (failures.length) throw new Error(failures.join('\n\n'));
  } finally {
    release();
  }
}

async function stale() {
  const states = await Promise.all(
    halves.map(async (half) => ({
      half,
      hash: await hashOf(half),
      stamp: await readFile(half.stamp, 'utf8').catch(() => ''),
    })),
  );
  return states.filter(({ hash, stamp }) => hash !== stamp);
}

async function make({ half, hash }) {
  // Before anything is touched: a build that dies halfway must not pass for a finished one.
  await rm(half.stamp, { force: true });
  // A migration that was renamed would otherwise live on in the output, and be run.
  await Promise.all(
    half.leaves.map((name) => rm(join(dist, name), { recursive: true, force: true })),
  );
  const { code, output } = await run(half.command);
  if (code !== 0)
    return `Building ${half.name} failed:\n${stripVTControlCharacters(output).trim()}`;
  await writeFile(half.stamp, hash);
}

function inModules(script, ...args) {
  return [join(root, 'node_modules', script), ...args];
}

function run(command) {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, command, {
      cwd: root,
      env: { ...process.env, NG_CLI_ANALYTICS: 'false' },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let output = '';
    child.stdout.on('data', (chunk) => (output += chunk));
    child.stderr.on('data', (chunk) => (output += chunk));
    child.on('error', reject);
    child.on('close', (code) => resolve({ code, output }));
  });
}

async function hashOf({ madeOf, only = () => true }) {
  const paths = (await Promise.all(madeOf.map(filesIn))).flat().filter(only).sort();
  const contents = await Promise.all(paths.map((path) => readFile(join(root, path))));
  const hash = createHash('sha256');
  paths.forEach((path, at) =>
    hash.update(`${path}\0${contents[at].length}\0`).update(contents[at]),
  );
  return hash.digest('hex');
}

async function filesIn(name) {
  const path = join(root, name);
  const entries = await readdir(path, { recursive: true, withFileTypes: true }).catch((error) => {
    if (error.code === 'ENOTDIR') return undefined;
    if (error.code === 'ENOENT') return [];
    throw error;
  });
  if (!entries) return [name];
  return entries
    .filter((entry) => entry.isFile() && !entry.name.endsWith('.spec.ts'))
    .map((entry) => relative(root, join(entry.parentPath, entry.name)).replaceAll('\\', '/'));
}

/** SQLite holds the lock because the system lets go of it however the process ends. */
async function alone(say) {
  await mkdir(dist, { recursive: true });
  const lock = new DatabaseSync(join(dist, '.lock'));
  for (let waited = 0; ; waited++) {
    try {
      lock.exec('BEGIN EXCLUSIVE');
      return () => lock.close();
    } catch (error) {
      if (!/locked|busy/.test(error.message)) throw error;
      if (waited === 0) say('Waiting for a build that is already running…\n');
      await sleep(200);
    }
  }
}

if (import.meta.main) {
  await build().catch((error) => {
    process.stderr.write(`${error.message}\n`);
    process.exitCode = 1;
  });
}

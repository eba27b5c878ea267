import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { joinEmbedded } from '../../dist/backend/database/embedded.js';
import { openPostOffice } from './post-office.mjs';

/*
 * A thousand letters to a mail server that misbehaves, by workers that are killed and a database
 * that hangs up: none may be lost, and none sent twice but what was in flight at a kill.
 */
const size = 1000;
const kills = 20;
const cuts = 5;
/** Longer than the worst of recoveries; a letter that is not there by then is lost. */
const longest = 8 * 60_000;

await using house = new AsyncDisposableStack();
const dataDir = await mkdtemp(join(tmpdir(), 'boucle-faults-'));
house.defer(() => rm(dataDir, { recursive: true, force: true }));
const embedded = await joinEmbedded(dataDir);
house.defer(() => embedded.leave());

const tried = [await underFire('postgres'), await sideBySide('postgres')];
const redis = await openRedis();
if (redis) tried.push(await underFire('redis', redis), await sideBySide('redis', redis));
else process.stdout.write('no Redis here: the queue was tried on PostgreSQL alone\n');

const sum = (key) => tried.reduce((total, one) => total + one[key], 0);
process.stdout.write(
  `faults: ${sum('letters')} letters, ${sum('lost')} lost, ${sum('duplicated')} duplicated, ` +
    `${sum('wrongly')} of them not in flight at a kill\n`,
);
process.exitCode = sum('lost') + sum('wrongly') > 0 ? 1 : 0;

/** One worker after the other, each killed in the middle of its work. */
async function underFire(queue, redisUrl) {
  const base = await openBase(`fire_${queue}`);
  const random = seeded(20_261_122);
  const inFlight = new Set();
  let last = Date.now();
  let [killed, cut] = [0, 0];
  let worker;
  const moods = { refuse: 0.03, close: 0.02, hang: 0.004 };
  const office = await openPostOffice({
    slow: 15,
    mood() {
      let draw = random();
      for (const [mood, share] of Object.entries(moods)) {
        if ((draw -= share) < 0) return mood;
      }
      return 'take';
    },
    onTaken() {
      last = Date.now();
      const count = office.taken.size;
      // In the very moment that the server says yes: the worst one.
      if (killed < kills && count >= ((killed + 1) * size * 0.9) / kills) {
        killed += 1;
        worker.child.kill('SIGKILL');
      } else if (cut < cuts && count >= ((cut + 0.5) * size * 0.9) / cuts) {
        cut += 1;
        void base.hangUp();
      }
    },
  });
  const env = {
    DATABASE_URL: base.url,
    SMTP_URL: office.url,
    ...(redisUrl && { REDIS_URL: redisUrl }),
  };
  await migrated(base, env);
  await base.write(size);
  const started = Date.now();
  let waiting = size;
  worker = startWorker(env);
  while (waiting > 0 && Date.now() - started < longest) {
    if (worker.child.exitCode !== null || worker.child.signalCode !== null) {
      // What the server took and the row does not tell was in flight.
      const unsent = await base.waiting();
      for (const id of office.taken.keys()) if (unsent.has(id)) inFlight.add(id);
      worker = startWorker(env);
    }
    await pause(100);
    waiting = (await base.waiting()).size;
    // A letter that was put off waits for a minute: it is made to seem over.
    if (waiting > 0 && Date.now() - last > 5_000) await base.age();
  }
  await stop(worker);
  const result = judge(base.ids, office.taken, inFlight);
  tell(`${queue}, ${killed} kills, ${cut} cuts`, result, started);
  await office.close();
  await base.close();
  return result;
}

/** Three workers that share the work, and no fault: exactly one of each. */
async function sideBySide(queue, redisUrl) {
  const base = await openBase(`side_${queue}`);
  const office = await openPostOffice();
  const env = {
    DATABASE_URL: base.url,
    SMTP_URL: office.url,
    ...(redisUrl && { REDIS_URL: redisUrl }),
  };
  await migrated(base, env);
  await base.write(size);
  const started = Date.now();
  const workers = [startWorker(env), startWorker(env), startWorker(env)];
  while ((await base.waiting()).size > 0 && Date.now() - started < longest) await pause(200);
  // Whoever would send one again has had the time to.
  await pause(2000);
  await Promise.all(workers.map(stop));
  const result = judge(base.ids, office.taken, new Set());
  tell(`${queue}, three workers`, result, started);
  await office.close();
  await base.close();
  return result;
}

function judge(ids, taken, inFlight) {
  const twice = ids.filter((id) => (taken.get(id) ?? 0) > 1);
  return {
    letters: ids.length,
    lost: ids.filter((id) => !taken.has(id)).length,
    duplicated: twice.length,
    wrongly: twice.filter((id) => !inFlight.has(id)).length,
  };
}

function tell(what, { letters, lost, duplicated, wrongly }, started) {
  const seconds = ((Date.now() - started) / 1000).toFixed(0);
  process.stdout.write(
    `${what}: ${letters} letters, ${lost} lost, ${duplicated} duplicated, ` +
      `${wrongly} of them not in flight at a kill; ${seconds} s\n`,
  );
}

/** A database of its own in the embedded server, with an organisation that has letters to send. */
async function openBase(name) {
  const owner = new pg.Client({ connectionString: embedded.url });
  await owner.connect();
  await owner.query(`CREATE DATABASE ${name}`);
  const url = Object.assign(new URL(embedded.url), { pathname: `/${name}` }).toString();
  const pool = new pg.Pool({ connectionString: url, max: 2, application_name: 'faults' });
  pool.on('error', () => undefined);
  const ids = [];
  return {
    url,
    ids,
    async write(count) {
      const organization = await pool.query(
        `INSERT INTO organization (id, name) VALUES (gen_random_uuid(), 'CCAS de Valmont') RETURNING id`,
      );
      const { rows } = await pool.query(
        `INSERT INTO letter (organization_id, id, kind, recipient, subject, text, html, created_at)
         SELECT $1, gen_random_uuid(), 'digest', 'lettre-' || n || '@exemple.example', 'Lettre ' || n,
                'Bonjour', '<p>Bonjour</p>', now() - interval '2 minutes'
           FROM generate_series(1, $2) AS n RETURNING id`,
        [organization.rows[0].id, count],
      );
      ids.push(...rows.map(({ id }) => messageId(id)));
    },
    async waiting() {
      const { rows } = await pool.query(`SELECT id FROM letter WHERE state <> 'sent'`);
      return new Set(rows.map(({ id }) => messageId(id)));
    },
    /** As if a minute had gone by since each letter that waits was tried. */
    age: () =>
      pool.query(`UPDATE letter SET tried_at = tried_at - interval '1 minute'
                   WHERE id IN (SELECT id FROM letter WHERE state = 'waiting' FOR UPDATE SKIP LOCKED)`),
    /** The database hangs up on every worker. */
    hangUp: () =>
      owner.query(
        `SELECT pg_terminate_backend(pid) FROM pg_stat_activity
          WHERE datname = $1 AND application_name <> 'faults'`,
        [name],
      ),
    async close() {
      await pool.end();
      await owner.query(`DROP DATABASE ${name} WITH (FORCE)`);
      await owner.end();
    },
  };
}

function messageId(id) {
  return `<${id}@boucle.example>`;
}

/** The schema is there before the letters are. */
async function migrated(base, env) {
  const worker = startWorker(env);
  await worker.ready;
  await stop(worker);
}

function startWorker(env) {
  const child = spawn(process.execPath, ['dist/backend/boucle.js', 'serve', '--worker'], {
    env: { ...process.env, DEMO: '0', MAIL_FROM: 'boucle@boucle.example', ...env },
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  const ready = new Promise((resolve) => {
    child.stdout.on('data', (said) => said.toString().includes('is ready') && resolve());
    child.once('exit', resolve);
  });
  return { child, ready };
}

async function stop({ child }) {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = once(child, 'exit');
  child.kill('SIGTERM');
  await gone;
}

/** The Redis that is there, or one of our own where its server is installed. */
async function openRedis() {
  if (process.env.REDIS_URL) return process.env.REDIS_URL;
  if (spawnSync('redis-server', ['--version']).error) return null;
  const port = await freePort();
  const child = spawn('redis-server', ['--port', port, '--save', '', '--appendonly', 'no'], {
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  house.defer(async () => {
    const gone = once(child, 'exit');
    child.kill();
    await gone;
  });
  for await (const said of child.stdout) if (said.toString().includes('Ready to accept')) break;
  return `redis://127.0.0.1:${port}`;
}

function freePort() {
  return new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => resolve(String(port)));
    });
  });
}

/** The same chances in every run (mulberry32, Tommy Ettinger, public domain). */
function seeded(seed) {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

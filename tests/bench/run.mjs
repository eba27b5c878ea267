import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { joinEmbedded } from '../../dist/backend/database/embedded.js';
import { compare } from './load.mjs';

/** How many feedback the lists are read from. */
const size = 10_000;
const connections = 8;
const pool = 12;

await using house = new AsyncDisposableStack();
const dataDir = await mkdtemp(join(tmpdir(), 'boucle-bench-'));
house.defer(() => rm(dataDir, { recursive: true, force: true }));
const embedded = await joinEmbedded(dataDir);
house.defer(() => embedded.leave());

const ourUrl = await start(['dist/backend/boucle.js', 'serve', '--api'], {
  ...{ PORT: '0', DATABASE_URL: embedded.url, DEMO: '1' },
});
const { organizationId, units } = await seed(embedded.url);
const bareUrl = await start(['tests/bench/bare.mjs'], {
  ...{ DATABASE_URL: embedded.url, ORGANIZATION: organizationId, POOL: String(pool) },
  UNITS: units.join(','),
});

const json = { 'content-type': 'application/json' };
const signIn = await fetch(`${ourUrl}/api/session`, {
  ...{ method: 'POST', headers: json },
  body: JSON.stringify({ email: 'qualite@valmont.example', password: 'valmont-demonstration' }),
});
const cookie = signIn.headers.get('set-cookie').split(';')[0];
const bareList = { url: `${bareUrl}/list`, connections };
await compare(
  'feedback.list',
  { url: `${ourUrl}/api/feedback`, headers: { cookie }, count: 300, connections },
  { ...bareList, count: 300 },
  { rounds: 9, said: `first page of 25 and the total, among ${size} feedback in 4 units` },
);

const body = JSON.stringify({
  ...{ kind: 'anomaly', unitId: units[0], channel: 'front_desk', reporter: 'user' },
  body: 'Le distributeur de tickets de l’accueil ne marche plus depuis ce matin.',
});
const creating = { method: 'POST', body, connections, count: 400 };
await compare(
  'feedback.create',
  { ...creating, url: `${ourUrl}/api/feedback`, headers: { ...json, cookie } },
  { ...creating, url: `${bareUrl}/create`, headers: json },
  {
    rounds: 9,
    said:
      'one feedback with its permission, tenant, reference, follow-up code and journal line, ' +
      'against one bare INSERT',
  },
);

/** Starts a program that prints its address, and ends it with the bench. */
function start(args, env) {
  const child = spawn(process.execPath, args, {
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  house.defer(async () => {
    if (child.exitCode !== null) return;
    child.kill();
    await once(child, 'exit');
  });
  return new Promise((resolve, reject) => {
    let said = '';
    child.stdout.on('data', (chunk) => {
      said += chunk;
      const [, address] = /at (http:\S+)\n/.exec(said) ?? [];
      if (address) resolve(address);
    });
    child.once('exit', () => reject(new Error(`${args.join(' ')} ended before it was ready`)));
  });
}

/** Fills the demonstration organisation up to the bench's size. */
async function seed(url) {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const [{ id }] = (await client.query('SELECT id FROM organization')).rows;
  const { rows: units } = await client.query(
    'SELECT id FROM unit WHERE organization_id = $1 ORDER BY path',
    [id],
  );
  await client.query(
    `INSERT INTO feedback (organization_id, id, reference, kind, unit_id, channel, reporter, body,
        received_on)
     SELECT $1, gen_random_uuid(), 'bench-' || n, 'suggestion', ($2::uuid[])[1 + n % 4], 'web',
        'user', repeat('Une idée pour mieux accueillir, numéro ' || n || '. ', 6),
        current_date - n % 700
       FROM generate_series(1, $3::int) AS n`,
    [id, units.slice(1).map((unit) => unit.id), size],
  );
  await client.query('ANALYZE');
  await client.end();
  return { organizationId: id, units: units.map((unit) => unit.id) };
}

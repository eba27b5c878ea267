import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { joinEmbedded } from '../../dist/backend/database/embedded.js';
import { compare } from './load.mjs';
import { wordOf } from './told.mjs';

/** How many feedback, and how many actions, the lists are read from. */
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
const { organizationId, units, person } = await seed(embedded.url);
const bareUrl = await start(['tests/bench/bare.mjs'], {
  ...{ DATABASE_URL: embedded.url, ORGANIZATION: organizationId, POOL: String(pool) },
  UNITS: units.join(','),
  PERSON: person,
});

const json = { 'content-type': 'application/json' };
const signIn = await fetch(`${ourUrl}/api/session`, {
  ...{ method: 'POST', headers: json },
  body: JSON.stringify({ email: 'qualite@valmont.example', password: 'valmont-demonstration' }),
});
const cookie = signIn.headers.get('set-cookie').split(';')[0];
const lists = {
  list: ['', `first page of 25 and the total, among ${size} feedback in 4 units`],
  filter: [
    `?state=received&days=90&unitId=${units[1]}`,
    'the same of one unit, of one state and of 90 days',
  ],
  search: ['?q=r%C3%A9clamations', 'the same of those that hold a word, in one of ten'],
};
for (const [name, [filters, said]] of Object.entries(lists)) {
  const load = { count: 300, connections };
  await compare(
    `feedback.${name}`,
    { ...load, url: `${ourUrl}/api/feedback${filters}`, headers: { cookie } },
    { ...load, url: `${bareUrl}/${name}` },
    { rounds: 9, said },
  );
}

const page = { count: 200, connections };
await compare(
  'action.list',
  {
    ...{ ...page, headers: { cookie } },
    urls: ['', '/counts'].map((part) => `${ourUrl}/api/actions${part}?status=open`),
  },
  { ...page, urls: ['/actions', '/counts'].map((part) => bareUrl + part) },
  {
    rounds: 9,
    said: `first page of 25 that are open, their total and the figures above them, among ${size} actions`,
  },
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
      'one feedback with its permission, tenant, reference, follow-up code, clocks, words for the ' +
      'search and journal line, against one bare INSERT into a table without triggers',
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
    `INSERT INTO feedback (organization_id, id, reference, kind, state, unit_id, channel, reporter,
        body, received_on, answer_by, answer_basis)
     SELECT $1, gen_random_uuid(), 'bench-' || n, 'suggestion',
        ('{received,qualified,in_progress}'::text[])[1 + n % 3], ($2::uuid[])[1 + n % 4], 'web',
        'user', body, current_date - (n % 700)::int, current_date - (n % 700)::int + 61,
        'CRPA L231-4'
       FROM unnest($3::text[]) WITH ORDINALITY AS told (body, n)`,
    [
      id,
      units.slice(1).map((unit) => unit.id),
      Array.from({ length: size }, (_, nth) => wordOf(nth)),
    ],
  );
  const person = await seedActions(client, id, units);
  await client.query('ANALYZE');
  await client.end();
  return { organizationId: id, units: units.map((unit) => unit.id), person };
}

/** As many actions, most of them settled, and gives the id of whoever looks at them. */
async function seedActions(client, id, units) {
  const { rows: people } = await client.query(
    'SELECT id, email FROM person WHERE organization_id = $1 ORDER BY id',
    [id],
  );
  await client.query(
    `WITH opened AS (
       INSERT INTO action (organization_id, id, reference, kind, state, title, description, unit_id,
          owner_id, created_by, due_on, done_on, cancel_reason, created_at)
       SELECT $1, gen_random_uuid(), 'bench-' || n, 'corrective',
          (CASE WHEN n % 10 < 3 THEN 'in_progress' WHEN n % 10 < 9 THEN 'done' ELSE 'cancelled' END),
          'Action ' || n, repeat('Ce qu’il y a à faire. ', 10), ($2::uuid[])[1 + n % 4],
          ($3::uuid[])[1 + n % 5], ($3::uuid[])[1], current_date - 500 + n % 700,
          CASE WHEN n % 10 BETWEEN 3 AND 8 THEN current_date - n % 400 END,
          CASE WHEN n % 10 = 9 THEN 'Doublon' END, now() - interval '1 day' * (400 + n % 400)
         FROM generate_series(1, $4::int) n
       RETURNING organization_id, id)
     INSERT INTO origin (organization_id, id, action_id, kind, reference)
     SELECT organization_id, gen_random_uuid(), id, 'audit', 'Critère 3.12.1' FROM opened`,
    [id, units.slice(1).map((unit) => unit.id), people.map((one) => one.id), size],
  );
  return people.find(({ email }) => email === 'qualite@valmont.example').id;
}

import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { simpleParser } from 'mailparser';
import { createTransport } from 'nodemailer';
import pg from 'pg';
import { joinEmbedded } from '../../dist/backend/database/embedded.js';
import { migrate } from '../../dist/backend/database/migrate.js';
import { openRooms } from '../../dist/backend/http.js';
import { JobWorker } from '../../dist/backend/jobs/worker.js';
import { DigestService } from '../../dist/backend/reminders/digest.service.js';
import { readSettings } from '../../dist/backend/settings.js';
import { openPostOffice } from '../faults/post-office.mjs';
import { tell } from './load.mjs';

/** How many people owe something, and how many things each. */
const people = 400;
const each = 3;
const dueOn = '2027-03-23';
/** A year of Tuesdays, on each of which a step comes due. */
const days = ['2027-03-16', '2027-03-22', '2027-03-23', '2027-03-30', '2027-04-06', '2027-04-13'];

await using house = new AsyncDisposableStack();
const dataDir = await mkdtemp(join(tmpdir(), 'boucle-mail-'));
house.defer(() => rm(dataDir, { recursive: true, force: true }));
const embedded = await joinEmbedded(dataDir);
house.defer(() => embedded.leave());
await migrate(embedded.url);

let arrived = 0;
let awaited = { count: Infinity, come: () => undefined };
const office = await openPostOffice({
  keep: true,
  onTaken() {
    arrived += 1;
    if (arrived === awaited.count) awaited.come();
  },
});
house.defer(() => office.close());

await seed();
const settings = readSettings({ SMTP_URL: office.url, DEMO: '0', DATA_DIR: dataDir, PORT: '0' });
const rooms = await openRooms(settings, embedded.url);
house.defer(() => rooms.close());
await rooms.get(JobWorker).start();
const digests = rooms.get(DigestService);
const transport = createTransport({ url: office.url, pool: true, maxConnections: 3 });
house.defer(() => transport.close());

const ratios = [];
for (const [round, day] of days.entries()) {
  const ours = await until(people, () => digests.sweep(new Date(`${day}T09:00:00Z`)));
  const letters = await Promise.all(
    office.kept.splice(0).map(async (raw) => {
      const { from, to, subject, text, html, messageId } = await simpleParser(raw);
      return { from: from.text, to: to.text, subject, text, html, messageId };
    }),
  );
  const bare = await until(letters.length, () =>
    Promise.all(letters.map((letter) => transport.sendMail(letter))),
  );
  office.kept.splice(0);
  if (round > 0) ratios.push(ours / bare);
}
tell(
  'mail.digest',
  ratios,
  `${people} digests of ${each} actions found, drawn, written, queued, sent and marked, against the ` +
    `same letters by nodemailer alone, over 3 connections each; ${ratios.length} rounds`,
);

/** How long it takes, in milliseconds, until so many letters have arrived. */
function until(count, work) {
  const started = performance.now();
  return new Promise((resolve, reject) => {
    awaited = { count: arrived + count, come: () => resolve(performance.now() - started) };
    Promise.resolve(work()).catch(reject);
  });
}

async function seed() {
  const client = new pg.Client({ connectionString: embedded.url });
  await client.connect();
  await client.query(
    `WITH o AS (INSERT INTO organization (id, name) VALUES (gen_random_uuid(), 'CCAS de Valmont')
                RETURNING id),
     u AS (INSERT INTO unit (organization_id, id, name, kind, path, public_key)
           SELECT o.id, fresh, 'Accueil', 'reception', ARRAY[fresh], 'banc'
             FROM o, gen_random_uuid() AS fresh RETURNING organization_id, id),
     p AS (INSERT INTO person (organization_id, id, name, email, active)
           SELECT organization_id, gen_random_uuid(), 'Personne ' || n,
                  'personne-' || n || '@exemple.example', true
             FROM u, generate_series(1, $1::int) AS n RETURNING organization_id, id),
     a AS (INSERT INTO action (organization_id, id, reference, kind, title, unit_id, owner_id, due_on,
             created_by)
           SELECT p.organization_id, gen_random_uuid(), p.id || '-' || n, 'corrective',
                  'Remettre en état la rampe ' || n, u.id, p.id, $3::date, p.id
             FROM p, u, generate_series(1, $2::int) AS n RETURNING organization_id, id)
     INSERT INTO origin (organization_id, id, action_id, kind, reference)
       SELECT organization_id, gen_random_uuid(), id, 'audit', '3.12.1' FROM a`,
    [people, each, dueOn],
  );
  await client.query('ANALYZE');
  await client.end();
}

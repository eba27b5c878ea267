import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { joinEmbedded } from '../../backend/database/embedded.js';
import { migrate } from '../../backend/database/migrate.js';

/** The database that every other is a copy of: the whole schema and no row. */
const pristine = 'pristine';

/** Whoever copies it holds this lock; 1 is the cluster's own, see `joinEmbedded`. */
const copying = 2;

/** A database of one's own, in the cluster that all test files of a run share. */
export interface OwnDatabase {
  url: string;
  /** Leaves the cluster; the files go when the last one has left. */
  close(): Promise<void>;
}

/** Copies the schema into a database of its own, which is quicker than making a cluster. */
export async function openDatabase(): Promise<OwnDatabase> {
  const embedded = await joinEmbedded(process.env['BOUCLE_TEST_CLUSTER'] ?? '');
  const close = () => embedded.leave();
  const name = `test_${randomUUID()}`;
  try {
    await onCluster(embedded.url, async (client) => {
      // One at a time: a database that somebody is writing to can't be copied.
      await client.query('SELECT pg_advisory_lock($1)', [copying]);
      await ensurePristine(client, embedded.url);
      await client.query(`CREATE DATABASE "${name}" TEMPLATE ${pristine}`);
    });
  } catch (error) {
    await close();
    throw error;
  }
  return { url: at(embedded.url, name), close };
}

async function ensurePristine(client: pg.Client, url: string): Promise<void> {
  const { rowCount } = await client.query('SELECT FROM pg_database WHERE datname = $1', [pristine]);
  if (rowCount) return;
  // What a power cut would take is of no worth here.
  await client.query('ALTER SYSTEM SET fsync = off');
  await client.query('SELECT pg_reload_conf()');
  await client.query('DROP DATABASE IF EXISTS draft WITH (FORCE)');
  await client.query('CREATE DATABASE draft');
  await migrate(at(url, 'draft'));
  await client.query(`ALTER DATABASE draft RENAME TO ${pristine}`);
}

async function onCluster(url: string, work: (client: pg.Client) => Promise<void>): Promise<void> {
  const client = new pg.Client({ connectionString: at(url, 'postgres') });
  await client.connect();
  try {
    await work(client);
  } finally {
    await client.end();
  }
}

function at(url: string, name: string): string {
  return Object.assign(new URL(url), { pathname: `/${name}` }).toString();
}

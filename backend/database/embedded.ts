import { resolve } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { diskFull, openCluster, type Cluster } from './embedded-cluster.js';
import { findServer, startServer, stopServer } from './embedded-server.js';
import { StartError } from './start-error.js';

const PATIENCE = 120_000; // milliseconds: a server that was cut off may have to recover first
const SETBACKS = 40;
const PRESENCE = 1; // the advisory lock that everybody who joined shares, in the database "postgres"

/** A share in the embedded PostgreSQL. */
export interface EmbeddedDatabase {
  /** The address of the database `boucle`, of which its user is the owner and the server's superuser. */
  url: string;
  /** Leaves; the last one out stops the server. May be called twice. */
  leave(): Promise<void>;
}

/**
 * Joins the PostgreSQL that lives in this data directory, shared by every process that joins it: makes it on the first
 * day, starts it when it is not running. It runs apart from us, so that Ctrl-C or a crash of ours does not stop it
 * before `leave` does. Throws a `StartError` that says what to mend.
 */
export async function joinEmbedded(dataDir: string): Promise<EmbeddedDatabase> {
  try {
    const cluster = await openCluster(dataDir);
    const client = await attach(cluster);
    await ensureDatabase(client);
    return membership(cluster, client);
  } catch (error) {
    throw asSentence(error, resolve(dataDir));
  }
}

function membership(cluster: Cluster, first: pg.Client): EmbeddedDatabase {
  let leaving: Promise<void> | undefined;
  let presence = watched(first);

  function watched(client: pg.Client): Promise<pg.Client | undefined> {
    client.once('end', () => {
      if (!leaving) presence = rejoin();
    });
    return Promise.resolve(client);
  }

  /** A server that fell over took our presence with it: without it, somebody else's `leave` would stop the server. */
  async function rejoin(): Promise<pg.Client | undefined> {
    while (!leaving) {
      const client = await attach(cluster).catch(() => pause(1000));
      if (client) return watched(client);
    }
    return undefined;
  }

  async function leave(): Promise<void> {
    const client = await presence;
    if (client && (await isLast(client))) await stopServer(cluster);
    await client?.end().catch(() => undefined);
  }

  const url = `postgres://boucle:${cluster.password}@127.0.0.1:${first.port}/boucle`;
  return { url, leave: () => (leaving ??= leave()) };
}

/**
 * Presence is a lock that the server holds for a connection, so it ends with its process however that dies. Whoever
 * leaves lets go first: of two who leave at once, one gets the exclusive lock, and it keeps newcomers out until the end.
 */
async function isLast(client: pg.Client): Promise<boolean> {
  try {
    await client.query('SELECT pg_advisory_unlock_shared($1)', [PRESENCE]);
    const { rows } = await client.query<{ last: boolean }>(
      'SELECT pg_try_advisory_lock($1) AS last',
      [PRESENCE],
    );
    return rows[0]?.last ?? false;
  } catch {
    return false; // the server is gone already
  }
}

async function attach(cluster: Cluster): Promise<pg.Client> {
  const deadline = Date.now() + PATIENCE;
  let trouble = 'it is not ready';
  let setbacks = 0;
  while (Date.now() < deadline && setbacks < SETBACKS) {
    const server = await findServer(cluster);
    if (!server) {
      const setback = await startServer(cluster);
      if (!setback) continue;
      trouble = setback;
      setbacks += 1;
    } else if (server.ready) {
      const client = await knock(server.port, cluster.password).catch((error: Error) => {
        trouble = error.message;
      });
      if (client) return client;
    }
    await pause(50);
  }
  throw new StartError(
    `The database in ${cluster.dataDir} does not answer (${trouble}): ${cluster.log} may say why.`,
  );
}

/** Connects and takes a place; nothing when the server is about to be stopped by the last one who left. */
async function knock(port: number, password: string): Promise<pg.Client | undefined> {
  const client = new pg.Client({
    host: '127.0.0.1',
    port,
    user: 'boucle',
    password,
    database: 'postgres',
    ssl: false,
    application_name: 'boucle presence',
    connectionTimeoutMillis: 5000,
  });
  client.on('error', () => undefined); // "end" follows
  await client.connect();
  const { rows } = await client.query<{ in: boolean }>(
    'SELECT pg_try_advisory_lock_shared($1) AS in',
    [PRESENCE],
  );
  if (rows[0]?.in) return client;
  await client.end();
  return undefined;
}

async function ensureDatabase(client: pg.Client): Promise<void> {
  const { rowCount } = await client.query(`SELECT FROM pg_database WHERE datname = 'boucle'`);
  if (rowCount) return;
  await client.query('CREATE DATABASE boucle').catch((error: pg.DatabaseError) => {
    const madeMeanwhile = error.code === '42P04' || error.code === '23505';
    if (!madeMeanwhile) throw error;
  });
}

function asSentence(error: unknown, dataDir: string): unknown {
  const { code, syscall, message } = error as NodeJS.ErrnoException;
  if (code === 'ENOSPC' || code === 'EDQUOT' || code === '53100') return diskFull(dataDir);
  if (error instanceof StartError || !syscall) return error;
  return new StartError(
    `The data directory ${dataDir} cannot be used (${message}): ` +
      'give this user the right to read and write there, or choose another with DATA_DIR.',
  );
}

import { runMigrations } from 'bullmq';
import pg from 'pg';
import { owningSource } from './data-source.js';
import { StartError } from './start-error.js';

/** The oldest PostgreSQL that the program was tried on. */
const oldestVersion = 15;

/** Two programs that start at once bring the schema up one after the other. */
const migrationLock = 8_122_020;

/**
 * Brings the schema up to date, the queues' own included.
 * @throws StartError where the server can't be reached or is too old.
 */
export async function migrate(url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 10_000 });
  try {
    await client.connect().catch((error: Error) => {
      throw new StartError(
        `PostgreSQL does not answer at ${withoutPassword(url)} (${reason(error)}). ` +
          'Check DATABASE_URL and that the server is running.',
      );
    });
    await refuseOldServer(client);
    await client.query('SELECT pg_advisory_lock($1)', [migrationLock]);
    await migrateOwnTables(url);
    await runMigrations(client);
  } finally {
    await client.end();
  }
}

async function migrateOwnTables(url: string): Promise<void> {
  const source = await (await owningSource(url)).initialize();
  try {
    await source.runMigrations();
  } finally {
    await source.destroy();
  }
}

async function refuseOldServer(client: pg.Client): Promise<void> {
  const { rows } = await client.query<{ version: number; label: string }>(
    `SELECT current_setting('server_version_num')::int / 10000 AS version,
            current_setting('server_version') AS label`,
  );
  const [server] = rows;
  if (server && server.version >= oldestVersion) return;
  throw new StartError(
    `PostgreSQL ${server?.label} is too old: Boucle needs ${oldestVersion} or newer. ` +
      'Upgrade the server, or unset DATABASE_URL to use the embedded one.',
  );
}

function withoutPassword(url: string): string {
  const parsed = new URL(url);
  parsed.password = '';
  return parsed.toString();
}

function reason(error: Error): string {
  const causes = error instanceof AggregateError ? (error.errors as Error[]) : [error];
  return causes.map(({ message }) => message).join('; ');
}

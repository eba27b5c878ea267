import { join } from 'node:path';
import pg from 'pg';
import { DataSource, type DataSourceOptions } from 'typeorm';
import { entities } from './entities.js';
import { SnakeNaming } from './naming.js';

// A calendar day has no time zone: read as a Date it would move for whoever is not at Greenwich.
pg.types.setTypeParser(pg.types.builtins.DATE, (day) => day);

/** The role that the program works under: it owns no table, so the wall holds for it. */
const workingRole = 'boucle_app';

/** Options of the program's own pool, under the working role. */
export function workingOptions(url: string, poolSize = 12): DataSourceOptions {
  return {
    type: 'postgres',
    url,
    entities,
    namingStrategy: new SnakeNaming(),
    poolSize,
    applicationName: 'boucle',
    extra: { options: `-c role=${workingRole}`, connectionTimeoutMillis: 10_000 },
  };
}

/** The owner's data source, for the changes of the schema alone. */
export function owningSource(url: string): DataSource {
  return new DataSource({
    type: 'postgres',
    url,
    entities,
    namingStrategy: new SnakeNaming(),
    migrations: [join(import.meta.dirname, '../../migrations/*.{js,ts}')],
    migrationsTransactionMode: 'each',
    poolSize: 2,
    applicationName: 'boucle migrations',
    extra: { connectionTimeoutMillis: 10_000 },
  });
}

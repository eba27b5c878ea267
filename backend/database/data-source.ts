import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import pg from 'pg';
import { DataSource, type DataSourceOptions, type MigrationInterface } from 'typeorm';
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
export async function owningSource(url: string): Promise<DataSource> {
  return new DataSource({
    type: 'postgres',
    url,
    entities,
    namingStrategy: new SnakeNaming(),
    migrations: await loadMigrations(),
    migrationsTransactionMode: 'each',
    poolSize: 2,
    applicationName: 'boucle migrations',
    extra: { connectionTimeoutMillis: 10_000 },
  });
}

/** Every change of the schema, from its folder: what TypeORM loads by itself can be loaded once a process. */
async function loadMigrations(): Promise<MigrationClass[]> {
  const folder = join(import.meta.dirname, '../../migrations');
  const files = (await readdir(folder)).filter((name) => /^\d+-[\w-]+\.(js|ts)$/.test(name)).sort();
  const modules = await Promise.all(
    files.map((name) => import(pathToFileURL(join(folder, name)).href) as Promise<object>),
  );
  return modules.flatMap((module) => Object.values(module) as MigrationClass[]);
}

type MigrationClass = new () => MigrationInterface;

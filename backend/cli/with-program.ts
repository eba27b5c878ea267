import type { INestApplicationContext } from '@nestjs/common';
import { migrate } from '../database/migrate.js';
import { Tenancy, type Tenant } from '../database/tenancy.js';
import { openRooms } from '../http.js';
import { openDatabase } from '../main.js';
import { Organization } from '../organization/organization.entity.js';
import { readSettings } from '../settings.js';
import { CommandError } from './command-error.js';

/** Does one thing with the program's rooms, beside a server that runs or without any. */
export async function withProgram(
  work: (program: INestApplicationContext) => Promise<void>,
): Promise<void> {
  const settings = readSettings(process.env);
  await using house = new AsyncDisposableStack();
  const databaseUrl = await openDatabase(settings, house);
  await migrate(databaseUrl);
  const program = await openRooms(settings, databaseUrl);
  house.defer(() => program.close());
  await work(program);
}

/** The only organisation, or the one of this name. */
export async function chooseOrganization(
  program: INestApplicationContext,
  name: string | undefined,
): Promise<Tenant> {
  const tenancy = program.get(Tenancy);
  const organizations: Organization[] = [];
  for (const tenant of await tenancy.all()) {
    organizations.push(
      await tenancy.within(tenant, (tx) =>
        tx.findOneByOrFail(Organization, { id: tenant.organizationId }),
      ),
    );
  }
  const chosen = organizations.filter((one) => !name || one.name === name);
  const [only] = chosen;
  if (only && chosen.length === 1) return { organizationId: only.id };
  throw new CommandError(trouble(organizations, name));
}

function trouble(organizations: Organization[], name: string | undefined): string {
  if (organizations.length === 0) {
    return 'There is no organisation yet: start Boucle once, or add one with "organization add".';
  }
  const names = organizations.map((one) => `"${one.name}"`).join(', ');
  return name
    ? `No organisation, or more than one, is called "${name}". There is ${names}.`
    : `There are several organisations: name one with --organization. There is ${names}.`;
}

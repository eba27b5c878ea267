import { Command, Option } from 'commander';
import { Tenancy } from '../database/tenancy.js';
import { roles, type Role } from '../domain/permissions.js';
import { Unit } from '../organization/unit.entity.js';
import { People } from '../people/people.service.js';
import { CommandError } from './command-error.js';
import { chooseOrganization, withProgram } from './with-program.js';

interface AddPersonOptions {
  name: string;
  email: string;
  role: Role;
  unit?: string;
  organization?: string;
}

export const personCommand = new Command('person')
  .description('The members')
  .addCommand(
    new Command('add')
      .description('Invite somebody, with a role on a unit; prints the link of the invitation')
      .requiredOption('--name <name>', 'first and last name')
      .requiredOption('--email <address>', 'where the invitation goes')
      .addOption(
        new Option('--role <role>', 'what they may do').choices(roles).makeOptionMandatory(),
      )
      .option('--unit <name>', 'where; the whole organisation unless named')
      .option('--organization <name>', 'which organisation, where there are several')
      .action(addPerson),
  );

async function addPerson({ unit, organization, ...guest }: AddPersonOptions): Promise<void> {
  if (!/^[^\s@]+@[^\s@]+$/.test(guest.email)) {
    throw new CommandError(`"${guest.email}" is not an e-mail address.`);
  }
  await withProgram(async (program) => {
    const tenant = await chooseOrganization(program, organization);
    const units = await program
      .get(Tenancy)
      .within(tenant, (tx) => tx.find(Unit, { order: { path: 'ASC' } }));
    const chosen = units.filter(({ name, parentId }) => (unit ? name === unit : !parentId));
    const [only] = chosen;
    if (!only || chosen.length > 1) {
      const names = units.map(({ name }) => `"${name}"`).join(', ');
      throw new CommandError(`No unit, or more than one, is called "${unit}". There is ${names}.`);
    }
    const { link } = await program.get(People).invite(tenant, null, { ...guest, unitId: only.id });
    process.stdout.write(
      `${guest.name} is invited; the letter leaves as soon as a worker runs.\n${link}\n`,
    );
  });
}

import { Command } from 'commander';
import { Organizations } from '../organization/organization.service.js';
import { People } from '../people/people.service.js';
import { withProgram } from './with-program.js';

interface AddOrganizationOptions {
  administrator: string;
  email: string;
}

export const organizationCommand = new Command('organization')
  .description('The organisations of this installation')
  .addCommand(
    new Command('add')
      .description('Open one more organisation, and invite its administrator')
      .argument('<name>', 'its name')
      .requiredOption('--administrator <name>', "the administrator's first and last name")
      .requiredOption('--email <address>', 'where the invitation goes')
      .action(addOrganization),
  );

async function addOrganization(
  organizationName: string,
  { administrator, email }: AddOrganizationOptions,
): Promise<void> {
  await withProgram(async (program) => {
    const opened = await program.get(Organizations).open(organizationName);
    const guest = { name: administrator, email, unitId: opened.rootUnitId };
    const { link } = await program
      .get(People)
      .invite(opened, null, { ...guest, role: 'administrator' });
    process.stdout.write(`${organizationName} is open; its administrator is invited.\n${link}\n`);
  });
}

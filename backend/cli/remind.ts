import { Command } from 'commander';
import { DigestService } from '../reminders/digest.service.js';
import { CommandError } from './command-error.js';
import { withProgram } from './with-program.js';

interface RemindOptions {
  at?: string;
}

export const remindCommand = new Command('remind')
  .description('Write the digests that are due, as the clock would')
  .option('--at <instant>', 'as if it were this instant, such as 2026-11-24T09:00:00+01:00')
  .action(async ({ at }: RemindOptions) => {
    const now = at ? new Date(at) : new Date();
    if (Number.isNaN(now.getTime())) {
      throw new CommandError(`"${at}" is not an instant such as 2026-11-24T09:00:00+01:00.`);
    }
    await withProgram(async (program) => {
      const written = await program.get(DigestService).sweep(now);
      process.stdout.write(`${written} digests written\n`);
    });
  });

import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { progress } from '@clack/prompts';
import { Command } from 'commander';
import { FeedbackImport, type ImportReport } from '../imports/feedback-import.service.js';
import { RowProblem } from '../imports/row-problem.js';
import { CommandError } from './command-error.js';
import { chooseOrganization, withProgram } from './with-program.js';

interface ImportFeedbackOptions {
  organization?: string;
  dryRun?: boolean;
}

export const importCommand = new Command('import')
  .description('Bring in what exists elsewhere')
  .addCommand(
    new Command('feedback')
      .description('Feedback from the published export of Services Publics+ (CSV)')
      .argument('<file>', 'the CSV file')
      .option('--organization <name>', 'which organisation, where there are several')
      .option('--dry-run', 'say what would happen, and change nothing')
      .action(importFeedback),
  );

async function importFeedback(
  path: string,
  { organization, dryRun = false }: ImportFeedbackOptions,
): Promise<void> {
  // npm runs us from the root of the project, wherever the command was typed.
  const file = await readFile(resolve(process.env['INIT_CWD'] ?? '.', path)).catch(
    (error: Error) => {
      throw new CommandError(`The file ${path} cannot be read (${error.message}).`);
    },
  );
  await withProgram(async (program) => {
    const tenant = await chooseOrganization(program, organization);
    const bar = progressBar();
    const report = await program
      .get(FeedbackImport)
      .run(tenant, file, { dryRun, progress: bar.advance })
      .catch((error: unknown) => {
        bar.stop();
        if (error instanceof RowProblem) throw new CommandError(`${path}: ${error.message}.`);
        throw error;
      });
    bar.stop();
    process.stdout.write(summary(report, dryRun));
  });
}

function summary({ added, alreadyThere, refused }: ImportReport, dryRun: boolean): string {
  const lines = refused.map(({ line, reason }) => `line ${line} refused: ${reason}`);
  const prefix = dryRun ? 'dry run, nothing was changed: ' : '';
  const counts = `${added} added, ${alreadyThere} already there, ${refused.length} refused`;
  return `${[...lines, prefix + counts].join('\n')}\n`;
}

/** Drawn for people only; a file or a pipe gets the report alone. */
function progressBar(): { advance: (done: number, total: number) => void; stop: () => void } {
  if (!process.stdout.isTTY) return { advance: () => undefined, stop: () => undefined };
  let bar: ReturnType<typeof progress> | undefined;
  return {
    advance: (done, total) => {
      if (!bar) {
        bar = progress({ max: total });
        bar.start('Importing');
      }
      bar.advance(1, `${done} of ${total} rows`);
    },
    stop: () => bar?.stop(),
  };
}

import 'reflect-metadata';
import { Command } from 'commander';
import { importCommand } from './cli/import.js';
import { organizationCommand } from './cli/organization.js';
import { personCommand } from './cli/person.js';
import { remindCommand } from './cli/remind.js';
import { serveCommand } from './cli/serve.js';
import { CommandError } from './cli/command-error.js';
import { StartError } from './database/start-error.js';
import { Refusal } from './domain/refusal.js';
import { sayCode } from './words/words.js';

const boucle = new Command('boucle')
  .description('Voice, analysis, action, effect, answer.')
  .showHelpAfterError()
  .addCommand(serveCommand)
  .addCommand(importCommand)
  .addCommand(personCommand)
  .addCommand(organizationCommand)
  .addCommand(remindCommand);

try {
  await boucle.parseAsync();
} catch (error) {
  // Whatever a start that failed half-way left open must not keep it alive.
  process.stderr.write(`${explain(error)}\n`, () => process.exit(1));
}

/** What whoever typed the command can mend is a sentence; only a fault of ours shows its stack. */
function explain(error: unknown): string {
  if (error instanceof StartError || error instanceof CommandError) return error.message;
  if (error instanceof Refusal) return sayCode('en', error.code, error.details);
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}

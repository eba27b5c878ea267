import { Command } from 'commander';
import { serve, type Running } from '../main.js';
import { readSettings } from '../settings.js';

interface ServeOptions {
  api?: boolean;
  worker?: boolean;
}

export const serveCommand = new Command('serve')
  .description('Start the pages, the API and the worker')
  .option('--api', 'only the pages and the API')
  .option('--worker', 'only the worker that sends letters and follows the clock')
  .action(async ({ api, worker }: ServeOptions) => {
    // Whoever read what we print may be gone: that is no reason to stop out of order.
    process.stdout.on('error', () => undefined);
    const both = !api && !worker;
    const settings = readSettings(process.env);
    const starting = serve(settings, { api: both || !!api, worker: both || !!worker });
    const isStopping = stopOnSignal(starting);
    const running = await starting;
    if (!isStopping()) process.stdout.write(welcome(running));
  });

/** How long a stop may take, in milliseconds: a letter under way to a mail server that hangs. */
const stopMaximum = 20_000;

/** Stops in order on the first signal, even while starting; at once on the second. Tells whether it does. */
function stopOnSignal(starting: Promise<Running>): () => boolean {
  let stopping = false;
  const stop = (): void => {
    if (stopping) process.exit(130);
    stopping = true;
    process.stdout.write('\nStopping…\n');
    setTimeout(() => process.exit(1), stopMaximum).unref();
    // A start that failed says so itself.
    const stopped = starting.then((running) => running.stop()).catch(() => undefined);
    void stopped.then(() => process.exit());
  };
  process.on('SIGINT', stop);
  process.on('SIGTERM', stop);
  return () => stopping;
}

function welcome({ address, mailbox, accounts }: Running): string {
  const lines: string[] = [];
  const [first] = accounts;
  if (first) {
    const width = Math.max(...accounts.map(({ email }) => email.length));
    lines.push(`Demonstration accounts, password "${first.password}":`);
    lines.push(...accounts.map(({ email, role }) => `  ${email.padEnd(width)}  ${role}`));
    lines.push('Whoever reaches this address can use them; DEMO=0 starts without.', '');
  }
  if (mailbox) lines.push(`Mailbox   ${mailbox}`);
  lines.push(address ? `Boucle is ready at ${address}` : 'The worker of Boucle is ready.');
  return `${lines.join('\n')}\n`;
}

import { setDefaultResultOrder } from 'node:dns';
import { networkInterfaces } from 'node:os';
import { Logger } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { joinEmbedded } from './database/embedded.js';
import { migrate } from './database/migrate.js';
import { StartError } from './database/start-error.js';
import { Demo } from './demo/demo.js';
import { createHttp, logLevels, openRooms } from './http.js';
import { reachRedis } from './jobs/redis.js';
import { JobWorker } from './jobs/worker.js';
import { openMailbox } from './mail/mailbox.js';
import type { Settings } from './settings.js';

/** Which halves of the program this process is. */
export interface Halves {
  api: boolean;
  worker: boolean;
}

/** A program that runs. */
export interface Running {
  /** Where the pages are; absent from a worker. */
  address: string | null;
  /** Where the local mailbox is, if there is one. */
  mailbox: string | null;
  /** Whoever may sign in to the demonstration; nobody where there is none, or no page to do it on. */
  accounts: { email: string; role: string; password: string }[];
  /** Stops everything in order, losing nothing. */
  stop(): Promise<void>;
}

/** The database that the settings name: one's own, or the embedded one, joined by whoever needs it. */
export async function openDatabase(
  { DATABASE_URL, DATA_DIR }: Settings,
  house: AsyncDisposableStack,
): Promise<string> {
  if (DATABASE_URL) return DATABASE_URL;
  const embedded = await joinEmbedded(DATA_DIR);
  house.defer(() => embedded.leave());
  return embedded.url;
}

/**
 * Opens the door: the database brought up to date, the mailbox, the server and its worker.
 * @throws StartError, with everything stopped again, where something can be mended by whoever starts it.
 */
export async function serve(settings: Settings, { api, worker }: Halves): Promise<Running> {
  const house = new AsyncDisposableStack();
  try {
    const databaseUrl = await openDatabase(settings, house);
    await migrate(databaseUrl);
    if (settings.REDIS_URL) await reachRedis(settings.REDIS_URL);
    const mailbox = await mailboxFor(settings, worker, house);
    const http = api ? await createHttp(settings, databaseUrl) : null;
    const rooms = http ?? (await openRooms(settings, databaseUrl));
    house.defer(() => rooms.close());
    const demo = rooms.get(Demo);
    if (settings.DEMO) await demo.open();
    const address = http && (await listen(http, settings));
    if (worker) await rooms.get(JobWorker).start();
    const accounts = http ? await demo.accounts() : [];
    return { address, mailbox, accounts, stop: () => house.disposeAsync() };
  } catch (error) {
    await house.disposeAsync();
    throw error;
  }
}

async function mailboxFor(
  settings: Settings,
  worker: boolean,
  house: AsyncDisposableStack,
): Promise<string | null> {
  if (settings.SMTP_URL || !worker) return null;
  const mailbox = await openMailbox(settings.DATA_DIR, settings.PORT === 0);
  house.defer(() => mailbox.close());
  settings.SMTP_URL = mailbox.smtpUrl;
  return mailbox.webUrl;
}

/** Without a public address only this machine is let in: nobody else is meant to come yet. */
async function listen(app: NestFastifyApplication, settings: Settings): Promise<string> {
  setDefaultResultOrder('ipv4first');
  // Nest would log what goes wrong and throw it too: it is told once, as a sentence.
  Logger.overrideLogger(['fatal']);
  try {
    await app.listen(settings.PORT, settings.PUBLIC_URL ? everywhere() : 'localhost');
  } catch (error) {
    throw portTrouble(error as NodeJS.ErrnoException, settings.PORT);
  } finally {
    Logger.overrideLogger(logLevels);
  }
  settings.PORT = Number(new URL(await app.getUrl()).port);
  settings.PUBLIC_URL ??= `http://localhost:${settings.PORT}`;
  return settings.PUBLIC_URL;
}

/** Both families of addresses, unless the machine has only the older one. */
function everywhere(): string {
  const addresses = Object.values(networkInterfaces()).flat();
  return addresses.some((address) => address?.family === 'IPv6') ? '::' : '0.0.0.0';
}

function portTrouble(error: NodeJS.ErrnoException, port: number): Error {
  switch (error.code) {
    case 'EADDRINUSE':
      return new StartError(
        `Port ${port} is taken by another program. Stop it, or choose another port with PORT, ` +
          `such as PORT=${port + 1}.`,
      );
    case 'EACCES':
      return new StartError(
        `This user may not listen on port ${port}. Choose a port above 1023 with PORT.`,
      );
    default:
      return error;
  }
}

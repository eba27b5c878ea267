import { createServer, type AddressInfo } from 'node:net';
import { join } from 'node:path';
import { MailDev } from 'maildev';

/** The local mailbox that catches every letter where no mail server is configured. */
export interface Mailbox {
  smtpUrl: string;
  webUrl: string;
  close(): Promise<void>;
}

/** Where people look for MailDev; another port is taken when this one is. */
const usualPort = 1080;
const loopback = '127.0.0.1';

/**
 * Opens the mailbox; its letters stay in the data directory from one start to the next. Of programs
 * that take any port, many may start at once: their mailboxes take any too.
 */
export async function openMailbox(dataDir: string, anyPort: boolean): Promise<Mailbox> {
  const web = anyPort ? 0 : await freePort(usualPort);
  const mailbox = new MailDev({
    ...{ smtp: 0, ip: loopback, web, webIp: loopback },
    mailDirectory: join(dataDir, 'mailbox'),
    maxEmails: 500,
    silent: true,
  });
  const { smtp, api } = await quietly(() => mailbox.start());
  return {
    smtpUrl: `smtp://${loopback}:${smtp.getAddress().port}`,
    webUrl: `http://localhost:${api?.getAddress()?.port}`,
    close: () => mailbox.stop(),
  };
}

/** `wanted` if nobody listens there, otherwise whichever port the system gives. */
function freePort(wanted: number): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', (error: NodeJS.ErrnoException) => {
      if (wanted !== 0 && error.code === 'EADDRINUSE') resolve(freePort(0));
      else reject(error);
    });
    probe.listen(wanted, loopback, () => {
      const { port } = probe.address() as AddressInfo;
      probe.close(() => resolve(port));
    });
  });
}

/** MailDev announces itself even when told to be silent, and before we are ready. */
async function quietly<Result>(start: () => Promise<Result>): Promise<Result> {
  const { info } = console;
  Object.assign(console, { info: () => undefined });
  try {
    return await start();
  } finally {
    Object.assign(console, { info });
  }
}

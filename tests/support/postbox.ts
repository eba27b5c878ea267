import { simpleParser, type ParsedMail } from 'mailparser';
import { SMTPServer } from 'smtp-server';
import { createServer, type AddressInfo } from 'node:net';

/** A real mail server that keeps what it is sent. */
export interface Postbox {
  url: string;
  letters: Posted[];
  /** The first letter to this address that `fits`, when it comes. */
  letterTo(address: string, fits?: (letter: Posted) => boolean): Promise<Posted>;
  close(): Promise<void>;
}

/** A letter, and whom it goes back to. */
export type Posted = ParsedMail & { returnPath: string };

/** Who lives at this address was never known: refused for good. */
export const unknownAddress = 'inconnu@exemple.example';

/** Whose mailbox is full for now: put off. */
export const fullAddress = 'pleine@exemple.example';

/** What the mail server answers for an address, where it does not take the letter. */
const refusals: Record<string, Error> = {
  [unknownAddress]: Object.assign(new Error('No such user here'), { responseCode: 550 }),
  [fullAddress]: Object.assign(new Error(`<${fullAddress}> is full`), { responseCode: 452 }),
};

export async function openPostbox(port = 0): Promise<Postbox> {
  const letters: Posted[] = [];
  const waiting = new Set<() => void>();
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onRcptTo({ address }, _session, done) {
      done(refusals[address]);
    },
    onData(stream, { envelope: { mailFrom } }, done) {
      simpleParser(stream)
        .then((letter) => {
          letters.push(Object.assign(letter, { returnPath: (mailFrom && mailFrom.address) || '' }));
          waiting.forEach((look) => look());
          done();
        })
        .catch(done);
    },
  });
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  const address = server.server.address() as AddressInfo;
  return {
    url: `smtp://127.0.0.1:${address.port}`,
    letters,
    letterTo: (address, fits = () => true) =>
      new Promise((resolve) => {
        const look = (): void => {
          const found = letters.find(
            (letter) => addressees(letter).includes(address) && fits(letter),
          );
          if (!found) return;
          waiting.delete(look);
          resolve(found);
        };
        waiting.add(look);
        look();
      }),
    close: () => new Promise((resolve) => server.close(resolve)),
  };
}

function addressees({ to }: ParsedMail): string[] {
  return [to ?? []].flat().flatMap(({ value }) => value.map(({ address }) => address ?? ''));
}

/** Where no mail server listens, and one may be opened. */
export async function closedPort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}

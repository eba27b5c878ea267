import { simpleParser, type ParsedMail } from 'mailparser';
import { SMTPServer } from 'smtp-server';
import type { AddressInfo } from 'node:net';

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

export async function openPostbox(port = 0): Promise<Postbox> {
  const letters: Posted[] = [];
  const waiting = new Set<() => void>();
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onRcptTo({ address }, _session, done) {
      const refusal = Object.assign(new Error('No such user here'), { responseCode: 550 });
      done(address === unknownAddress ? refusal : undefined);
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

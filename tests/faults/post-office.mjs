import { SMTPServer } from 'smtp-server';

/**
 * A real mail server that keeps count. `mood` says, for each letter, what becomes of it: `take`,
 * `refuse` (451, come back later), `hang` (never an answer), or `close` (in the middle of it).
 * A letter is taken when the server answers that it is.
 */
export async function openPostOffice({
  mood = () => 'take',
  onTaken = () => undefined,
  slow = 0,
  keep = false,
} = {}) {
  /** How often each letter was taken, by its `Message-ID`. */
  const taken = new Map();
  /** The letters as they came, where they are kept. */
  const kept = [];
  const hanging = new Set();
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onData(stream, session, done) {
      const chunks = [];
      const today = mood();
      stream.on('data', (chunk) => {
        chunks.push(chunk);
        if (today === 'close') session.socket?.destroy();
      });
      stream.on('error', () => undefined);
      stream.on('end', () => {
        if (today === 'hang') return void hanging.add(done);
        if (today === 'close') return;
        if (today === 'refuse') {
          return done(Object.assign(new Error('Try again later'), { responseCode: 451 }));
        }
        setTimeout(() => {
          const raw = Buffer.concat(chunks);
          const id = /^message-id:\s*(<[^>]+>)/im.exec(raw.toString())?.[1];
          if (keep) kept.push(raw);
          taken.set(id, (taken.get(id) ?? 0) + 1);
          done();
          onTaken(id);
        }, slow);
      });
    },
  });
  // A client that is killed resets its connection: that is what is tried here.
  server.on('error', () => undefined);
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `smtp://127.0.0.1:${server.server.address().port}`,
    taken,
    kept,
    close: () => new Promise((resolve) => server.close(resolve)),
  };
}

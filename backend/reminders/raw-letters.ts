import type { FastifyInstance } from 'fastify';

/** What mail servers usually let through, attachments included. */
const largest = 25 * 1024 * 1024;

/** Hands over a message as it came: its signature is of its very bytes. */
export function readLetters(fastify: FastifyInstance): void {
  fastify.addContentTypeParser<Buffer>(
    'message/rfc822',
    { parseAs: 'buffer', bodyLimit: largest },
    (_request, body, done) => done(null, body),
  );
}

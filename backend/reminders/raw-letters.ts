import type { FastifyInstance, FastifyRequest } from 'fastify';
import { Refusal } from '../domain/refusal.js';
import type { Settings } from '../settings.js';

/** What mail servers usually let through, attachments included. */
const largest = 25 * 1024 * 1024;

const mediaType = 'message/rfc822';

/** How a route says that it takes messages. */
export const takesLetters = { takesLetters: true };

/**
 * Hands over a message as it came: its signature is of its very bytes. What cannot be right is
 * refused before it is read: such a message is longer than anything else that anybody may send.
 */
export function readLetters(fastify: FastifyInstance, settings: Settings): void {
  fastify.addHook('onRequest', (request, _reply, done) => done(whyNot(request, settings)));
  fastify.addContentTypeParser<Buffer>(
    mediaType,
    { parseAs: 'buffer', bodyLimit: largest },
    (_request, body, done) => done(null, body),
  );
}

function whyNot(
  { headers, routeOptions }: FastifyRequest,
  { INBOUND_SECRET: secret }: Settings,
): Refusal | undefined {
  if (!headers['content-type']?.trim().toLowerCase().startsWith(mediaType)) return undefined;
  const { takesLetters: taken } = routeOptions.config as Partial<typeof takesLetters>;
  if (!taken) return new Refusal('unsupported', 'input.unreadable');
  if (!secret) return new Refusal('unknown', 'route.unknown');
  const signed = /^(sha256=)?[0-9a-f]{64}$/i.test(String(headers['x-boucle-signature']));
  return signed ? undefined : new Refusal('unauthenticated', 'inbound.signature');
}

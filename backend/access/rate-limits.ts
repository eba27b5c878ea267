import type { RateLimitOptions } from '@fastify/rate-limit';
import type { FastifyRequest } from 'fastify';

const timeWindow = '1 minute';

/** Guessing one account's password: counted by account, as a whole town hall shares one address. */
export const perAccount: RateLimitOptions = {
  max: 10,
  timeWindow,
  hook: 'preHandler',
  keyGenerator: ({ ip, body }: FastifyRequest) => {
    const { email } = (body ?? {}) as { email?: unknown };
    return `${ip} ${typeof email === 'string' ? email.toLowerCase() : ''}`;
  },
};

/** What the public may write or try, from one address. */
export const perVisitor: RateLimitOptions = { max: 60, timeWindow };

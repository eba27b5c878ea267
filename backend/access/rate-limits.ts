import type { RateLimitOptions } from '@fastify/rate-limit';
import { validateSync } from 'class-validator';
import type { FastifyRequest } from 'fastify';
import { SignInDto } from './session.dto.js';

const timeWindow = '1 minute';

/**
 * Guessing one account's password: counted by account, as a whole town hall shares one address. What
 * can sign nobody in costs nothing to send, so it is counted together: thousands of made-up accounts
 * would push the one that is guessed out of the counter's memory.
 */
export const perAccount: RateLimitOptions = {
  max: 10,
  timeWindow,
  hook: 'preHandler',
  keyGenerator: ({ ip, body }: FastifyRequest) => {
    const { email, password } = (body ?? {}) as Partial<SignInDto>;
    const attempt = Object.assign(new SignInDto(), { email, password });
    return validateSync(attempt).length === 0 ? `${ip} ${attempt.email.toLowerCase()}` : ip;
  },
};

/** What the public may write or try, from one address. */
export const perVisitor: RateLimitOptions = { max: 60, timeWindow };

/** What a mail server hands over on behalf of many people. */
export const perRelay: RateLimitOptions = { max: 600, timeWindow };

/** What programs ask by themselves: those of a whole town hall, behind its one address. */
export const perProgram: RateLimitOptions = { max: 600, timeWindow };

/** Files weigh on the database and on the processor: fewer of them. */
export const perSender: RateLimitOptions = { max: 20, timeWindow };

import { hash } from '@node-rs/argon2';

/** Argon2id with the parameters that OWASP's password storage sheet gives: 19 MiB, 2 passes. */
export const hashPassword = (password: string): Promise<string> =>
  hash(password, { memoryCost: 19_456, timeCost: 2, parallelism: 1 });

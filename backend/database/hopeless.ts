import { QueryFailedError } from 'typeorm';

/** A value that can't be stored, or that breaks a rule; not a database that is away or busy. */
export function isHopeless(error: unknown): boolean {
  if (!(error instanceof QueryFailedError)) return false;
  const { code = '' } = error.driverError as { code?: string };
  return code.startsWith('22') || code.startsWith('23');
}

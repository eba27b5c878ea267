import { ApiError } from '../session/api-error';

/** Why the server refused, in its own sentence; what fails otherwise has none. */
export function whyNot(error: unknown, otherwise: string): string {
  return (error instanceof ApiError && error.message) || otherwise;
}

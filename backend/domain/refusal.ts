/** How a refusal is told over HTTP: 400, 401, 403, 404, 409, 410, 413, 415, 429. */
export type RefusalKind =
  | 'invalid'
  | 'unauthenticated'
  | 'forbidden'
  | 'unknown'
  | 'conflict'
  | 'gone'
  | 'too_large'
  | 'unsupported'
  | 'excessive';

/**
 * The law says no. Carries a stable code, translated for the reader at the edge, and the facts
 * that the sentence needs.
 */
export class Refusal extends Error {
  constructor(
    readonly kind: RefusalKind,
    readonly code: string,
    readonly details: Record<string, unknown> = {},
  ) {
    super(code);
    this.name = 'Refusal';
  }
}

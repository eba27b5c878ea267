import type { FastifyRequest } from 'fastify';

/** A fault as it leaves: the status, the code and the facts behind it. */
export interface Fault {
  status: number;
  code: string;
  details: Record<string, unknown>;
}

/** How a fault is told to people rather than to programs; the public room, which has pages, does it. */
export abstract class FaultPages {
  /** The page that tells it, or null where no page was asked for. */
  abstract page(request: FastifyRequest, fault: Fault): string | null;
}

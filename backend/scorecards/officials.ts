import type { EntityManager } from 'typeorm';
import type { Role } from '../domain/permissions.js';

/** Whoever a letter is written to. */
export interface Official {
  name: string;
  email: string;
  language: string;
}

/** Those for whom a scorecard is written: others find it when they come. */
const told: readonly Role[] = ['elected', 'manager'];

/** The elected officials and the managers, but for whoever published it. */
export function officialsToTell(tx: EntityManager, publisherId: string): Promise<Official[]> {
  return tx.query<Official[]>(
    `SELECT p.name, p.email, p.language FROM person p
      WHERE p.active AND p.id <> $1
        AND EXISTS (SELECT FROM membership m WHERE m.person_id = p.id AND m.role = ANY ($2))
      ORDER BY p.id`,
    [publisherId, told],
  );
}

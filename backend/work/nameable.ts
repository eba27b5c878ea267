import type { EntityManager } from 'typeorm';
import { permissionsOf, roles } from '../domain/permissions.js';
import { Refusal } from '../domain/refusal.js';
import type { NameableDto } from './contributors.dto.js';

/** Officials read aggregates: nobody brings one into an action by naming them. */
const ofStaff = roles.filter((role) => permissionsOf(role).includes('action.read'));

/** Those who can be named on an action, by name. */
export function nameable(tx: EntityManager, ids: string[] | null = null): Promise<NameableDto[]> {
  return tx.query<NameableDto[]>(
    `SELECT p.id, p.name, (array_agg(u.name ORDER BY u.path))[1] AS "unitName"
       FROM person p JOIN membership m ON m.person_id = p.id JOIN unit u ON u.id = m.unit_id
      WHERE m.role = ANY ($1) AND ($2::uuid[] IS NULL OR p.id = ANY ($2))
      GROUP BY p.organization_id, p.id ORDER BY p.name, p.id`,
    [ofStaff, ids],
  );
}

/** @throws Refusal `person.unknown` unless each can be named. */
export async function mustBeNameable(tx: EntityManager, ids: string[]): Promise<NameableDto[]> {
  const found = await nameable(tx, ids);
  if (found.length < new Set(ids).size) throw new Refusal('invalid', 'person.unknown');
  return found;
}

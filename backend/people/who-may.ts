import type { EntityManager } from 'typeorm';
import { permissions, type Permission } from '../domain/permissions.js';
import type { NamedDto } from './people.dto.js';

/** The active members who may do this on a unit: its managers first, the closest at the head. */
export function whoMay(
  tx: EntityManager,
  permission: Permission,
  unitId: string,
): Promise<NamedDto[]> {
  return tx.query<NamedDto[]>(
    `SELECT p.id, p.name
       FROM unit u
       JOIN membership m ON m.unit_id = ANY (u.path) AND m.role = ANY ($2)
       JOIN person p ON p.id = m.person_id AND p.active
      WHERE u.id = $1
      GROUP BY p.id, p.name
      ORDER BY bool_or(m.role = 'manager') DESC, max(array_position(u.path, m.unit_id)) DESC,
               p.name, p.id`,
    [unitId, permissions[permission]],
  );
}

import type { EntityManager } from 'typeorm';
import type { EscalationRole } from '../domain/reminders.js';

interface Holder {
  personId: string;
  role: EscalationRole;
  unitId: string;
}

/** Finds who holds a role the closest to a unit, whose path is given; never `besides`. */
export type Leaders = (path: readonly string[], role: EscalationRole, besides: string) => string[];

/** Who hears of what stays late, read once for all that is told. */
export async function leadersOf(tx: EntityManager): Promise<Leaders> {
  const holders = await tx.query<Holder[]>(
    `SELECT m.person_id AS "personId", m.role, m.unit_id AS "unitId"
       FROM membership m JOIN person p ON p.id = m.person_id AND p.active
      WHERE m.role IN ('manager', 'quality_manager') ORDER BY m.person_id`,
  );
  return (path, role, besides) => {
    const able = holders.filter((one) => one.role === role && one.personId !== besides);
    const closest = path.findLast((unitId) => able.some((one) => one.unitId === unitId));
    return able.filter(({ unitId }) => unitId === closest).map(({ personId }) => personId);
  };
}

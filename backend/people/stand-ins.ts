import type { EntityManager } from 'typeorm';
import type { Member } from '../access/member.js';
import type { Absence } from '../domain/absence.js';
import type { Day } from '../domain/days.js';
import { permissions } from '../domain/permissions.js';
import type { ReplacedDto, StandInDto } from './preferences.dto.js';

/** How many are proposed; a name finds the others. */
const most = 20;

/** Those who may stand in for me, my closest colleagues first: who reads actions, and comes in. */
export function standIns(
  tx: EntityManager,
  me: Member,
  { q = '', id = null }: { q?: string; id?: string | null },
): Promise<StandInDto[]> {
  const pattern = `%${q.trim().replace(/[\\%_]/g, '\\$&')}%`;
  const mine = [...new Set(me.holdings.map(({ unitId }) => unitId))];
  return tx.query<StandInDto[]>(
    `SELECT p.id, p.name, (array_agg(u.name ORDER BY u.path))[1] AS "unitName"
       FROM person p JOIN membership m ON m.person_id = p.id JOIN unit u ON u.id = m.unit_id
      WHERE p.active AND p.id <> $1 AND m.role = ANY ($2)
        AND boucle_fold(p.name) LIKE boucle_fold($3) AND ($4::uuid IS NULL OR p.id = $4)
      GROUP BY p.organization_id, p.id
      ORDER BY bool_or(m.unit_id = ANY ($5)) DESC, p.name, p.id LIMIT $6`,
    [me.id, permissions['action.read'], pattern, id, mine, most],
  );
}

/** The holidays, from today on, of those for whom somebody stands in. */
export function replacedBy(tx: EntityManager, id: string, today: Day): Promise<ReplacedDto[]> {
  return tx.query<ReplacedDto[]>(
    `SELECT id, name, away_from::text AS "from", away_until::text AS until FROM person
      WHERE stand_in_id = $1 AND active AND away_until >= $2 ORDER BY away_from, name, id`,
    [id, today],
  );
}

/** Whether somebody is away on one of these days. */
export async function isAwayMeanwhile(
  tx: EntityManager,
  id: string,
  { from, until }: Absence,
): Promise<boolean> {
  const rows = await tx.query<unknown[]>(
    'SELECT FROM person WHERE id = $1 AND away_from <= $3 AND away_until >= $2',
    [id, from, until],
  );
  return rows.length > 0;
}

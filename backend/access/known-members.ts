import { Injectable } from '@nestjs/common';
import { Tenancy, type Tenant } from '../database/tenancy.js';
import { Refusal } from '../domain/refusal.js';
import { Member, type Holding } from './member.js';

type HoldingRow = Pick<Member, 'name' | 'email' | 'language'> & (Holding | { role: null });

/** Members who are known by what only they were sent, rather than by a session. */
@Injectable()
export class KnownMembers {
  constructor(private readonly tenancy: Tenancy) {}

  /** With what they may do today. @throws Refusal `link.person_gone`. */
  async byMail({ organizationId }: Tenant, personId: string): Promise<Member> {
    const rows = await this.tenancy.within({ organizationId }, (tx) =>
      tx.query<HoldingRow[]>(holdings, [personId]),
    );
    const [first] = rows;
    if (!first) throw new Refusal('gone', 'link.person_gone');
    const { name, email, language } = first;
    const held = rows
      .filter((row): row is HoldingRow & Holding => row.role !== null)
      .map(({ role, unitId, unitName, unitIds }) => ({ role, unitId, unitName, unitIds }));
    return new Member(organizationId, personId, name, email, language, held, 'mail');
  }
}

const holdings = `
  SELECT p.name, p.email, p.language, m.role, u.id AS "unitId", u.name AS "unitName",
         ARRAY(SELECT below.id FROM unit below WHERE u.id = ANY (below.path)) AS "unitIds"
    FROM person p
    LEFT JOIN membership m ON m.person_id = p.id
    LEFT JOIN unit u ON u.id = m.unit_id
   WHERE p.id = $1 AND p.active`;

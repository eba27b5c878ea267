import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Member } from '../access/member.js';
import { Tenancy } from '../database/tenancy.js';
import { isSaidTwice, type DeadlineRule } from '../domain/deadlines.js';
import { isGrid } from '../domain/feedback.js';
import { Refusal } from '../domain/refusal.js';
import { Journal } from '../journal/journal.js';
import { gridInUse } from './grid.js';
import { GridVersion } from './grid-version.entity.js';
import { mustRule } from './must-rule.js';
import { Organization } from './organization.entity.js';
import type {
  GridDto,
  GridVersionDto,
  RulesDto,
  SetDeadlinesDto,
  SetGridDto,
} from './rules.dto.js';
import { themesInUse } from './themes.service.js';

/** By what feedback is rated and answered: each organisation has its own deadlines and grid. */
@Injectable()
export class Rules {
  constructor(
    private readonly tenancy: Tenancy,
    private readonly journal: Journal,
  ) {}

  read(me: Member): Promise<RulesDto> {
    return this.tenancy.within(me, async (tx) => {
      const { deadlines } = await tx.findOneByOrFail(Organization, { id: me.organizationId });
      return { deadlines, grids: await versions(tx), themes: await themesInUse(tx) };
    });
  }

  /** The grid in use. */
  grid(me: Member): Promise<GridDto> {
    return this.tenancy.within(me, async (tx) => {
      const { version, cells } = await gridInUse(tx);
      return { version, cells };
    });
  }

  /** Changes the deadlines of what comes in from now on. @throws Refusal `deadline.twice`. */
  setDeadlines(me: Member, { rules }: SetDeadlinesDto): Promise<void> {
    const deadlines = rules.map(
      ({ clock, kind = null, channel = null, amount, unit, basis }): DeadlineRule => ({
        ...{ clock, kind, channel, amount, unit, basis: basis.trim() },
      }),
    );
    if (isSaidTwice(deadlines)) throw new Refusal('invalid', 'deadline.twice');
    return this.tenancy.within(me, async (tx) => {
      await mustRule(tx, me);
      const { organizationId: id } = me;
      const organization = await tx.findOneOrFail(Organization, {
        ...{ where: { id }, lock: { mode: 'pessimistic_write' } },
      });
      await tx.update(Organization, { id }, { deadlines });
      const details = { before: organization.deadlines, deadlines };
      await this.journal.write(tx, me, 'organization.deadlines', id, details);
    });
  }

  /** Makes a new version; past ratings keep theirs. @throws Refusal `grid.changed`, `grid.shape`. */
  setGrid(me: Member, { cells, from }: SetGridDto): Promise<void> {
    if (!isGrid(cells)) throw new Refusal('invalid', 'grid.shape');
    return this.tenancy.within(me, async (tx) => {
      await mustRule(tx, me);
      const { version } = await gridInUse(tx);
      if (version !== from) throw new Refusal('conflict', 'grid.changed');
      await tx.insert(GridVersion, { version: version + 1, cells, createdBy: me.id });
      const details = { version: version + 1, cells };
      await this.journal.write(tx, me, 'organization.grid', me.organizationId, details);
    });
  }
}

async function versions(tx: EntityManager): Promise<GridVersionDto[]> {
  const rows = await tx
    .createQueryBuilder(GridVersion, 'grid')
    .leftJoin('person', 'person', 'person.id = grid.createdBy')
    .select([
      'grid.version AS version',
      'grid.cells AS cells',
      'grid.createdAt AS at',
      'person.name AS by',
    ])
    .orderBy('grid.version', 'DESC')
    .getRawMany<Omit<GridVersionDto, 'at'> & { at: Date }>();
  return rows.map((row) => ({ ...row, at: row.at.toISOString() }));
}

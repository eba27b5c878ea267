import { Injectable } from '@nestjs/common';
import { IsNull, type EntityManager } from 'typeorm';
import type { Member } from '../access/member.js';
import { Tenancy } from '../database/tenancy.js';
import { Refusal } from '../domain/refusal.js';
import { refuseBadRules, type ReminderRules } from '../domain/reminders.js';
import { Journal } from '../journal/journal.js';
import { mustRule } from '../organization/must-rule.js';
import { Organization } from '../organization/organization.entity.js';
import { Unit } from '../organization/unit.entity.js';
import { Units } from '../organization/units.service.js';
import type {
  KeptRulesDto,
  ReminderRulesPageDto,
  SetReminderRulesDto,
} from './reminder-rules.dto.js';
import { editionOf, plainRules } from './rules-edition.js';

/** When people are reminded: an organisation's own rules, and those of the units that differ. */
@Injectable()
export class ReminderRulesService {
  constructor(
    private readonly tenancy: Tenancy,
    private readonly units: Units,
    private readonly journal: Journal,
  ) {}

  /** The organisation's rules, and for each unit of mine its own or whose it follows. */
  read(me: Member): Promise<ReminderRulesPageDto> {
    return this.tenancy.within(me, async (tx) => {
      const { name, reminderRules } = await tx.findOneByOrFail(Organization, {
        id: me.organizationId,
      });
      const root = await tx.findOneByOrFail(Unit, { parentId: IsNull() });
      const known = new Map((await tx.find(Unit)).map((unit) => [unit.id, unit]));
      const mine = new Set(me.unitsFor('rules.manage'));
      const tree = await this.units.tree(tx);
      return {
        organization: { ...kept(reminderRules), name, mayEdit: me.may('rules.manage', root.id) },
        units: tree
          .filter(({ id }) => mine.has(id))
          .map(({ id, name: unitName, depth }) => {
            const { path, reminderRules: own } = known.get(id) as Unit;
            const above = path.slice(0, -1).map((unitId) => known.get(unitId));
            const followed = above.findLast((unit) => unit?.reminderRules);
            return {
              ...{ id, name: unitName, depth, own: own && kept(own) },
              follows: followed ? { id: followed.id, name: followed.name } : null,
            };
          }),
      };
    });
  }

  /** Changes what holds wherever no unit has its own. @throws Refusal `reminders.changed`. */
  async set(me: Member, { rules, from }: SetReminderRulesDto): Promise<KeptRulesDto> {
    const after = plainRules(rules);
    refuseBadRules(after);
    return this.tenancy.within(me, async (tx) => {
      await mustRule(tx, me);
      const { organizationId: id } = me;
      const { reminderRules: before } = await tx.findOneOrFail(Organization, {
        ...{ where: { id }, lock: { mode: 'for_no_key_update' } },
      });
      refuseOtherEdition(before, from);
      await tx.update(Organization, { id }, { reminderRules: after });
      await this.journal.write(tx, me, 'organization.reminders', id, { before, after });
      return kept(after);
    });
  }

  /** Gives a unit rules of its own, or takes them away. @throws Refusal `reminders.changed`. */
  async setOfUnit(
    me: Member,
    id: string,
    rules: ReminderRules | null,
    from: string | null,
  ): Promise<KeptRulesDto | null> {
    const after = rules && plainRules(rules);
    if (after) refuseBadRules(after);
    return this.tenancy.within(me, async (tx) => {
      const { reminderRules: before } = await lockUnit(tx, me, id);
      refuseOtherEdition(before, from);
      await tx.update(Unit, { id }, { reminderRules: after });
      await this.journal.write(tx, me, 'unit.reminders', id, { before, after });
      return after && kept(after);
    });
  }
}

/** @throws Refusal `unit.unknown` where it is not one of those whose rules I may change. */
async function lockUnit(tx: EntityManager, me: Member, id: string): Promise<Unit> {
  const unit = me.may('unit.read', id)
    ? await tx.findOne(Unit, { where: { id }, lock: { mode: 'for_no_key_update' } })
    : null;
  if (!unit) throw new Refusal('unknown', 'unit.unknown');
  me.must('rules.manage', id);
  return unit;
}

function refuseOtherEdition(stored: ReminderRules | null, from: string | null | undefined): void {
  const edition = stored && editionOf(stored);
  if (edition !== (from ?? null)) throw new Refusal('conflict', 'reminders.changed');
}

function kept(rules: ReminderRules): KeptRulesDto {
  return { rules: plainRules(rules), edition: editionOf(rules) };
}

import { IsNull, Not, type EntityManager } from 'typeorm';
import type { Tenant } from '../database/tenancy.js';
import type { ReminderRules } from '../domain/reminders.js';
import { Organization } from '../organization/organization.entity.js';
import { Unit } from '../organization/unit.entity.js';

/** The rules that hold in an organisation: its own, but for the units that have theirs. */
export class RulesInForce {
  private constructor(
    /** The organisation's own. */
    readonly usual: ReminderRules,
    private readonly ofUnits: ReadonlyMap<string, ReminderRules>,
  ) {}

  static async of(tx: EntityManager, { organizationId }: Tenant): Promise<RulesInForce> {
    const { reminderRules } = await tx.findOneOrFail(Organization, {
      select: { id: true, reminderRules: true },
      where: { id: organizationId },
    });
    const units = await tx.find(Unit, {
      select: { id: true, reminderRules: true },
      where: { reminderRules: Not(IsNull()) },
    });
    const ofUnits = units.map(({ id, reminderRules: rules }) => [id, rules] as const);
    return new RulesInForce(reminderRules, new Map(ofUnits as [string, ReminderRules][]));
  }

  /** Those of the closest unit that has its own, from the root of the organisation down. */
  on(path: readonly string[]): ReminderRules {
    const closest = path.findLast((unitId) => this.ofUnits.has(unitId));
    return (closest && this.ofUnits.get(closest)) || this.usual;
  }

  all(): ReminderRules[] {
    return [this.usual, ...this.ofUnits.values()];
  }
}

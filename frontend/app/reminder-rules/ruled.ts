import type { ReminderRules } from '../../../backend/domain/reminders';
import type { ReminderRulesPageDto } from '../../../backend/reminders/reminder-rules.dto';

/** Where rules hold: the whole organisation, or a unit and those under it. */
export interface Ruled {
  /** Null for the organisation. */
  id: string | null;
  /** Its own, or those that it follows. */
  rules: ReminderRules;
  /** Of its own rules; null where it follows others'. */
  edition: string | null;
  /** Whose rules it follows without its own. */
  above: string;
  mayEdit: boolean;
  /** Where its rules are sent. */
  address: string;
}

/** The rules of a unit, or of the organisation; null where there is no such unit. */
export function ruledBy(
  { organization, units }: ReminderRulesPageDto,
  id: string | null,
): Ruled | null {
  const address = '/api/reminder-rules';
  const { name, rules, edition, mayEdit } = organization;
  if (id === null) return { id, rules, edition, above: name, mayEdit, address };
  const unit = units.find((one) => one.id === id);
  if (!unit) return null;
  const followed = units.find((one) => one.id === unit.follows?.id)?.own ?? organization;
  return {
    id,
    rules: unit.own?.rules ?? followed.rules,
    edition: unit.own?.edition ?? null,
    above: unit.follows?.name ?? name,
    mayEdit: true,
    address: `${address}/units/${id}`,
  };
}

import type { EntityManager } from 'typeorm';
import type { Tenant } from '../database/tenancy.js';
import type { Day } from '../domain/days.js';
import { foldText } from '../domain/import-fields.js';
import { calendarOf } from '../organization/calendar.js';
import { Unit } from '../organization/unit.entity.js';
import { Person } from '../people/person.entity.js';

/** What an organisation's own names mean in a sheet, and how they are written in one. */
export interface PlanCatalogue {
  today: Day;
  /** Ids by folded names and addresses; a name that two people bear means nobody. */
  people: Map<string, string>;
  units: Map<string, string>;
  /** The units where whoever brings the sheet may write. */
  writable: Set<string>;
  /** The names by their ids. */
  personNames: Map<string, string>;
  unitNames: Map<string, string>;
}

/** Reads the names, once for a whole sheet. */
export async function planCatalogue(
  tx: EntityManager,
  tenant: Tenant,
  unitIds: string[],
  now: Date,
): Promise<PlanCatalogue> {
  const { today } = await calendarOf(tx, tenant, now);
  const people = await tx.find(Person, { order: { id: 'ASC' } });
  const units = await tx.find(Unit, { order: { id: 'ASC' } });
  const named = people.flatMap(({ id, name }): [string, string][] => [
    [foldText(name), id],
    [turned(foldText(name)), id],
  ]);
  const byName = single(named);
  const byEmail = people.map(({ id, email }): [string, string] => [foldText(email), id]);
  return {
    today,
    people: new Map([...byName, ...byEmail]),
    units: single(units.map(({ id, name }): [string, string] => [foldText(name), id])),
    writable: new Set(unitIds),
    personNames: new Map(
      people.map(({ id, name, email }) => [id, byName.has(foldText(name)) ? name : email]),
    ),
    unitNames: new Map(units.map(({ id, name }) => [id, name])),
  };
}

/** « Martin Lou » for « Lou Martin ». */
function turned(name: string): string {
  const [first = '', ...rest] = name.split(' ');
  return [...rest, first].join(' ');
}

/** Names that mean one thing only. */
function single(pairs: [string, string][]): Map<string, string> {
  const meanings = new Map<string, Set<string>>();
  for (const [name, id] of pairs) meanings.set(name, (meanings.get(name) ?? new Set()).add(id));
  const certain = [...meanings].filter(([, ids]) => ids.size === 1);
  return new Map(certain.map(([name, ids]): [string, string] => [name, [...ids][0] ?? '']));
}

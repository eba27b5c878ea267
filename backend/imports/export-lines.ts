import type { EntityManager } from 'typeorm';
import { foldText } from '../domain/import-fields.js';
import { Unit } from '../organization/unit.entity.js';
import type { Damage, SheetRows } from '../sheets/csv-rows.js';
import type { IncomingLine } from './imported-word.js';
import { RowProblem } from './row-problem.js';
import { readExperience, wordOf } from './services-publics-plus.js';

/** Units by their folded names, and the one that stands above all others. */
export interface NamedUnits {
  byName: Map<string, string>;
  rootId: string;
}

/** All of them, or those that whoever brings a file may write in. */
export async function unitsByName(tx: EntityManager, allowed?: string[]): Promise<NamedUnits> {
  const all = await tx.find(Unit);
  const units = allowed ? all.filter(({ id }) => allowed.includes(id)) : all;
  const [highest] = units.toSorted((a, b) => a.path.length - b.path.length);
  return {
    byName: new Map(units.map(({ id, name }) => [foldText(name), id])),
    rootId: highest?.id ?? '',
  };
}

/**
 * The lines of an export of Services Publics+. A structure that bears a unit's name is that unit;
 * what was said to others goes to the highest, to qualify.
 */
export function exportLines(
  { header, rows, damage }: SheetRows,
  { byName, rootId }: NamedUnits,
): IncomingLine[] {
  const lines = rows.map(({ line, cells }) => ({
    line,
    read: () => {
      const row = Object.fromEntries(header.map((title, at) => [title, cells[at] ?? '']));
      const experience = readExperience(row);
      const named = experience.record.structures.map((name) => byName.get(foldText(name)));
      return wordOf(experience, named.find(Boolean) ?? rootId);
    },
  }));
  return inOrder(lines, damage);
}

/** Lines with those that can't be read in their places: reading them says why. */
export function inOrder(lines: IncomingLine[], damage: Damage[]): IncomingLine[] {
  const damaged = damage.map(({ line, reason }) => ({
    line,
    read: () => {
      throw RowProblem.of(reason);
    },
  }));
  return [...lines, ...damaged].sort((a, b) => a.line - b.line);
}

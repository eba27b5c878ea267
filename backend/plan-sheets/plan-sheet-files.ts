import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Tenant } from '../database/tenancy.js';
import { objectiveMaximum } from '../domain/plan-sheet.js';
import { Refusal } from '../domain/refusal.js';
import { ImportRun } from '../imports/import-run.entity.js';
import { Objective } from '../plans/objective.entity.js';
import type { Grid } from '../sheets/grid.js';
import { readGrid } from '../sheets/read-grid.js';
import { fateOfKnown, fateOfNew, type LineFate } from './line-fate.js';
import { planCatalogue, type PlanCatalogue } from './plan-catalogue.js';
import { PlanSheetRow } from './plan-sheet-row.entity.js';
import { readPlan, type PlanLine, type ReadPlan } from './read-lines.js';
import { KnownActions, storedActions, type StoredAction } from './stored-actions.js';

/** A line with the action that it tells, if that is there, and what becomes of both. */
export interface FatedLine {
  line: PlanLine;
  stored: StoredAction | null;
  fate: LineFate;
}

/** A sheet with what the organisation's names mean, and its lines with what becomes of them. */
export interface OpenedPlan {
  run: ImportRun & { planMapping: NonNullable<ImportRun['planMapping']> };
  grid: Grid;
  read: ReadPlan;
  catalogue: PlanCatalogue;
  lines: FatedLine[];
}

/** Sheets that were sent: opened to be shown, then to be brought in, by the very same reading. */
@Injectable()
export class PlanSheetFiles {
  async open(tx: EntityManager, tenant: Tenant, id: string, now: Date): Promise<OpenedPlan> {
    const run = await tx
      .createQueryBuilder(ImportRun, 'r')
      .addSelect('r.bytes')
      .where({ id, kind: 'plan' })
      .getOneOrFail();
    const { bytes, planMapping } = run;
    if (!bytes || !planMapping) throw new Refusal('conflict', 'import.started');
    const grid = await readGrid(bytes, planMapping.sheet);
    const catalogue = await planCatalogue(tx, tenant, run.unitIds, now);
    const read = readPlan(grid, planMapping, catalogue);
    const stored = run.planId ? await storedActions(tx, run.planId) : [];
    const left = run.planId ? await leftThePlan(tx, run.planId) : new Set<string>();
    const room = await roomForObjectives(tx, run.planId);
    const known = new KnownActions(stored);
    const taken = new Set<string>();
    const lines = read.lines.map((line): FatedLine => {
      const found = this.match(line, known, taken);
      if ('code' in found) return refused(line, 'reference', found.code);
      const { stored: one } = found;
      if (one) taken.add(one.action.id);
      if (!one && left.has(line.sourceId)) return refused(line, 'title', 'row.left_plan');
      if (!room(line)) return refused(line, 'objective', 'row.too_many_objectives');
      const fate = one
        ? fateOfKnown(line, one, planMapping, catalogue)
        : fateOfNew(line, planMapping, catalogue);
      return { line, stored: one, fate };
    });
    return { run: Object.assign(run, { planMapping }), grid, read, catalogue, lines };
  }

  private match(
    { meanings, sourceId }: PlanLine,
    known: KnownActions,
    taken: ReadonlySet<string>,
  ): { stored: StoredAction | null } | { code: 'row.reference_unknown' | 'row.reference_twice' } {
    const { reference } = meanings;
    if (!reference) return { stored: known.find(sourceId, taken) ?? null };
    const named = known.byReference.get(String(reference));
    if (!named) return { code: 'row.reference_unknown' };
    return taken.has(named.action.id) ? { code: 'row.reference_twice' } : { stored: named };
  }
}

function refused(
  line: PlanLine,
  field: 'reference' | 'title' | 'objective',
  code:
    'row.reference_unknown' | 'row.reference_twice' | 'row.left_plan' | 'row.too_many_objectives',
): FatedLine {
  const facts = { text: line.meanings.reference ?? '', maximum: objectiveMaximum };
  const problems = [...line.problems, { field, code, facts }];
  const fate = { outcome: 'refused' as const, problems, changes: [], conflicts: [], seen: '' };
  return { line, stored: null, fate };
}

/** The rows whose actions somebody took out of the plan. */
async function leftThePlan(tx: EntityManager, planId: string): Promise<Set<string>> {
  const rows = await tx
    .createQueryBuilder(PlanSheetRow, 'r')
    .innerJoin('action', 'a', 'a.id = r.actionId AND a.plan_id IS DISTINCT FROM r.planId')
    .where({ planId })
    .getMany();
  return new Set(rows.flatMap(({ sourceId }) => sourceId ?? []));
}

/** Whether the plan has room for the axis of a line, in the order in which they come. */
async function roomForObjectives(
  tx: EntityManager,
  planId: string | null,
): Promise<(line: PlanLine) => boolean> {
  const known = planId ? await tx.findBy(Objective, { planId }) : [];
  const wordings = new Set(known.map(({ wording }) => wording));
  return ({ meanings: { objective } }) => {
    if (!objective || wordings.has(String(objective))) return true;
    if (wordings.size >= objectiveMaximum) return false;
    wordings.add(String(objective));
    return true;
  };
}

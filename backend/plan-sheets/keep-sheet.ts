import { IsNull, Not, type EntityManager } from 'typeorm';
import { v7 as newId } from 'uuid';
import { foldText } from '../domain/import-fields.js';
import { headersKey } from '../imports/imported-word.js';
import { textOfCell, type GridCell } from '../sheets/grid.js';
import { PlanSheet } from './plan-sheet.entity.js';
import { PlanSheetRow } from './plan-sheet-row.entity.js';
import type { OpenedPlan } from './plan-sheet-files.js';

/** Keeps the sheet around its actions once all are in: its titles, its words, and how it is drawn. */
export async function keepSheet(
  tx: EntityManager,
  { run, grid, read }: OpenedPlan,
  planId: string,
): Promise<void> {
  const before = await tx.findOneBy(PlanSheet, { planId });
  await tx.delete(PlanSheetRow, { planId, actionId: IsNull(), runId: Not(run.id) });
  await tx.delete(PlanSheetRow, { planId, actionId: IsNull(), sourceId: IsNull() });
  for (const { line, cells } of read.others) {
    await tx.insert(PlanSheetRow, { id: newId(), planId, runId: run.id, line, cells });
  }
  if (before) await turnRows(tx, planId, run.id, before.titles, read.titles);
  const { choices: _, ...mapping } = run.planMapping;
  await tx.upsert(
    PlanSheet,
    {
      ...{ planId, runId: run.id, fileName: run.fileName, sheet: grid.sheet },
      ...{ titles: read.titles, titlesKey: titlesKey(read.titles) },
      ...{ merges: grid.merges, widths: grid.widths, mapping: { ...mapping, choices: [] } },
      broughtAt: new Date(),
    },
    ['organizationId', 'planId'],
  );
}

/** Names the set of a sheet's titles, whatever their order. */
export function titlesKey(titles: GridCell[]): string {
  return headersKey(titles.map(textOfCell).filter((title) => title.trim() !== ''));
}

/** For each title, the place of the same one among others; -1 where there is none. */
export function placesOf(titles: GridCell[], among: GridCell[]): number[] {
  const left = among.map((title) => foldText(textOfCell(title)));
  return titles.map((title) => {
    const at = left.indexOf(foldText(textOfCell(title)));
    if (at >= 0) left[at] = '\0';
    return at;
  });
}

/** Rows that this file does not tell stand in its columns from now on. */
async function turnRows(
  tx: EntityManager,
  planId: string,
  runId: string,
  before: GridCell[],
  titles: GridCell[],
): Promise<void> {
  const places = placesOf(titles, before);
  if (places.every((place, at) => place === at)) return;
  const rows = await tx.findBy(PlanSheetRow, { planId, runId: Not(runId) });
  for (const { id, cells } of rows) {
    await tx.update(PlanSheetRow, { id }, { cells: places.map((at) => cells[at] ?? null) });
  }
}

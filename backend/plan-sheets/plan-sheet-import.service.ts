import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { v7 as newId } from 'uuid';
import { isHopeless } from '../database/hopeless.js';
import { Tenancy, type Tenant } from '../database/tenancy.js';
import type { Meanings } from '../domain/plan-sheet.js';
import { ImportLine } from '../imports/import-line.entity.js';
import { ImportRuns, type OpenedRun, type RunReader } from '../imports/import-runs.service.js';
import { Journal } from '../journal/journal.js';
import { ActionChanges } from './action-changes.service.js';
import { fateOfKnown, toldFields, type LineFate } from './line-fate.js';
import { openAction } from './new-action.js';
import { PlanSheetFiles, type FatedLine, type OpenedPlan } from './plan-sheet-files.js';
import { PlanSheetRow } from './plan-sheet-row.entity.js';
import { keepSheet } from './keep-sheet.js';
import type { PlanLine } from './read-lines.js';
import { storedActions, type StoredAction } from './stored-actions.js';
import { writeCell } from './write-cell.js';

/** Brings the sheets of plans in, line by line: each with its action, its cells and its report. */
@Injectable()
export class PlanSheetImport implements RunReader {
  constructor(
    private readonly tenancy: Tenancy,
    private readonly files: PlanSheetFiles,
    private readonly changes: ActionChanges,
    private readonly journal: Journal,
    runs: ImportRuns,
  ) {
    runs.serve('plan', this);
  }

  async open(tenant: Tenant, id: string): Promise<OpenedRun> {
    const opened = await this.tenancy.within(tenant, (tx) =>
      this.files.open(tx, tenant, id, new Date()),
    );
    const planId = opened.run.planId ?? '';
    return {
      run: opened.run,
      lines: opened.lines.map((one) => ({
        line: one.line.line,
        bring: () => this.bring(tenant, opened, planId, one),
      })),
      close: () => this.tenancy.within(tenant, (tx) => keepSheet(tx, opened, planId)),
    };
  }

  private async bring(
    tenant: Tenant,
    opened: OpenedPlan,
    planId: string,
    one: FatedLine,
  ): Promise<void> {
    try {
      await this.tenancy.within(tenant, (tx) => this.settle(tx, opened, planId, one));
    } catch (error) {
      // What the database will never take must not be tried for ever.
      if (!isHopeless(error)) throw error;
      const problems = [{ field: null, code: 'row.unkept' as const, facts: {} }];
      const fate: LineFate = { ...one.fate, outcome: 'refused', problems };
      await this.tenancy.within(tenant, (tx) =>
        this.tell(tx, opened, planId, one.line, fate, one.stored?.action.id ?? null),
      );
    }
  }

  private async settle(
    tx: EntityManager,
    opened: OpenedPlan,
    planId: string,
    { line, stored, fate }: FatedLine,
    now = new Date(),
  ): Promise<void> {
    // The plan first, then its actions: whoever changes both waits here.
    await tx.query('SELECT FROM action_plan WHERE id = $1 FOR UPDATE', [planId]);
    const { line: number } = line;
    // Another process was faster, while this one was believed dead.
    if (await tx.existsBy(ImportLine, { runId: opened.run.id, line: number })) return;
    const by = { id: opened.run.createdBy };
    if (!stored) {
      if (fate.outcome !== 'added') return this.tell(tx, opened, planId, line, fate, null);
      const id = await openAction(tx, opened, planId, line.meanings, now);
      const [added] = await storedActions(tx, planId, id);
      await keepRow(tx, opened, planId, line, added, line.meanings, added?.standing ?? {});
      const { fileName: file } = opened.run;
      await this.journal.write(tx, by, 'action.open', id, { title: added?.action.title, file });
      return this.tell(tx, opened, planId, line, fate, id);
    }
    const { id } = stored.action;
    await tx.query('SELECT FROM action WHERE id = $1 FOR UPDATE', [id]);
    const [before] = await storedActions(tx, planId, id);
    // Taken out of the plan since the file was opened.
    if (!before) {
      const problems = [{ field: null, code: 'row.left_plan' as const, facts: {} }];
      const gone: LineFate = { ...fate, outcome: 'refused', problems };
      return this.tell(tx, opened, planId, line, gone, null);
    }
    const { planMapping } = opened.run;
    const current =
      fate.outcome === 'refused' ? fate : fateOfKnown(line, before, planMapping, opened.catalogue);
    if (current.outcome === 'changed' && current.changes.length > 0) {
      await this.changes.apply(tx, opened, before, line.meanings, current.changes, now);
    }
    if (current.outcome === 'changed' || current.outcome === 'already_there') {
      const [after] = await storedActions(tx, planId, id);
      await this.agree(tx, opened, planId, line, before, after ?? before, current);
    } else {
      await tx.update(PlanSheetRow, { actionId: id }, { line: line.line, runId: opened.run.id });
    }
    return this.tell(tx, opened, planId, line, current, id);
  }

  /** Keeps what sheet and action have agreed upon, for the next time that one of them changes. */
  private agree(
    tx: EntityManager,
    opened: OpenedPlan,
    planId: string,
    line: PlanLine,
    before: StoredAction,
    after: StoredAction,
    { changes, conflicts }: LineFate,
  ): Promise<void> {
    const { planMapping } = opened.run;
    const applied: Meanings = { ...before.row?.applied };
    const meanings: Meanings = { ...line.meanings };
    const cells = [...line.cells];
    for (const field of toldFields(planMapping)) {
      const stands = after.standing[field as keyof typeof after.standing];
      const wasLeft = conflicts.includes(field) && !changes.includes(field);
      const told = line.meanings[field] ?? null;
      if (wasLeft) {
        // Boucle's side was chosen: it is what the sheet says from now on.
        meanings[field] = stands;
        const at = planMapping.fields.indexOf(field);
        if (at >= 0) cells[at] = writeCell(field, stands, cells[at] ?? null, opened.catalogue);
      }
      const isAgreed = wasLeft || changes.includes(field) || told === stands || !before.row;
      if (isAgreed) applied[field] = stands;
    }
    return keepRow(tx, opened, planId, { ...line, cells }, after, meanings, applied);
  }

  private async tell(
    tx: EntityManager,
    { run }: OpenedPlan,
    planId: string,
    { line, cells, sourceId }: PlanLine,
    { outcome, problems }: LineFate,
    actionId: string | null,
  ): Promise<void> {
    await tx
      .createQueryBuilder()
      .insert()
      .into(ImportLine)
      .values({
        ...{ runId: run.id, line, outcome, actionId, problems: () => ':problems' },
      })
      .setParameter('problems', JSON.stringify(problems))
      .execute();
    if (actionId !== null) return;
    // What could not be read is given back with the rest.
    await tx.insert(PlanSheetRow, { id: newId(), planId, runId: run.id, line, cells, sourceId });
  }
}

async function keepRow(
  tx: EntityManager,
  { run }: OpenedPlan,
  planId: string,
  { line, cells, sourceId }: PlanLine,
  stored: StoredAction | undefined,
  meanings: Meanings,
  applied: Meanings,
): Promise<void> {
  if (!stored) return;
  const facts = { planId, runId: run.id, line, cells, sourceId, meanings, applied };
  const actionId = stored.action.id;
  const known = await tx.findOneBy(PlanSheetRow, { actionId });
  if (known) await tx.update(PlanSheetRow, { id: known.id }, facts);
  else await tx.insert(PlanSheetRow, { id: newId(), actionId, ...facts });
}

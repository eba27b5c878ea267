import { Injectable, type StreamableFile } from '@nestjs/common';
import { IsNull, type EntityManager } from 'typeorm';
import type { Member } from '../access/member.js';
import { visibleActions } from '../actions/action-search.js';
import { Tenancy } from '../database/tenancy.js';
import type { PlanField } from '../domain/plan-fields.js';
import { Journal } from '../journal/journal.js';
import { mayWrite, Plans } from '../plans/plans.service.js';
import { workbookFile } from '../sheets/sheet-file.js';
import { gridFile } from '../sheets/write-grid.js';
import { say } from '../words/words.js';
import { planCatalogue } from './plan-catalogue.js';
import { planGrid, withOwnColumns, type SheetShape } from './plan-grid.js';
import { PlanSheet } from './plan-sheet.entity.js';
import { PlanSheetRow } from './plan-sheet-row.entity.js';
import { axisCarried } from './read-lines.js';
import { storedActions } from './stored-actions.js';

/** What a plan that never was a sheet is written as. */
const usual: readonly PlanField[] = [
  ...(['objective', 'title', 'description', 'owner', 'service', 'startOn', 'dueOn'] as const),
  ...(['progress', 'state', 'kind', 'cost', 'criterion', 'origin', 'weight'] as const),
];

/** Gives a plan back as the sheet that people have. */
@Injectable()
export class PlanSheetExport {
  constructor(
    private readonly tenancy: Tenancy,
    private readonly plans: Plans,
    private readonly journal: Journal,
  ) {}

  /** The same columns and cells, with what changed here, and Boucle's own columns if asked. */
  write(me: Member, planId: string, own: boolean, now = new Date()): Promise<StreamableFile> {
    return this.tenancy.within(me, async (tx) => {
      const plan = await this.plans.peek(tx, me, planId);
      // The words around the actions speak of all of them: they are for whoever may change the plan.
      if (!mayWrite(me, plan)) me.must('plan.write', plan.unitId);
      const catalogue = await planCatalogue(tx, me, [], now);
      const seen = await visibleActions(tx, me).andWhere({ planId }).select('a.id').getMany();
      const ids = new Set(seen.map(({ id }) => id));
      const stored = await storedActions(tx, planId);
      const visible = stored.filter(({ action }) => ids.has(action.id));
      const { shape, words } = await shapeOf(tx, planId, plan.title);
      const grid = planGrid(own ? withOwnColumns(shape) : shape, visible, words, catalogue);
      await this.journal.write(tx, me, 'plan.export', planId, { format: 'xlsx' });
      const bytes = await gridFile(grid, shape.titleLine - 1);
      return workbookFile(plan.title, bytes, catalogue.today);
    });
  }
}

async function shapeOf(tx: EntityManager, planId: string, title: string) {
  const kept = await tx.findOneBy(PlanSheet, { planId });
  if (!kept) {
    const titles = usual.map((field) => say('fr', `sheet.plan.${field as 'title'}`));
    const drawn = { titles, merges: [], widths: usual.map(() => null) };
    const shape: SheetShape = {
      ...{ ...drawn, sheet: title, fields: [...usual], titleLine: 1, runId: null },
    };
    return { shape, words: [] };
  }
  const { sheet, titles, merges, widths, mapping, runId } = kept;
  const rows = await tx.find(PlanSheetRow, {
    where: { planId, actionId: IsNull(), runId },
    order: { line: 'ASC' },
  });
  const words = rows.map(({ line, cells, sourceId }) => {
    const axis = sourceId === null && line > mapping.titleLine ? axisCarried(cells) : undefined;
    return { line, cells, ...(axis !== undefined && { axis }) };
  });
  const { fields, titleLine } = mapping;
  const shape: SheetShape = { sheet, titles, merges, widths, fields, titleLine, runId };
  return { shape, words };
}

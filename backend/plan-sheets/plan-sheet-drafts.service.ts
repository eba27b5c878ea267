import { Injectable } from '@nestjs/common';
import { IsNull, type EntityManager } from 'typeorm';
import { v7 as newId } from 'uuid';
import type { Member } from '../access/member.js';
import type { SentFile } from '../attachments/clean-file.js';
import { Tenancy } from '../database/tenancy.js';
import { findTitles, guessPlanFields } from '../domain/plan-fields.js';
import type { PlanDefaults, PlanMapping } from '../domain/plan-sheet.js';
import { Refusal } from '../domain/refusal.js';
import { ImportRun } from '../imports/import-run.entity.js';
import { ImportRuns } from '../imports/import-runs.service.js';
import { calendarOf } from '../organization/calendar.js';
import { Unit } from '../organization/unit.entity.js';
import { Plan } from '../plans/plan.entity.js';
import { Plans } from '../plans/plans.service.js';
import { textOfCell, type Grid } from '../sheets/grid.js';
import { readGrid } from '../sheets/read-grid.js';
import { placesOf, titlesKey } from './keep-sheet.js';
import { PlanSheetFiles } from './plan-sheet-files.js';
import { missingOf, planPreview } from './plan-sheet-preview.js';
import { PlanSheet } from './plan-sheet.entity.js';
import type { PlanDraftDto, PlanMappingDto, StartPlanSheetDto } from './plan-sheet.dto.js';

/** A plan's sheet that was sent, until it is known how to read it. */
@Injectable()
export class PlanSheetDrafts {
  constructor(
    private readonly tenancy: Tenancy,
    private readonly files: PlanSheetFiles,
    private readonly plans: Plans,
    private readonly runs: ImportRuns,
  ) {}

  /** Takes a file, and reads it as such files were read before or by a guess. */
  async send(
    me: Member,
    { name, bytes }: SentFile,
    planId: string | undefined,
    language: string,
    now = new Date(),
  ): Promise<PlanDraftDto> {
    const grid = await readGrid(bytes);
    return this.tenancy.within(me, async (tx) => {
      const plan = planId ? await this.plans.findToWrite(tx, me, planId) : null;
      const kept = plan && (await tx.findOneBy(PlanSheet, { planId: plan.id }));
      const chosen = kept?.sheet && grid.sheets.includes(kept.sheet) ? kept.sheet : undefined;
      const read = chosen && chosen !== grid.sheet ? await readGrid(bytes, chosen) : grid;
      const unitIds = me.unitsFor('action.create');
      const defaults = await this.defaults(tx, me, plan, unitIds, now);
      const id = newId();
      await tx.insert(ImportRun, {
        ...{ id, kind: 'plan', bytes, unitIds, createdBy: me.id, planId: plan?.id ?? null },
        ...{ fileName: name.slice(-200), header: [], total: read.rows.length },
        planMapping: await this.guess(tx, read, plan?.id ?? null, defaults),
      });
      return this.show(tx, me, id, language, now);
    });
  }

  /** The sheet as it will be. @throws Refusal `import.unknown`, or `import.started`. */
  read(me: Member, id: string, language: string, now = new Date()): Promise<PlanDraftDto> {
    return this.tenancy.within(me, async (tx) => {
      await this.runs.draft(tx, me, 'plan', id);
      return this.show(tx, me, id, language, now);
    });
  }

  /** Says how to read it. @throws Refusal `plan_sheet.fields`, where a field has two columns. */
  choose(
    me: Member,
    id: string,
    mapping: PlanMappingDto,
    language: string,
    now = new Date(),
  ): Promise<PlanDraftDto> {
    return this.tenancy.within(me, async (tx) => {
      const { planMapping, planId } = await this.runs.draft(tx, me, 'plan', id);
      const given = mapping.fields.filter(Boolean);
      if (new Set(given).size < given.length) throw new Refusal('invalid', 'plan_sheet.fields');
      const isElsewhere =
        (mapping.sheet ?? null) !== (planMapping?.sheet ?? null) ||
        mapping.titleLine !== planMapping?.titleLine;
      const chosen = isElsewhere
        ? await this.guessElsewhere(tx, id, planId, mapping, planMapping)
        : mapping;
      await tx.update(ImportRun, { id }, { planMapping: { ...chosen } });
      return this.show(tx, me, id, language, now);
    });
  }

  /** Begins, in a new plan unless the sheet goes to one. */
  start(
    me: Member,
    id: string,
    { title, fromDay, toDay }: StartPlanSheetDto,
    now = new Date(),
  ): Promise<void> {
    return this.tenancy.within(me, async (tx) => {
      const run = await this.runs.draft(tx, me, 'plan', id);
      const opened = await this.files.open(tx, me, id, now);
      const { planMapping } = opened.run;
      const [missing] = missingOf(opened.lines, planMapping);
      if (missing) {
        const code = missing === 'title' ? 'title_unmapped' : 'origin_missing';
        throw new Refusal('invalid', `plan_sheet.${code}`);
      }
      if (run.planId) await this.plans.findToWrite(tx, me, run.planId);
      const { proposal } = planPreview(opened, { plan: null, remembered: false }, me.language);
      const words = { title: title ?? proposal.title, fromDay: fromDay ?? proposal.fromDay };
      const { unitId } = planMapping.defaults;
      const planId =
        run.planId ??
        (await this.plans.draw(
          ...([tx, me] as const),
          { ...words, toDay: toDay ?? proposal.toDay, unitId, pilotId: me.id, objectives: [] },
          now,
        ));
      const header = opened.read.titles.map(textOfCell);
      await tx.update(ImportRun, { id }, { planId, header, total: opened.lines.length });
      await this.runs.begin(tx, me, run, now);
    });
  }

  /** Other titles: the columns are guessed anew, what was decided stands. */
  private async guessElsewhere(
    tx: EntityManager,
    id: string,
    planId: string | null,
    { sheet, titleLine, defaults, values }: PlanMappingDto,
    before: PlanMapping | null,
  ): Promise<PlanMapping> {
    const { bytes } = await tx
      .createQueryBuilder(ImportRun, 'r')
      .addSelect('r.bytes')
      .where({ id })
      .getOneOrFail();
    const grid = await readGrid(bytes ?? Buffer.alloc(0), sheet);
    const isSameSheet = sheet === before?.sheet;
    const guess = await this.guess(tx, grid, planId, defaults, isSameSheet ? titleLine : undefined);
    return { ...guess, values: [...guess.values, ...values].slice(0, 300) };
  }

  /** By what is kept of this plan, or of the last one with these titles; else by the titles. */
  private async guess(
    tx: EntityManager,
    grid: Grid,
    planId: string | null,
    defaults: PlanDefaults,
    titleLine?: number,
  ): Promise<PlanMapping> {
    const texts = grid.rows.slice(0, 50).map((cells) => cells.map(textOfCell));
    const at = titleLine ?? findTitles(texts) + 1;
    const titles = grid.rows[at - 1] ?? [];
    const kept = await this.recall(tx, titles, planId);
    const guessed = guessPlanFields(titles.map(textOfCell));
    const places = kept ? placesOf(titles, kept.titles) : [];
    const known = kept?.mapping.fields ?? [];
    const recalled = places.map((place) => known[place] ?? '');
    // Boucle's own columns, which the sheet has since it was taken away with them.
    const fields = guessed.map((guess, column) => {
      if (!kept) return guess;
      if ((places[column] ?? -1) >= 0) return recalled[column] ?? '';
      return recalled.includes(guess) ? '' : guess;
    });
    return {
      ...(grid.sheet !== null && { sheet: grid.sheet }),
      ...{ titleLine: at, fields, choices: [], values: kept?.mapping.values ?? [] },
      defaults: kept?.planId === planId ? { ...defaults, ...kept?.mapping.defaults } : defaults,
    };
  }

  private async recall(
    tx: EntityManager,
    titles: PlanSheet['titles'],
    planId: string | null,
  ): Promise<PlanSheet | null> {
    const own = planId ? await tx.findOneBy(PlanSheet, { planId }) : null;
    if (own) return own;
    return tx.findOne(PlanSheet, {
      where: { titlesKey: titlesKey(titles) },
      order: { broughtAt: 'DESC' },
    });
  }

  private async defaults(
    tx: EntityManager,
    me: Member,
    plan: Plan | null,
    unitIds: string[],
    now: Date,
  ): Promise<PlanDefaults> {
    const { today } = await calendarOf(tx, me, now);
    const root = await tx.findOneByOrFail(Unit, { parentId: IsNull() });
    const first = unitIds.includes(root.id) ? root.id : (unitIds[0] ?? root.id);
    const isThere = plan && unitIds.includes(plan.unitId);
    return {
      ...{ unitId: isThere ? plan.unitId : first, ownerId: plan?.pilotId ?? me.id },
      ...{ kind: 'improvement', doneOn: today, originKind: 'recommendation', origin: '' },
      dueOn: plan?.toDay ?? `${today.slice(0, 4)}-12-31`,
    };
  }

  private async show(
    tx: EntityManager,
    me: Member,
    id: string,
    language: string,
    now: Date,
  ): Promise<PlanDraftDto> {
    const opened = await this.files.open(tx, me, id, now);
    const { planId } = opened.run;
    const plan = planId ? await tx.findOneByOrFail(Plan, { id: planId }) : null;
    const kept = await this.recall(tx, opened.read.titles, planId);
    const known = { plan: plan && { id: plan.id, title: plan.title }, remembered: kept !== null };
    return planPreview(opened, known, language);
  }
}

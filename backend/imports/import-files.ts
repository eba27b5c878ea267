import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Tenant } from '../database/tenancy.js';
import { foldText, guessFields } from '../domain/import-fields.js';
import { Refusal } from '../domain/refusal.js';
import { calendarOf } from '../organization/calendar.js';
import { Theme } from '../organization/theme.entity.js';
import { Unit } from '../organization/unit.entity.js';
import { readSheet, type ReadSheet } from '../sheets/read-sheet.js';
import { say } from '../words/words.js';
import { exportLines, unitsByName } from './export-lines.js';
import type { ImportMappingDto } from './import.dto.js';
import { ImportRun } from './import-run.entity.js';
import type { IncomingLine } from './imported-word.js';
import { mappedLines } from './mapped-lines.js';
import type { Catalogue } from './mapped-row.js';
import { isExport } from './services-publics-plus.js';

/** A run with what its file holds and what the organisation's words mean. */
export interface OpenedFile {
  run: ImportRun;
  sheet: ReadSheet;
  /** Whether it is the export of a known source, which needs no mapping. */
  known: boolean;
  catalogue: Catalogue;
  lines: IncomingLine[];
  /** What stands in a line, by its number. */
  cellsOf: Map<number, string[]>;
}

/** Files that were sent: opened to be shown, then to be brought in, by the very same reading. */
@Injectable()
export class ImportFiles {
  /** Reads a file as it was sent. @throws Refusal `sheet.…` */
  async read(bytes: Buffer, sheet?: string): Promise<ReadSheet> {
    return withoutReasons(await readSheet(bytes, sheet));
  }

  /** Opens the file of a run, read by its mapping. */
  async open(tx: EntityManager, tenant: Tenant, id: string, now: Date): Promise<OpenedFile> {
    const run = await tx
      .createQueryBuilder(ImportRun, 'r')
      .addSelect('r.bytes')
      .where({ id })
      .getOneOrFail();
    if (!run.bytes) throw new Refusal('conflict', 'import.started');
    const sheet = await this.read(run.bytes, run.mapping?.sheet);
    const catalogue = await this.catalogue(tx, tenant, run.unitIds, now);
    const known = run.mapping === null;
    const lines = run.mapping
      ? mappedLines(sheet, run.mapping, catalogue)
      : exportLines(sheet, await unitsByName(tx, run.unitIds));
    const cellsOf = new Map(sheet.rows.map(({ line, cells }) => [line, cells]));
    return { run, sheet, known, catalogue, lines, cellsOf };
  }

  /** How a file is read before anybody has said so; null for the export of a known source. */
  guess(sheet: ReadSheet, unitId: string): ImportMappingDto | null {
    if (isExport(sheet.header)) return null;
    return {
      fields: guessFields(sheet.header),
      values: [],
      defaults: { kind: 'suggestion', channel: 'mail', reporter: 'user', unitId },
      ...(sheet.sheet !== null && { sheet: sheet.sheet }),
    };
  }

  private async catalogue(
    tx: EntityManager,
    tenant: Tenant,
    unitIds: string[],
    now: Date,
  ): Promise<Catalogue> {
    const { today } = await calendarOf(tx, tenant, now);
    const units = (await tx.find(Unit)).filter(({ id }) => unitIds.includes(id));
    const themes = await tx.find(Theme);
    return {
      units: new Map(units.map(({ id, name }) => [foldText(name), id])),
      themes: new Map(themes.map(({ id, label }) => [foldText(label), id])),
      today,
    };
  }
}

/** The refused lines of an earlier import, mended, are the file that they were. */
function withoutReasons(sheet: ReadSheet): ReadSheet {
  const last = sheet.header.at(-1);
  const isOurs = ['fr', 'en'].some((language) => say(language, 'import.why') === last);
  if (!isOurs) return sheet;
  return {
    ...sheet,
    header: sheet.header.slice(0, -1),
    rows: sheet.rows.map(({ line, cells }) => ({ line, cells: cells.slice(0, -1) })),
  };
}

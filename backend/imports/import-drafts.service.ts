import { Injectable } from '@nestjs/common';
import { IsNull, type EntityManager } from 'typeorm';
import { v7 as newId } from 'uuid';
import type { Member } from '../access/member.js';
import type { SentFile } from '../attachments/clean-file.js';
import { Tenancy } from '../database/tenancy.js';
import { Refusal } from '../domain/refusal.js';
import { Unit } from '../organization/unit.entity.js';
import type { ImportDraftDto, ImportMappingDto } from './import.dto.js';
import { ImportFiles } from './import-files.js';
import { ImportMappings } from './import-mappings.service.js';
import { previewOf } from './import-preview.js';
import { ImportRun } from './import-run.entity.js';

/** A file that was sent, until it is known how to read it. */
@Injectable()
export class ImportDrafts {
  constructor(
    private readonly tenancy: Tenancy,
    private readonly files: ImportFiles,
    private readonly mappings: ImportMappings,
  ) {}

  /** Takes a file, and reads it by what is remembered of such files or by a guess. */
  async send(me: Member, { name, bytes }: SentFile, language: string): Promise<ImportDraftDto> {
    const sheet = await this.files.read(bytes);
    return this.tenancy.within(me, async (tx) => {
      const unitIds = me.unitsFor('feedback.import');
      const root = await tx.findOneByOrFail(Unit, { parentId: IsNull() });
      const first = unitIds.includes(root.id) ? root.id : (unitIds[0] ?? root.id);
      const guess = this.files.guess(sheet, first);
      const remembered = guess && (await this.mappings.recall(tx, sheet.header));
      const id = newId();
      await tx.insert(ImportRun, {
        ...{ id, bytes, unitIds, createdBy: me.id },
        fileName: name.slice(-200),
        header: sheet.header,
        total: sheet.rows.length + sheet.damage.length,
        mapping: remembered ? { ...guess, ...remembered.mapping } : guess,
      });
      return this.show(tx, me, id, language);
    });
  }

  /** The file as it will be. @throws Refusal `import.unknown`, or `import.started`. */
  read(me: Member, id: string, language: string): Promise<ImportDraftDto> {
    return this.tenancy.within(me, async (tx) => {
      await findDraft(tx, me, id);
      return this.show(tx, me, id, language);
    });
  }

  /** Says how to read it. @throws Refusal `import.fields`, where a field comes from two columns. */
  choose(
    me: Member,
    id: string,
    mapping: ImportMappingDto,
    language: string,
  ): Promise<ImportDraftDto> {
    return this.tenancy.within(me, async (tx) => {
      const draft = await findDraft(tx, me, id);
      if (draft.mapping === null) throw new Refusal('conflict', 'import.fields');
      const before = await this.files.open(tx, me, id, new Date());
      const isSameSheet = (mapping.sheet ?? before.sheet.sheet) === before.sheet.sheet;
      const chosen = isSameSheet ? mapping : await this.guessSheet(tx, id, mapping);
      const given = chosen.fields.filter(Boolean);
      const isWhole = !isSameSheet || chosen.fields.length === before.sheet.header.length;
      if (!isWhole || new Set(given).size < given.length) {
        throw new Refusal('invalid', 'import.fields');
      }
      await tx.update(ImportRun, { id }, { mapping: chosen });
      return this.show(tx, me, id, language);
    });
  }

  /** Another sheet has other titles: its columns are guessed anew. */
  private async guessSheet(
    tx: EntityManager,
    id: string,
    { sheet, defaults }: ImportMappingDto,
  ): Promise<ImportMappingDto> {
    const { bytes } = await tx
      .createQueryBuilder(ImportRun, 'r')
      .addSelect('r.bytes')
      .where({ id })
      .getOneOrFail();
    const read = await this.files.read(bytes ?? Buffer.alloc(0), sheet);
    const total = read.rows.length + read.damage.length;
    await tx.update(ImportRun, { id }, { total, header: read.header });
    const remembered = await this.mappings.recall(tx, read.header);
    const guess = this.files.guess(read, defaults.unitId);
    if (!guess) throw new Refusal('invalid', 'import.fields');
    return { ...guess, defaults, ...remembered?.mapping };
  }

  private async show(
    tx: EntityManager,
    me: Member,
    id: string,
    language: string,
  ): Promise<ImportDraftDto> {
    const opened = await this.files.open(tx, me, id, new Date());
    const remembered = await this.mappings.recall(tx, opened.sheet.header);
    const { mapping: _, ...kept } = remembered ?? { mapping: null };
    return previewOf(opened, remembered ? (kept as { id: string; name: string }) : null, language);
  }
}

async function findDraft(tx: EntityManager, me: Member, id: string): Promise<ImportRun> {
  const run = await tx.findOneBy(ImportRun, { id, kind: 'feedback', createdBy: me.id });
  if (!run) throw new Refusal('unknown', 'import.unknown');
  if (run.state !== 'draft') throw new Refusal('conflict', 'import.started');
  return run;
}

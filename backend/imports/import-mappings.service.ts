import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { v7 as newId } from 'uuid';
import type { Member } from '../access/member.js';
import { Tenancy } from '../database/tenancy.js';
import { foldText } from '../domain/import-fields.js';
import { Refusal } from '../domain/refusal.js';
import { Journal } from '../journal/journal.js';
import type { ImportMappingDto, RememberedMappingDto } from './import.dto.js';
import { ImportMapping } from './import-mapping.entity.js';
import { headersKey } from './imported-word.js';

/** How files were read, kept for the next ones with the same titles. */
@Injectable()
export class ImportMappings {
  constructor(
    private readonly tenancy: Tenancy,
    private readonly journal: Journal,
  ) {}

  list(me: Member): Promise<RememberedMappingDto[]> {
    return this.tenancy.within(me, (tx) =>
      tx.find(ImportMapping, { select: { id: true, name: true }, order: { name: 'ASC' } }),
    );
  }

  /** @throws Refusal `record.unknown`. */
  async forget(me: Member, id: string): Promise<void> {
    await this.tenancy.within(me, async (tx) => {
      const { affected } = await tx.delete(ImportMapping, { id });
      if (!affected) throw new Refusal('unknown', 'record.unknown');
      await this.journal.write(tx, me, 'import_mapping.delete', id);
    });
  }

  /** Keeps it under a name; files with the same titles have one. */
  async remember(
    tx: EntityManager,
    me: { id: string },
    name: string,
    header: string[],
    mapping: ImportMappingDto,
  ): Promise<void> {
    const kept = { name, headersKey: headersKey(header), header, mapping, createdBy: me.id };
    const { headersKey: key } = kept;
    const known = await tx.findOneBy(ImportMapping, { headersKey: key });
    const id = known?.id ?? newId();
    await tx.upsert(ImportMapping, { id, ...kept }, ['organizationId', 'headersKey']);
    await this.journal.write(tx, me, 'import_mapping.save', id, { name });
  }

  /** What was kept for these titles, in their order of today. */
  async recall(
    tx: EntityManager,
    header: string[],
  ): Promise<(RememberedMappingDto & { mapping: ImportMappingDto }) | null> {
    const kept = await tx.findOneBy(ImportMapping, { headersKey: headersKey(header) });
    if (!kept) return null;
    const left = kept.header.map((title, at) => ({
      title: foldText(title),
      field: kept.mapping.fields[at] ?? '',
    }));
    const fields = header.map((title) => {
      const at = left.findIndex((one) => one.title === foldText(title));
      return at < 0 ? '' : (left.splice(at, 1)[0]?.field ?? '');
    });
    const { sheet: _, ...mapping } = kept.mapping;
    return { id: kept.id, name: kept.name, mapping: { ...mapping, fields } };
  }
}

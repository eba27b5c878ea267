import { Injectable, type StreamableFile } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { v7 as newId } from 'uuid';
import { Doors, newPublicKey } from '../access/doors.js';
import type { Member } from '../access/member.js';
import { Tenancy, type Tenant } from '../database/tenancy.js';
import { Refusal } from '../domain/refusal.js';
import type { UnitKind } from '../domain/units.js';
import { Journal } from '../journal/journal.js';
import { Exports } from './exports.js';
import type { SheetQuery } from '../sheets/sheet.dto.js';
import { say } from '../words/words.js';
import { unitColumns } from './units.sheet.js';
import type { CreateUnitDto, UnitDto, UpdateUnitDto } from './organization.dto.js';
import { Unit } from './unit.entity.js';

/** The organisation's tree. */
@Injectable()
export class Units {
  constructor(
    private readonly tenancy: Tenancy,
    private readonly doors: Doors,
    private readonly journal: Journal,
    private readonly exports: Exports,
  ) {}

  /** The units that I may see, parents first and each family together. */
  async list(me: Member): Promise<UnitDto[]> {
    const mine = new Set(me.unitsFor('unit.read'));
    const units = await this.tenancy.within(me, (tx) => this.tree(tx));
    return units.filter(({ id }) => mine.has(id));
  }

  /** Every unit of the organisation, parents first and each family together. */
  async tree(tx: EntityManager): Promise<UnitDto[]> {
    return grow(await tx.find(Unit, { order: { name: 'ASC' } }), null);
  }

  /** The units that I may see, as a file. */
  async write(me: Member, query: SheetQuery, language: string): Promise<StreamableFile> {
    const units = await this.list(me);
    return this.exports.write(me, 'unit.export', query, () => ({
      name: say(language, 'sheet.units'),
      columns: unitColumns(language, units),
      rows: [units],
      cut: say(language, 'sheet.cut'),
    }));
  }

  create(me: Member, { name, kind, parentId }: CreateUnitDto): Promise<UnitDto> {
    me.must('unit.manage', parentId);
    return this.tenancy.within(me, async (tx) => {
      const parent = await this.find(tx, parentId);
      const unit = await this.plant(tx, me, name, kind, parent);
      await this.journal.write(tx, me, 'unit.create', unit.id, { name, parentId });
      return describe(unit);
    });
  }

  update(me: Member, id: string, changes: UpdateUnitDto): Promise<UnitDto> {
    return this.tenancy.within(me, async (tx) => {
      const unit = await this.find(tx, id);
      me.must('unit.manage', id);
      if (Object.keys(changes).length === 0) return describe(unit);
      await tx.update(Unit, { id }, changes);
      await this.journal.write(tx, me, 'unit.update', id, { before: unit.name, ...changes });
      return describe({ ...unit, ...changes });
    });
  }

  /** Adds a unit with its public page. */
  async plant(
    tx: EntityManager,
    { organizationId }: Tenant,
    name: string,
    kind: UnitKind,
    parent: Unit | null,
  ): Promise<Unit> {
    const id = newId();
    const publicKey = newPublicKey();
    const path = [...(parent?.path ?? []), id];
    const unit = { id, name, kind, parentId: parent?.id ?? null, path, publicKey };
    await tx.insert(Unit, unit);
    await this.doors.make(tx, 'unit', publicKey, { organizationId, targetId: id });
    return { ...unit, organizationId, reminderRules: null, createdAt: new Date() };
  }

  /** @throws Refusal `unit.unknown`. */
  async find(tx: EntityManager, id: string): Promise<Unit> {
    const unit = await tx.findOneBy(Unit, { id });
    if (!unit) throw new Refusal('unknown', 'unit.unknown');
    return unit;
  }
}

function grow(units: Unit[], parentId: string | null): UnitDto[] {
  const children = units.filter((unit) => unit.parentId === parentId);
  return children.flatMap((unit) => [describe(unit), ...grow(units, unit.id)]);
}

function describe({ id, name, kind, parentId, path, publicKey }: Unit): UnitDto {
  return { id, name, kind, parentId, depth: path.length - 1, publicKey };
}

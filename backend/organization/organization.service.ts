import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource, IsNull, type EntityManager } from 'typeorm';
import { v7 as newId } from 'uuid';
import type { Member } from '../access/member.js';
import { Tenancy, type Tenant } from '../database/tenancy.js';
import { defaultDeadlines } from '../domain/deadlines.js';
import { firstGrid } from '../domain/feedback.js';
import { Refusal } from '../domain/refusal.js';
import { Journal } from '../journal/journal.js';
import { GridVersion } from './grid-version.entity.js';
import { Organization } from './organization.entity.js';
import type { ThemeDto, UpdateOrganizationDto } from './organization.dto.js';
import { Theme } from './theme.entity.js';
import { Unit } from './unit.entity.js';
import { Units } from './units.service.js';

/** What a new organisation starts with; each edits its own. */
const firstThemes = [
  'Accueil',
  'Délais',
  'Information',
  'Locaux et accessibilité',
  'Démarches et dossiers',
  'Relations avec les professionnels',
  'Vie quotidienne et soins',
  'Autre',
];

/** A tenant that was just opened. */
export interface OpenedOrganization extends Tenant {
  rootUnitId: string;
}

/** Organisations: opening one, and its own settings. */
@Injectable()
export class Organizations {
  private turn: Promise<unknown> = Promise.resolve();

  constructor(
    @InjectDataSource() private readonly source: DataSource,
    private readonly tenancy: Tenancy,
    private readonly units: Units,
    private readonly journal: Journal,
  ) {}

  /** Opens an organisation with its root unit and first themes, then does `and` in the same stroke. */
  async open(
    name: string,
    and: (tx: EntityManager, opened: OpenedOrganization) => Promise<void> = () => Promise.resolve(),
  ): Promise<OpenedOrganization> {
    const organizationId = newId();
    return this.tenancy.within({ organizationId }, async (tx) => {
      const deadlines = [...defaultDeadlines];
      await tx.insert(Organization, { id: organizationId, name, deadlines });
      await tx.insert(GridVersion, { version: 1, cells: firstGrid });
      const root = await this.units.plant(tx, { organizationId }, name, 'organization', null);
      await tx.insert(
        Theme,
        firstThemes.map((label, position) => ({ id: newId(), label, position })),
      );
      const opened = { organizationId, rootUnitId: root.id };
      await and(tx, opened);
      await this.journal.write(tx, null, 'organization.open', organizationId, { name });
      return opened;
    });
  }

  /**
   * Runs `opening` while no other process can open a first organisation.
   * @throws Refusal `organization.exists` where there is one already.
   */
  first<Result>(opening: () => Promise<Result>): Promise<Result> {
    // Whoever waits for the lock holds a connection, and `opening` needs one more: one at a time here.
    const opened = this.turn.then(() => this.alone(opening));
    this.turn = opened.catch(() => undefined);
    return opened;
  }

  private async alone<Result>(opening: () => Promise<Result>): Promise<Result> {
    await this.refuseSecond();
    const runner = this.source.createQueryRunner();
    try {
      await runner.query('SELECT pg_advisory_lock(8122021)');
      await this.refuseSecond();
      return await opening();
    } finally {
      await runner.query('SELECT pg_advisory_unlock(8122021)');
      await runner.release();
    }
  }

  private async refuseSecond(): Promise<void> {
    const tenants = await this.tenancy.all();
    if (tenants.length > 0) throw new Refusal('conflict', 'organization.exists');
  }

  /** The root of the tree is renamed with it, unless somebody gave that another name. */
  async update(me: Member, changes: UpdateOrganizationDto): Promise<void> {
    await this.tenancy.within(me, async (tx) => {
      const { organizationId: id } = me;
      const root = await tx.findOneByOrFail(Unit, { parentId: IsNull() });
      me.must('unit.manage', root.id);
      const { name: before } = await tx.findOneByOrFail(Organization, { id });
      const name = changes.name ?? before;
      await tx.update(Organization, { id }, { ...changes, name });
      await tx.update(Unit, { kind: 'organization', name: before }, { name });
      await this.journal.write(tx, me, 'organization.update', id, { before, ...changes });
    });
  }

  themes(me: Member): Promise<ThemeDto[]> {
    return this.tenancy.within(me, (tx) =>
      tx.find(Theme, {
        select: { id: true, label: true, setAside: true },
        order: { position: 'ASC', id: 'ASC' },
      }),
    );
  }
}

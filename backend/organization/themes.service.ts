import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { v7 as newId } from 'uuid';
import type { Member } from '../access/member.js';
import { Tenancy } from '../database/tenancy.js';
import { Refusal } from '../domain/refusal.js';
import { Journal } from '../journal/journal.js';
import type { CreateThemeDto, ThemeInUseDto, UpdateThemeDto } from './rules.dto.js';
import { mustRule } from './must-rule.js';
import { Theme } from './theme.entity.js';

/** What feedback can be about. */
@Injectable()
export class Themes {
  constructor(
    private readonly tenancy: Tenancy,
    private readonly journal: Journal,
  ) {}

  /** Adds one after the others. */
  create(me: Member, { label }: CreateThemeDto): Promise<ThemeInUseDto[]> {
    return this.changing(me, async (tx) => {
      const id = newId();
      const position = ((await tx.maximum(Theme, 'position')) ?? 0) + 1;
      await tx.insert(Theme, { id, label: label.trim(), position });
      await this.journal.write(tx, me, 'theme.create', id, { label });
    });
  }

  /** Renames one, sets it aside or takes it up again. */
  update(me: Member, id: string, { label, setAside }: UpdateThemeDto): Promise<ThemeInUseDto[]> {
    return this.changing(me, async (tx) => {
      const { label: before, setAside: was } = await find(tx, id);
      const changes = { label: label?.trim() ?? before, setAside: setAside ?? was };
      await tx.update(Theme, { id }, changes);
      await this.journal.write(tx, me, 'theme.update', id, { before, ...changes });
    });
  }

  /** Puts them in order; those that are not named come after. */
  order(me: Member, ids: string[]): Promise<ThemeInUseDto[]> {
    return this.changing(me, async (tx) => {
      await tx.query(
        `UPDATE theme SET position = placed.rank FROM (
           SELECT id, row_number() OVER (ORDER BY array_position($1::uuid[], id), position, id) - 1
                    AS rank FROM theme) placed
          WHERE placed.id = theme.id`,
        [ids],
      );
      await this.journal.write(tx, me, 'theme.order', me.organizationId, { ids });
    });
  }

  /** Deletes one that never served. @throws Refusal `theme.in_use`. */
  delete(me: Member, id: string): Promise<ThemeInUseDto[]> {
    return this.changing(me, async (tx) => {
      const { label } = await find(tx, id);
      const used = (await themesInUse(tx)).find((theme) => theme.id === id)?.used;
      if (used) throw new Refusal('conflict', 'theme.in_use');
      await tx.delete(Theme, { id });
      await this.journal.write(tx, me, 'theme.delete', id, { label });
    });
  }

  private changing(
    me: Member,
    work: (tx: EntityManager) => Promise<void>,
  ): Promise<ThemeInUseDto[]> {
    return this.tenancy.within(me, async (tx) => {
      await mustRule(tx, me);
      await work(tx);
      return themesInUse(tx);
    });
  }
}

async function find(tx: EntityManager, id: string): Promise<Theme> {
  const theme = await tx.findOne(Theme, { where: { id }, lock: { mode: 'pessimistic_write' } });
  if (!theme) throw new Refusal('unknown', 'theme.unknown');
  return theme;
}

/** The themes in order, with how often each served. */
export function themesInUse(tx: EntityManager): Promise<ThemeInUseDto[]> {
  return tx.query<ThemeInUseDto[]>(
    `SELECT t.id, t.label, t.set_aside AS "setAside",
            (SELECT count(*)::int FROM feedback f WHERE f.theme_id = t.id) AS used
       FROM theme t ORDER BY t.position, t.id`,
  );
}

import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { v7 as newId } from 'uuid';
import type { Member } from '../access/member.js';
import { Tenancy } from '../database/tenancy.js';
import { Refusal } from '../domain/refusal.js';
import { Journal } from '../journal/journal.js';
import { SavedView } from './saved-view.entity.js';
import { UsualView } from './usual-view.entity.js';
import type { SaveViewDto, UpdateViewDto, ViewDto, ViewRoom } from './views.dto.js';

/** Lists' filters, kept by each for themselves or shared with those who work beside them. */
@Injectable()
export class Views {
  constructor(
    private readonly tenancy: Tenancy,
    private readonly journal: Journal,
  ) {}

  /** Mine first, then those that are shared with me. */
  list(me: Member, room: ViewRoom): Promise<ViewDto[]> {
    return this.tenancy.within(me, (tx) => visible(tx, me, room));
  }

  save(me: Member, { room, name, query, shared }: SaveViewDto): Promise<ViewDto[]> {
    return this.tenancy.within(me, async (tx) => {
      const id = newId();
      const view = { id, personId: me.id, room, name: name.trim(), query, shared };
      await tx.insert(SavedView, view);
      await this.journal.write(tx, me, 'view.save', id, { name, shared });
      return visible(tx, me, room);
    });
  }

  update(me: Member, id: string, changes: UpdateViewDto): Promise<ViewDto[]> {
    return this.tenancy.within(me, async (tx) => {
      const view = await mine(tx, me, id);
      const name = changes.name?.trim() ?? view.name;
      await tx.update(SavedView, { id }, { ...changes, name });
      await this.journal.write(tx, me, 'view.update', id, { before: view.name, ...changes });
      return visible(tx, me, view.room);
    });
  }

  delete(me: Member, id: string): Promise<ViewDto[]> {
    return this.tenancy.within(me, async (tx) => {
      const { room, name } = await mine(tx, me, id);
      await tx.delete(SavedView, { id });
      await this.journal.write(tx, me, 'view.delete', id, { name });
      return visible(tx, me, room);
    });
  }

  /** Opens the list with it from now on, for me; or no longer. */
  setUsual(me: Member, id: string, usual: boolean): Promise<ViewDto[]> {
    return this.tenancy.within(me, async (tx) => {
      const view = await tx.findOneBy(SavedView, { id });
      const seen = view ? await visible(tx, me, view.room) : [];
      if (!view || !seen.some((one) => one.id === id)) refuse();
      const key = { personId: me.id, room: view.room };
      await tx.delete(UsualView, key);
      if (usual) await tx.insert(UsualView, { ...key, viewId: id });
      return visible(tx, me, view.room);
    });
  }
}

async function mine(tx: EntityManager, me: Member, id: string): Promise<SavedView> {
  const view = await tx.findOneBy(SavedView, { id, personId: me.id });
  return view ?? refuse();
}

function refuse(): never {
  throw new Refusal('unknown', 'view.unknown');
}

/** Mine, and the shared ones of whoever holds a role on one of my units, or above it. */
function visible(tx: EntityManager, me: Member, room: ViewRoom): Promise<ViewDto[]> {
  const unitIds = [...new Set(me.holdings.flatMap((holding) => holding.unitIds))];
  return tx.query<ViewDto[]>(
    `SELECT v.id, v.name, v.query, v.shared, v.person_id = $1 AS mine, p.name AS owner,
            u.view_id IS NOT NULL AS usual
       FROM saved_view v
       JOIN person p ON p.id = v.person_id
       LEFT JOIN usual_view u ON u.view_id = v.id AND u.person_id = $1 AND u.room = v.room
      WHERE v.room = $2 AND (v.person_id = $1 OR v.shared AND EXISTS (
              SELECT FROM membership m JOIN unit held ON m.unit_id = ANY (held.path)
               WHERE m.person_id = v.person_id AND held.id = ANY ($3)))
      ORDER BY mine DESC, v.name, v.id`,
    [me.id, room, unitIds],
  );
}

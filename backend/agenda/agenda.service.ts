import { Injectable } from '@nestjs/common';
import { Doors, newSecret, type Opened } from '../access/doors.js';
import type { Member } from '../access/member.js';
import { ActionsService } from '../actions/actions.service.js';
import { Tenancy } from '../database/tenancy.js';
import { Refusal } from '../domain/refusal.js';
import { Journal } from '../journal/journal.js';
import { PublicAddress } from '../mail/public-address.js';
import { calendarOf } from '../organization/calendar.js';
import { Person } from '../people/person.entity.js';
import { agendaOf, nextOf } from './agenda-events.js';
import { agendaFile } from './agenda-file.js';
import type { AgendaLinkDto, NewAgendaLinkDto } from './agenda.dto.js';
import { CalendarFeed } from './calendar-feed.entity.js';

/** Each person's days, for the calendar program that they use. */
@Injectable()
export class Agenda {
  constructor(
    private readonly tenancy: Tenancy,
    private readonly doors: Doors,
    private readonly actions: ActionsService,
    private readonly address: PublicAddress,
    private readonly journal: Journal,
  ) {}

  /** Since when there is a link, and when it was last read. */
  async link(me: Member): Promise<AgendaLinkDto> {
    const feed = await this.tenancy.within(me, (tx) =>
      tx.findOneBy(CalendarFeed, { personId: me.id }),
    );
    return { madeAt: feed?.madeAt.toISOString() ?? null, readOn: feed?.readOn ?? null };
  }

  /** Makes a link, which is told this once; the one before it opens nothing from now on. */
  make(me: Member, now = new Date()): Promise<NewAgendaLinkDto> {
    const secret = newSecret();
    return this.tenancy.within(me, async (tx) => {
      // The row first: of two that are made at once, the second shuts the first.
      await tx.upsert(CalendarFeed, { personId: me.id, madeAt: now, readOn: null }, [
        'organizationId',
        'personId',
      ]);
      await this.doors.shutAll(tx, 'calendar', opens(me));
      await this.doors.make(tx, 'calendar', secret, opens(me));
      await this.journal.write(tx, me, 'person.calendar', me.id);
      return { address: this.address.of(`/calendriers/${secret}.ics`), madeAt: now.toISOString() };
    });
  }

  /** Withdraws the link: it opens nothing from now on. */
  withdraw(me: Member): Promise<void> {
    return this.tenancy.within(me, async (tx) => {
      const { affected } = await tx.delete(CalendarFeed, { personId: me.id });
      if (!affected) return;
      await this.doors.shutAll(tx, 'calendar', opens(me));
      await this.journal.write(tx, me, 'person.calendar_withdrawn', me.id);
    });
  }

  /** What somebody's link gives. @throws Refusal `door.unknown.calendar`. */
  async read(secret: string, now = new Date()): Promise<string> {
    const opened = await this.doors.open('calendar', secret);
    return this.tenancy.within(opened, async (tx) => {
      const person = await tx.findOneBy(Person, { id: opened.targetId, active: true });
      if (!person) throw new Refusal('unknown', 'door.unknown.calendar');
      const { today } = await calendarOf(tx, opened, now);
      await tx.query(
        `UPDATE calendar_feed SET read_on = $2
          WHERE person_id = $1 AND read_on IS DISTINCT FROM $2::date`,
        [person.id, today],
      );
      const events = await agendaOf(tx, person.id);
      return agendaFile(person.language, events, (path) => this.address.of(path));
    });
  }

  /** What comes next of an action that I may see. @throws Refusal `move.forbidden` once it is over. */
  event(me: Member, id: string): Promise<{ name: string; file: string }> {
    return this.tenancy.within(me, async (tx) => {
      const { reference } = await this.actions.peek(tx, me, id);
      const next = await nextOf(tx, id);
      if (!next) throw new Refusal('conflict', 'move.forbidden');
      const file = agendaFile(me.language, [next], (path) => this.address.of(path));
      return { name: `${reference}.ics`, file };
    });
  }
}

const opens = ({ organizationId, id }: Member): Opened => ({ organizationId, targetId: id });

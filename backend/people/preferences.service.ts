import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Member } from '../access/member.js';
import { SignedLinks } from '../access/signed-links.js';
import { Tenancy } from '../database/tenancy.js';
import { refuseBadAbsence } from '../domain/absence.js';
import type { DigestFrequency } from '../domain/digest.js';
import { Refusal } from '../domain/refusal.js';
import { Journal } from '../journal/journal.js';
import { calendarOf } from '../organization/calendar.js';
import { Organization } from '../organization/organization.entity.js';
import { Person } from './person.entity.js';
import type { AwayDto, PreferencesDto, SavePreferencesDto, StandInDto } from './preferences.dto.js';
import { isAwayMeanwhile, replacedBy, standIns } from './stand-ins.js';

/** Who asked for fewer letters, as the page that says so needs it. */
export interface Calm {
  organizationName: string;
  colour: string;
  language: string;
  frequency: DigestFrequency;
}

const allWeekdays = [1, 2, 3, 4, 5, 6, 0];

/** What each person wishes of their reminders: how often, and who is told while they are away. */
@Injectable()
export class Preferences {
  constructor(
    private readonly tenancy: Tenancy,
    private readonly links: SignedLinks,
    private readonly journal: Journal,
  ) {}

  read(me: Member, now = new Date()): Promise<PreferencesDto> {
    return this.tenancy.within(me, (tx) => preferencesOf(tx, me, now));
  }

  /** @throws Refusal `absence.ends_before_start`, `absence.too_long`, or `stand_in.unknown`. */
  save(me: Member, wishes: SavePreferencesDto, now = new Date()): Promise<PreferencesDto> {
    const { frequency, weekday, away } = wishes;
    if (away) refuseBadAbsence(away);
    return this.tenancy.within(me, async (tx) => {
      const standInId = away?.standInId ?? null;
      if (standInId && (await standIns(tx, me, { id: standInId })).length === 0) {
        throw new Refusal('invalid', 'stand_in.unknown');
      }
      await tx.update(
        Person,
        { id: me.id },
        {
          ...{ digestFrequency: frequency, digestWeekday: weekday, standInId },
          ...{ awayFrom: away?.from ?? null, awayUntil: away?.until ?? null },
        },
      );
      await this.journal.write(tx, me, 'person.preferences', me.id, { frequency, away });
      return preferencesOf(tx, me, now);
    });
  }

  /** Those who may stand in for me, by the words of their name. */
  standIns(me: Member, q: string): Promise<StandInDto[]> {
    return this.tenancy.within(me, (tx) => standIns(tx, me, { q }));
  }

  /** Whose letters a link is about. @throws Refusal `link.unknown`. */
  async ofLetter(token: string): Promise<Calm> {
    const calmed = await this.links.calmed(token);
    return this.tenancy.within(calmed, (tx) => calmOf(tx, calmed.organizationId, calmed.personId));
  }

  /**
   * Writes to them of what is late and of nothing else, which is as little as they may be told.
   * @throws Refusal `link.unknown`.
   */
  async calm(token: string): Promise<Calm> {
    const calmed = await this.links.calmed(token);
    return this.tenancy.within(calmed, async (tx) => {
      const { personId: id } = calmed;
      const { frequency, ...rest } = await calmOf(tx, calmed.organizationId, id);
      if (frequency !== 'late') {
        await tx.update(Person, { id }, { digestFrequency: 'late' });
        await this.journal.write(tx, { id }, 'person.calm', id, { before: frequency });
      }
      return { ...rest, frequency: 'late' };
    });
  }
}

async function calmOf(tx: EntityManager, organizationId: string, id: string): Promise<Calm> {
  const person = await tx.findOneBy(Person, { id, active: true });
  if (!person) throw new Refusal('unknown', 'link.unknown');
  const { name, colour } = await tx.findOneByOrFail(Organization, { id: organizationId });
  const { language, digestFrequency: frequency } = person;
  return { organizationName: name, colour, language, frequency };
}

async function preferencesOf(tx: EntityManager, me: Member, now: Date): Promise<PreferencesDto> {
  const person = await tx.findOneByOrFail(Person, { id: me.id });
  const { reminderRules } = await tx.findOneByOrFail(Organization, { id: me.organizationId });
  const { today } = await calendarOf(tx, me, now);
  return {
    frequency: person.digestFrequency,
    weekday: person.digestWeekday,
    weekdays: allWeekdays.filter((day) => !reminderRules.quietWeekdays.includes(day)),
    away: await awayOf(tx, person),
    replaces: await replacedBy(tx, me.id, today),
    today,
  };
}

async function awayOf(
  tx: EntityManager,
  { awayFrom: from, awayUntil: until, standInId }: Person,
): Promise<AwayDto | null> {
  if (!from || !until) return null;
  const named = standInId ? await tx.findOneByOrFail(Person, { id: standInId }) : null;
  return {
    ...{ from, until },
    standIn: named && { id: named.id, name: named.name },
    standInAway: named !== null && (await isAwayMeanwhile(tx, named.id, { from, until })),
  };
}

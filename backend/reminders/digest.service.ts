import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { SignedLinks } from '../access/signed-links.js';
import { Tenancy, type Tenant } from '../database/tenancy.js';
import { isWanted } from '../domain/digest.js';
import type { Day } from '../domain/days.js';
import { Outbox } from '../mail/outbox.js';
import { PublicAddress } from '../mail/public-address.js';
import { calendarOf, type Calendar } from '../organization/calendar.js';
import { Person } from '../people/person.entity.js';
import { Digest } from './digest.entity.js';
import { digestLetter, type DigestItem } from './digest.mails.js';
import { ReplyAddresses } from './reply-addresses.js';
import { dutiesOn, type Duty } from './duties.js';
import { readerFor } from './stand-ins.js';
import { noteTold } from './told.js';
import { takeBackUnsent } from './unsent-digests.js';

/** Whose digest it is: all that they owe, and what they look after for those who are away. */
interface Reader {
  person: Person;
  duties: (Duty & { insteadOf: string | null })[];
}

/**
 * How many people are written to in one transaction: all that is owed is read for each, whoever owes
 * it, as whoever leads hears of what others are late with.
 */
const handful = 500;

/** One e-mail a day at most to each person: all that they owe, when something has come due. */
@Injectable()
export class DigestService {
  constructor(
    private readonly tenancy: Tenancy,
    private readonly outbox: Outbox,
    private readonly address: PublicAddress,
    private readonly links: SignedLinks,
    private readonly replies: ReplyAddresses,
  ) {}

  /** Writes the digests of the day, once its hour has come; gives how many. */
  async sweep(now = new Date()): Promise<number> {
    let written = 0;
    await this.tenancy.each(async (tenant) => {
      const awaited = await this.tenancy.within(tenant, async (tx) => {
        const calendar = await calendarOf(tx, tenant, now);
        return (await readers(tx, tenant, calendar)).map(({ person }) => person.id);
      });
      for (let first = 0; first < awaited.length; first += handful) {
        const some = awaited.slice(first, first + handful);
        written += await this.tenancy.within(tenant, (tx) => this.remind(tx, tenant, some, now));
      }
    });
    return written;
  }

  /** Writes to these people, unless another sweep did meanwhile. */
  private async remind(
    tx: EntityManager,
    tenant: Tenant,
    personIds: string[],
    now: Date,
  ): Promise<number> {
    // Two sweeps at once write to the same person one after the other, and in one order.
    await tx.query('SELECT FROM person WHERE id = ANY ($1) ORDER BY id FOR NO KEY UPDATE', [
      personIds,
    ]);
    const calendar = await calendarOf(tx, tenant, now);
    const still = await readers(tx, tenant, calendar, personIds);
    const drafts = await Promise.all(
      still.map(async (reader) => {
        const items = await this.itemsOf(tenant, reader, now);
        const { language, name, email } = reader.person;
        const where = {
          settings: this.address.of('/preferences'),
          unsubscribe: this.address.of(
            `/desabonnement/${await this.links.toCalm(tenant, reader.person.id)}`,
          ),
        };
        return {
          language,
          write: (head: Parameters<typeof digestLetter>[0]) =>
            digestLetter(head, { name, email }, items, { today: calendar.today, ...where }),
        };
      }),
    );
    const letterIds = await this.outbox.postAll(tx, tenant, drafts);
    const toldOn = calendar.today;
    const digests = still.map(({ person }, rank) => ({
      personId: person.id,
      letterId: letterIds[rank] as string,
    }));
    await takeBackUnsent(tx, digests, toldOn);
    await tx.insert(
      Digest,
      digests.map((digest) => ({ ...digest, day: toldOn })),
    );
    await noteTold(
      tx,
      still.flatMap(({ duties }, rank) =>
        duties.map((duty) => ({ ...duty, toldOn, letterId: letterIds[rank] as string })),
      ),
    );
    return still.length;
  }

  private itemsOf(tenant: Tenant, { duties }: Reader, now: Date): Promise<DigestItem[]> {
    return Promise.all(
      duties.map(async (duty) => {
        // Who stands in answers in their own name, once signed in.
        const own = duty.duty === 'action' && duty.role === 'owner' && !duty.insteadOf;
        return {
          ...duty,
          link: this.address.of(duty.page),
          answer: own
            ? this.address.of(`/r/${await this.links.toAnswer(tenant, duty, now)}`)
            : null,
          reply: own ? await this.replies.to({ ...tenant, ...duty }) : null,
        };
      }),
    );
  }
}

/** Who is to be written to today, with all that their digest holds; those of `among` alone. */
async function readers(
  tx: EntityManager,
  tenant: Tenant,
  calendar: Calendar,
  among?: string[],
): Promise<Reader[]> {
  const { today, hour } = calendar;
  const duties = await dutiesOn(tx, tenant, calendar);
  const people = new Map((await tx.findBy(Person, { active: true })).map((one) => [one.id, one]));
  const held = new Map<string, Reader['duties']>();
  for (const duty of duties) {
    const owner = people.get(duty.personId);
    const reader = owner && readerFor(owner, people, today);
    if (!reader || (among && !among.includes(reader.id))) continue;
    const insteadOf = reader === owner ? null : owner.name;
    held.set(reader.id, [...(held.get(reader.id) ?? []), { ...duty, insteadOf }]);
  }
  const last = await lastDigests(tx, [...held.keys()]);
  return [...held].flatMap(([id, its]) => {
    const person = people.get(id) as Person;
    const wish = {
      frequency: person.digestFrequency,
      weekday: person.digestWeekday,
      lastDigestOn: last.get(id) ?? null,
    };
    const news = its.filter(({ step }) => step !== null);
    const facts = {
      news: news.length > 0,
      late: its.some(({ section }) => section === 'late' || section === 'escalated'),
      anything: its.length > 0,
    };
    const isTime = its.some((duty) => !duty.quiet && duty.hour <= hour);
    return isTime && isWanted(wish, today, facts) ? [{ person, duties: its }] : [];
  });
}

async function lastDigests(tx: EntityManager, personIds: string[]): Promise<Map<string, Day>> {
  const rows = await tx.query<{ personId: string; day: Day }[]>(
    `SELECT person_id AS "personId", max(day) AS day FROM digest
      WHERE person_id = ANY ($1) GROUP BY person_id`,
    [personIds],
  );
  return new Map(rows.map(({ personId, day }) => [personId, day]));
}

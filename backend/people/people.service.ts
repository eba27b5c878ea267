import { Injectable, type StreamableFile } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { v7 as newId } from 'uuid';
import { Credential } from '../access/credential.entity.js';
import { Doors, newSecret } from '../access/doors.js';
import type { Member } from '../access/member.js';
import { hashPassword } from '../access/passwords.js';
import { SessionService } from '../access/session.service.js';
import { Tenancy, type Tenant } from '../database/tenancy.js';
import { mailProblemOf } from '../domain/mail-problem.js';
import type { Role } from '../domain/permissions.js';
import { Refusal } from '../domain/refusal.js';
import { Journal } from '../journal/journal.js';
import { Outbox } from '../mail/outbox.js';
import { Exports } from '../organization/exports.js';
import type { SheetQuery } from '../sheets/sheet.dto.js';
import { say } from '../words/words.js';
import { peopleColumns } from './people.sheet.js';
import { Organization } from '../organization/organization.entity.js';
import { Units } from '../organization/units.service.js';
import { PublicAddress } from '../mail/public-address.js';
import { Membership } from './membership.entity.js';
import { invitation } from './people.mails.js';
import type { InvitationDto, InvitePersonDto, PersonDto } from './people.dto.js';
import { Person } from './person.entity.js';

/** How long an invitation is valid, in milliseconds. */
const invitationLength = 14 * 24 * 60 * 60 * 1000;

/** The members of an organisation: who they are, what they may, how they come in. */
@Injectable()
export class People {
  constructor(
    private readonly tenancy: Tenancy,
    private readonly doors: Doors,
    private readonly sessions: SessionService,
    private readonly units: Units,
    private readonly outbox: Outbox,
    private readonly journal: Journal,
    private readonly exports: Exports,
    private readonly address: PublicAddress,
  ) {}

  /** Every member, by name. */
  async list(me: Member): Promise<PersonDto[]> {
    const rows = await this.tenancy.within(me, (tx) =>
      tx.query<PersonRow[]>(
        `SELECT p.id, p.name, p.email, p.active, t.reason, coalesce(
                  json_agg(json_build_object('role', m.role, 'unitId', u.id, 'unitName', u.name)
                    ORDER BY u.path, m.role) FILTER (WHERE m.id IS NOT NULL), '[]') AS memberships
           FROM person p
           LEFT JOIN membership m ON m.person_id = p.id
           LEFT JOIN unit u ON u.id = m.unit_id
           LEFT JOIN address_trouble t ON $1 AND t.email = lower(p.email)
          GROUP BY p.organization_id, p.id, t.reason ORDER BY p.name, p.id`,
        [me.may('mail.read')],
      ),
    );
    return rows.map(({ active, reason, ...person }) => ({
      ...person,
      state: active ? 'active' : 'invited',
      unreached: reason === null ? null : mailProblemOf(reason),
    }));
  }

  /** Every member, as a file. */
  async write(me: Member, query: SheetQuery, language: string): Promise<StreamableFile> {
    const people = await this.list(me);
    return this.exports.write(me, 'person.export', query, () => ({
      name: say(language, 'sheet.people'),
      columns: peopleColumns(language),
      rows: [people],
      cut: say(language, 'sheet.cut'),
    }));
  }

  /** Invites somebody by e-mail; they choose their own password behind the link. */
  invite(
    tenant: Tenant,
    inviter: { id: string; name: string } | null,
    guest: InvitePersonDto,
    now = new Date(),
  ): Promise<{ id: string; link: string }> {
    return this.tenancy.within(tenant, async (tx) => {
      const unit = await this.units.find(tx, guest.unitId);
      const personId = await this.add(tx, guest.name, guest.email, guest.role, guest.unitId);
      const secret = newSecret();
      const opens = { organizationId: tenant.organizationId, targetId: personId };
      await this.doors.make(
        tx,
        'invitation',
        secret,
        opens,
        new Date(now.getTime() + invitationLength),
      );
      const link = this.address.of(`/invitation/${secret}`);
      await this.outbox.post(tx, tenant, 'fr', (head) =>
        invitation(head, { ...guest, inviter: inviter?.name ?? null, unit: unit.name, link }),
      );
      const { role, unitId } = guest;
      await this.journal.write(tx, inviter, 'person.invite', personId, { role, unitId });
      return { id: personId, link };
    });
  }

  /** What an invited person is shown. */
  async invitation(secret: string): Promise<InvitationDto> {
    const opened = await this.doors.open('invitation', secret);
    return this.tenancy.within(opened, async (tx) => {
      const person = await tx.findOneByOrFail(Person, { id: opened.targetId });
      const { name } = await tx.findOneByOrFail(Organization, { id: opened.organizationId });
      return { name: person.name, email: person.email, organizationName: name };
    });
  }

  /** Chooses the password; the invitation has then served. Gives the token of a first session. */
  async accept(secret: string, password: string): Promise<string> {
    const opened = await this.doors.open('invitation', secret);
    await this.tenancy.within(opened, async (tx) => {
      await this.doors.shut(tx, 'invitation', secret);
      await this.activate(tx, opened, opened.targetId, password);
      await this.journal.write(tx, { id: opened.targetId }, 'person.join', opened.targetId);
    });
    return this.sessions.open({ ...opened, personId: opened.targetId });
  }

  /** Adds somebody with a role on a unit. @throws Refusal `person.exists`. */
  async add(
    tx: EntityManager,
    name: string,
    email: string,
    role: Role,
    unitId: string,
  ): Promise<string> {
    const address = email.toLowerCase();
    if (await tx.existsBy(Person, { email: address })) {
      throw new Refusal('conflict', 'person.exists', { email: address });
    }
    const id = newId();
    await tx.insert(Person, { id, name, email: address });
    await tx.insert(Membership, { id: newId(), personId: id, unitId, role });
    return id;
  }

  /** Gives a member their password. */
  async activate(
    tx: EntityManager,
    { organizationId }: Tenant,
    personId: string,
    password: string,
  ): Promise<void> {
    const { email } = await tx.findOneByOrFail(Person, { id: personId });
    const passwordHash = await hashPassword(password);
    await tx.upsert(Credential, { organizationId, personId, email, passwordHash }, [
      'organizationId',
      'personId',
    ]);
    await tx.update(Person, { id: personId }, { active: true });
  }

  /** @throws Refusal `person.unknown`. */
  async find(tx: EntityManager, id: string): Promise<Person> {
    const person = await tx.findOneBy(Person, { id });
    if (!person) throw new Refusal('invalid', 'person.unknown');
    return person;
  }
}

interface PersonRow extends Omit<PersonDto, 'state' | 'unreached'> {
  active: boolean;
  /** What a mail server said of their address. */
  reason: string | null;
}

import { randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { verify } from '@node-rs/argon2';
import { DataSource, LessThan } from 'typeorm';
import { Tenancy, type Tenant } from '../database/tenancy.js';
import type { Role } from '../domain/permissions.js';
import { Refusal } from '../domain/refusal.js';
import { Organization } from '../organization/organization.entity.js';
import { Credential } from './credential.entity.js';
import { hashSecret } from './doors.js';
import { Member, type Holding } from './member.js';
import { hashPassword } from './passwords.js';
import { Session } from './session.entity.js';
import type { SessionDto } from './session.dto.js';

/** How long a session lasts without a visit, in milliseconds: one working day and its evening. */
export const sessionLength = 14 * 60 * 60 * 1000;

/** A session's member with one of their holdings. */
interface HoldingRow {
  organizationId: string;
  personId: string;
  expiresAt: Date;
  name: string;
  email: string;
  language: string;
  role: Role | null;
  unitId: string;
  unitName: string;
  unitIds: string[];
}

/** Signing in and out, and telling who asks. */
@Injectable()
export class SessionService {
  /** Verified against where no account matches, so that an unknown address takes as long. */
  private readonly decoy = hashPassword(randomBytes(16).toString('hex'));

  constructor(
    @InjectDataSource() private readonly source: DataSource,
    private readonly tenancy: Tenancy,
  ) {}

  /**
   * Opens a session and gives its token, which is stored only as a hash.
   * @throws Refusal `session.refused`, the same whether the address or the password is wrong.
   */
  async signIn(email: string, password: string, now = new Date()): Promise<string> {
    const found = await this.source.manager.findBy(Credential, { email: email.toLowerCase() });
    const candidates = found.length > 0 ? found : [{ passwordHash: await this.decoy }];
    for (const candidate of candidates) {
      const right = await verify(candidate.passwordHash, password);
      if (right && candidate instanceof Credential) return this.open(candidate, now);
    }
    throw new Refusal('unauthenticated', 'session.refused');
  }

  /** Opens a session for somebody who is known already. */
  async open(who: Tenant & { personId: string }, now = new Date()): Promise<string> {
    const token = randomBytes(32).toString('base64url');
    await this.source.manager.insert(Session, {
      tokenHash: hashSecret(token),
      organizationId: who.organizationId,
      personId: who.personId,
      expiresAt: new Date(now.getTime() + sessionLength),
    });
    return token;
  }

  async signOut(token: string): Promise<void> {
    await this.source.manager.delete(Session, { tokenHash: hashSecret(token) });
  }

  /** Who holds this token; null when the session is over or never was. */
  async whose(token: string, now = new Date()): Promise<Member | null> {
    const tokenHash = hashSecret(token);
    const rows = await this.source.query<HoldingRow[]>('SELECT * FROM boucle_whose($1, $2)', [
      tokenHash,
      now,
    ]);
    const [first] = rows;
    if (!first) return null;
    if (first.expiresAt.getTime() - now.getTime() < sessionLength / 2) {
      const expiresAt = new Date(now.getTime() + sessionLength);
      await this.source.manager.update(Session, { tokenHash }, { expiresAt });
    }
    const { organizationId, personId, name, email, language } = first;
    const holdings = rows.filter((row): row is HoldingRow & Holding => row.role !== null);
    return new Member(
      organizationId,
      personId,
      name,
      email,
      language,
      holdings.map(({ role, unitId, unitName, unitIds }) => ({ role, unitId, unitName, unitIds })),
    );
  }

  /** Forgets the sessions that are over. */
  async sweep(now = new Date()): Promise<void> {
    await this.source.manager.delete(Session, { expiresAt: LessThan(now) });
  }

  async describe(me: Member): Promise<SessionDto> {
    const { name, colour } = await this.tenancy.within(me, (tx) =>
      tx.findOneByOrFail(Organization, { id: me.organizationId }),
    );
    return {
      person: { id: me.id, name: me.name, email: me.email, language: me.language },
      organization: { id: me.organizationId, name, colour },
      memberships: me.holdings.map(({ role, unitId, unitName }) => ({ role, unitId, unitName })),
      permissions: me.permissions,
      homeUnitId: me.holdings.find(({ role }) => role !== 'elected')?.unitId ?? null,
    };
  }
}

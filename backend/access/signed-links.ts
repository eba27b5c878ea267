import { createHmac } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { errors, jwtVerify, SignJWT } from 'jose';
import { DataSource } from 'typeorm';
import type { Tenant } from '../database/tenancy.js';
import { Refusal } from '../domain/refusal.js';

/** What a signed link lets one person do, without signing in: say where one action stands. */
export interface Answering extends Tenant {
  personId: string;
  subjectId: string;
}

/** How long such a link is good for, in milliseconds: thirty days. */
const validity = 30 * 24 * 60 * 60 * 1000;
const purpose = 'action-answer';
const calming = 'fewer-letters';

/** Whom a link that asks for fewer letters is about. */
export interface Calmed extends Tenant {
  personId: string;
}

const leaving = 'no-surveys';

/** Who wants no more surveys: by what their address leaves behind, and by where it may still be. */
export interface Leaving extends Tenant {
  invitationId: string;
  fingerprint: string;
}

/** Links that say for whom and for what they are, and that nobody else can write. */
@Injectable()
export class SignedLinks {
  private key: Promise<Uint8Array> | undefined;

  constructor(@InjectDataSource() private readonly source: DataSource) {}

  /** What follows `/r/` in a letter. */
  async toAnswer(
    { organizationId }: Tenant,
    { personId, subjectId }: Omit<Answering, keyof Tenant>,
    now = new Date(),
  ): Promise<string> {
    return new SignJWT({ org: organizationId, act: subjectId })
      .setProtectedHeader({ alg: 'HS256' })
      .setAudience(purpose)
      .setSubject(personId)
      .setIssuedAt(now)
      .setExpirationTime(new Date(now.getTime() + validity))
      .sign(await this.secret());
  }

  /** What lets somebody ask for fewer letters; it can do nothing else, and is good for ever. */
  async toCalm({ organizationId }: Tenant, personId: string): Promise<string> {
    return new SignJWT({ org: organizationId })
      .setProtectedHeader({ alg: 'HS256' })
      .setAudience(calming)
      .setSubject(personId)
      .sign(await this.secret());
  }

  /** What lets somebody say that they want no surveys; it holds no address, and is good for ever. */
  async toLeave({ organizationId, invitationId, fingerprint }: Leaving): Promise<string> {
    return new SignJWT({ org: organizationId, inv: invitationId })
      .setProtectedHeader({ alg: 'HS256' })
      .setAudience(leaving)
      .setSubject(fingerprint)
      .sign(await this.secret());
  }

  /** @throws Refusal `link.unknown` for what we did not write. */
  async leaving(token: string): Promise<Leaving> {
    const { org, inv, sub } = await this.read(token, leaving);
    if (!org || !inv || !sub) throw new Refusal('unknown', 'link.unknown');
    return { organizationId: org, invitationId: inv, fingerprint: sub };
  }

  /** What stands for an address that is not kept: without the installation's key it tells nothing. */
  async fingerprint({ organizationId }: Tenant, address: string): Promise<string> {
    return createHmac('sha256', await this.secret())
      .update(`${organizationId} ${address}`)
      .digest('base64url');
  }

  /** @throws Refusal `link.expired`, or `link.unknown` for what we did not write. */
  async answering(token: string, now = new Date()): Promise<Answering> {
    const { org, act, sub } = await this.read(token, purpose, now);
    if (!org || !act || !sub) throw new Refusal('unknown', 'link.unknown');
    return { organizationId: org, personId: sub, subjectId: act };
  }

  /** @throws Refusal `link.unknown` for what we did not write. */
  async calmed(token: string): Promise<Calmed> {
    const { org, sub } = await this.read(token, calming);
    if (!org || !sub) throw new Refusal('unknown', 'link.unknown');
    return { organizationId: org, personId: sub };
  }

  private async read(
    token: string,
    audience: string,
    now = new Date(),
  ): Promise<Record<string, string>> {
    const options = { audience, currentDate: now, algorithms: ['HS256'] };
    const { payload } = await jwtVerify(token, await this.secret(), options).catch(
      (fault: unknown) => {
        if (fault instanceof errors.JWTExpired) {
          // Signed by us all the same: whoever signs in is led to the action it is about.
          throw new Refusal('gone', 'link.expired', { actionId: fault.payload['act'] });
        }
        throw new Refusal('unknown', 'link.unknown');
      },
    );
    return payload as Record<string, string>;
  }

  /** The installation's own key, which no organisation knows; read once. */
  secret(): Promise<Uint8Array> {
    this.key ??= this.source
      .query<{ secret: Buffer }[]>('SELECT secret FROM signing_key')
      .then(([row]) => {
        if (!row) throw new Error('There is no signing key');
        return new Uint8Array(row.secret);
      })
      .catch((fault: unknown) => {
        this.key = undefined;
        throw fault;
      });
    return this.key;
  }
}

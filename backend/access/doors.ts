import { createHash, randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource, type EntityManager } from 'typeorm';
import type { Tenant } from '../database/tenancy.js';
import { readCode, spellCode } from '../domain/codes.js';
import { Refusal } from '../domain/refusal.js';
import { Door } from './door.entity.js';

export type DoorKind = 'unit' | 'campaign' | 'follow_up' | 'invitation';

/** What a link or a code opens. */
export interface Opened extends Tenant {
  targetId: string;
}

/** A link that is shown to all: hard to mistype, not a secret. */
export const newPublicKey = (): string => spellCode(randomBytes(10)).toLowerCase().replace('-', '');

/** A link that is sent to one person. */
export const newSecret = (): string => randomBytes(24).toString('base64url');

/** SHA-256, so that the tables alone open nothing. */
export const hashSecret = (secret: string): string =>
  createHash('sha256').update(secret).digest('base64url');

const stored: Record<DoorKind, (key: string) => string> = {
  unit: (key) => key,
  campaign: (key) => key,
  follow_up: (code) => hashSecret(readCode(code)),
  invitation: hashSecret,
};

/** The public ways in: from a link or a code to the organisation and the row it stands for. */
@Injectable()
export class Doors {
  constructor(@InjectDataSource() private readonly source: DataSource) {}

  /** Makes a way in, in the transaction of its cause. */
  async make(
    tx: EntityManager,
    kind: DoorKind,
    key: string,
    opens: Opened,
    expiresAt: Date | null = null,
  ): Promise<void> {
    const { organizationId, targetId } = opens;
    await tx.insert(Door, { kind, key: stored[kind](key), organizationId, targetId, expiresAt });
  }

  /**
   * Makes a way in, unless it stands already: then gives what it opens. Of two who make the same at
   * once, the second waits for the first.
   */
  async claim(
    tx: EntityManager,
    kind: DoorKind,
    key: string,
    { organizationId, targetId }: Opened,
  ): Promise<Opened | null> {
    const door = { kind, key: stored[kind](key) };
    const claimed = await tx
      .createQueryBuilder()
      .insert()
      .into(Door)
      .values({ ...door, organizationId, targetId })
      .orIgnore()
      .returning('key')
      .execute();
    return (claimed.raw as unknown[]).length > 0 ? null : tx.findOneByOrFail(Door, door);
  }

  /** @throws Refusal `door.unknown`, or `door.expired`. */
  async open(kind: DoorKind, key: string, now = new Date()): Promise<Opened> {
    const door = await this.source.manager.findOneBy(Door, { kind, key: stored[kind](key) });
    if (!door) throw new Refusal('unknown', `door.unknown.${kind}`);
    if (door.expiresAt && door.expiresAt < now) throw new Refusal('gone', 'door.expired');
    return { organizationId: door.organizationId, targetId: door.targetId };
  }

  /** Shuts a way in that has served; of two who come at once, one. @throws Refusal `door.unknown`. */
  async shut(tx: EntityManager, kind: DoorKind, key: string): Promise<void> {
    const { affected } = await tx.delete(Door, { kind, key: stored[kind](key) });
    if (!affected) throw new Refusal('unknown', `door.unknown.${kind}`);
  }
}

import { createHash, randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource, type EntityManager } from 'typeorm';
import type { Tenant } from '../database/tenancy.js';
import { readCode, spellCode } from '../domain/codes.js';
import { Refusal } from '../domain/refusal.js';
import { Door } from './door.entity.js';

export type DoorKind =
  'unit' | 'campaign' | 'follow_up' | 'invitation' | 'calendar' | 'survey_invitation';

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
  calendar: hashSecret,
  survey_invitation: hashSecret,
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

  /** Makes many at once: a secret for each row that it opens. */
  async makeAll(
    tx: EntityManager,
    kind: DoorKind,
    { organizationId }: Tenant,
    doors: { key: string; targetId: string }[],
  ): Promise<void> {
    await tx.insert(
      Door,
      doors.map(({ key, targetId }) => ({
        kind,
        key: stored[kind](key),
        organizationId,
        targetId,
      })),
    );
  }

  /** How a key stands in the table: as itself where it is public, hashed where it is a secret. */
  keyOf(kind: DoorKind, key: string): string {
    return stored[kind](key);
  }

  /** @throws Refusal `door.unknown`, or `door.expired`. */
  async open(
    kind: DoorKind,
    key: string,
    now = new Date(),
    through = this.source.manager,
  ): Promise<Opened> {
    const door = await through.findOneBy(Door, { kind, key: stored[kind](key) });
    if (!door) throw new Refusal('unknown', `door.unknown.${kind}`);
    if (door.expiresAt && door.expiresAt < now) throw new Refusal('gone', 'door.expired');
    return { organizationId: door.organizationId, targetId: door.targetId };
  }

  /** Shuts a way in that has served; of two who come at once, one. @throws Refusal `door.unknown`. */
  async shut(tx: EntityManager, kind: DoorKind, key: string): Promise<void> {
    const { affected } = await tx.delete(Door, { kind, key: stored[kind](key) });
    if (!affected) throw new Refusal('unknown', `door.unknown.${kind}`);
  }

  /** Shuts every way in of a kind to the same row; gives whether there was one. */
  async shutAll(
    tx: EntityManager,
    kind: DoorKind,
    { organizationId, targetId }: Opened,
  ): Promise<boolean> {
    const { affected } = await tx.delete(Door, { kind, organizationId, targetId });
    return Boolean(affected);
  }
}

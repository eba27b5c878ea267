import { setTimeout as pause } from 'node:timers/promises';
import { Injectable, Logger, type BeforeApplicationShutdown } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource, type EntityManager } from 'typeorm';

/** Whoever belongs to one organisation: a member, a public link, a sweep. */
export interface Tenant {
  organizationId: string;
}

type Sequel = () => Promise<unknown>;

/** The way through the wall between tenants: rows are only seen inside of it. */
@Injectable()
export class Tenancy implements BeforeApplicationShutdown {
  private readonly logger = new Logger('Sequel');
  private readonly following = new Set<Promise<unknown>>();

  constructor(@InjectDataSource() private readonly source: DataSource) {}

  /** Runs `work` in one transaction that sees the rows of one organisation alone. */
  async within<Result>(
    tenant: Tenant,
    work: (tx: EntityManager) => Promise<Result>,
  ): Promise<Result> {
    const sequels: Sequel[] = [];
    const result = await this.source.transaction(async (tx) => {
      await tx.query(`SELECT set_config('boucle.organization', $1, true)`, [tenant.organizationId]);
      sequelsOf.set(tx, sequels);
      return work(tx);
    });
    for (const sequel of sequels) this.follow(sequel);
    return result;
  }

  /** Gives what follows a commit a moment to end, before what it needs is closed. */
  async beforeApplicationShutdown(): Promise<void> {
    await Promise.race([Promise.allSettled(this.following), pause(2000, null, { ref: false })]);
  }

  /** Whoever asked does not wait for it: a queue that is away must not hold up a front desk. */
  private follow(sequel: Sequel): void {
    const following = sequel()
      .catch((error: unknown) => this.logger.warn(error))
      .finally(() => this.following.delete(following));
    this.following.add(following);
  }

  /** Every organisation of the installation, oldest first. */
  async all(): Promise<Tenant[]> {
    return this.source.query<Tenant[]>(
      `SELECT boucle_organizations AS "organizationId" FROM boucle_organizations()`,
    );
  }
}

const sequelsOf = new WeakMap<EntityManager, Sequel[]>();

/**
 * Does something once the transaction is committed. It may fail, or never run if the process dies:
 * only what a sweep would do later anyway belongs here.
 */
export function afterCommit(tx: EntityManager, sequel: Sequel): void {
  sequelsOf.get(tx)?.push(sequel);
}

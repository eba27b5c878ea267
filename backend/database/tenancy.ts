import { setTimeout as pause } from 'node:timers/promises';
import { Injectable, Logger, type BeforeApplicationShutdown } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import pg from 'pg';
import { DataSource, type EntityManager, type QueryRunner } from 'typeorm';

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
    const runner = this.source.createQueryRunner();
    try {
      await enter(runner, tenant);
      sequelsOf.set(runner.manager, sequels);
      const result = await work(runner.manager);
      await runner.commitTransaction();
      for (const sequel of sequels) this.follow(sequel);
      return result;
    } catch (error) {
      await runner.rollbackTransaction().catch(() => undefined);
      throw error;
    } finally {
      await runner.release();
    }
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

  /**
   * Does something for every organisation, oldest first: what fails in one is not the others' trouble.
   * @throws the first fault, once all had their turn.
   */
  async each(work: (tenant: Tenant) => Promise<void>): Promise<void> {
    const faults: unknown[] = [];
    for (const tenant of await this.all()) {
      await work(tenant).catch((fault: unknown) => faults.push(fault));
    }
    if (faults.length > 0) throw faults[0];
  }

  /** Every organisation of the installation, oldest first. */
  async all(): Promise<Tenant[]> {
    return this.source.query<Tenant[]>(
      `SELECT boucle_organizations AS "organizationId" FROM boucle_organizations()`,
    );
  }
}

/**
 * Begins the transaction and names the organisation in one journey, where TypeORM would make two: a
 * request spends most of its time on journeys. TypeORM is told what its own start would note.
 */
async function enter(runner: QueryRunner, { organizationId }: Tenant): Promise<void> {
  Object.assign(runner, { isTransactionActive: true, transactionDepth: 1 });
  const id = pg.escapeLiteral(organizationId);
  await runner.query(`START TRANSACTION; SET LOCAL boucle.organization = ${id}`);
}

const sequelsOf = new WeakMap<EntityManager, Sequel[]>();

/**
 * Does something once the transaction is committed. It may fail, or never run if the process dies:
 * only what a sweep would do later anyway belongs here.
 */
export function afterCommit(tx: EntityManager, sequel: Sequel): void {
  sequelsOf.get(tx)?.push(sequel);
}

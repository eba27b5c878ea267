import { Injectable, Logger, type BeforeApplicationShutdown } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Member } from '../access/member.js';
import { afterCommit, Tenancy, type Tenant } from '../database/tenancy.js';
import type { ImportKind } from '../domain/import-fields.js';
import { Refusal } from '../domain/refusal.js';
import { Journal } from '../journal/journal.js';
import { ImportLine } from './import-line.entity.js';
import { ImportRun } from './import-run.entity.js';

/** How long a process that says nothing is still believed to be at work. */
const lease = '1 minute';
const renewal = 20_000;

/** How long a draft, and a report with the lines it refused, are kept. */
const draftLife = '1 day';
const reportLife = '30 days';

/** A run whose file is open: what is left is to bring each of its lines in. */
export interface OpenedRun {
  run: ImportRun;
  lines: { line: number; bring: () => Promise<void> }[];
  /** What is to be written once all lines are in. */
  close?: () => Promise<void>;
}

/** Opens the files of one kind; each line that it brings in writes what became of it. */
export interface RunReader {
  open(tenant: Tenant, id: string): Promise<OpenedRun>;
}

/** Brings files in, one line after the other, without anybody waiting for it. */
@Injectable()
export class ImportRuns implements BeforeApplicationShutdown {
  private readonly logger = new Logger('Import');
  private readonly readers = new Map<ImportKind, RunReader>();
  private readonly underWay = new Set<Promise<void>>();
  private stopping = false;

  constructor(
    private readonly tenancy: Tenancy,
    private readonly journal: Journal,
  ) {}

  /** Says who reads the files of a kind: rooms above this one bring theirs. */
  serve(kind: ImportKind, reader: RunReader): void {
    this.readers.set(kind, reader);
  }

  /** Loads and locks a draft of mine. @throws Refusal `import.unknown`, or `import.started`. */
  async draft(tx: EntityManager, me: Member, kind: ImportKind, id: string): Promise<ImportRun> {
    const run = await tx.findOne(ImportRun, {
      where: { id, kind, createdBy: me.id },
      lock: { mode: 'pessimistic_write' },
    });
    if (!run) throw new Refusal('unknown', 'import.unknown');
    if (run.state !== 'draft') throw new Refusal('conflict', 'import.started');
    return run;
  }

  /** Begins once the transaction is over. */
  async begin(tx: EntityManager, me: Member, run: ImportRun, now: Date): Promise<void> {
    const { id, fileName } = run;
    await tx.update(ImportRun, { id }, { state: 'running', startedAt: now });
    await this.journal.write(tx, me, 'import.start', id, { file: fileName });
    afterCommit(tx, () => this.take(me, id));
  }

  /** Takes up again what a process that died left, and forgets what has had its time. */
  async sweep(now = new Date()): Promise<void> {
    await this.tenancy.each(async (tenant) => {
      const left = await this.tenancy.within(tenant, async (tx) => {
        await tx.query(
          `DELETE FROM import_run
            WHERE state = 'draft' AND created_at < $1::timestamptz - $2::interval
               OR state = 'done' AND ended_at < $1::timestamptz - $3::interval`,
          [now, draftLife, reportLife],
        );
        return tx.findBy(ImportRun, { state: 'running' });
      });
      // Others wait for the clock's own queue: a long file must not hold up their letters.
      for (const { id } of left) void this.take(tenant, id);
    });
  }

  /** Gives what is under way a moment to end its line; the next process goes on from there. */
  async beforeApplicationShutdown(): Promise<void> {
    this.stopping = true;
    await Promise.allSettled(this.underWay);
  }

  private take(tenant: Tenant, id: string): Promise<void> {
    const work = this.work(tenant, id)
      .catch((error: unknown) => this.logger.warn(error))
      .finally(() => this.underWay.delete(work));
    this.underWay.add(work);
    return work;
  }

  private async work(tenant: Tenant, id: string): Promise<void> {
    if (this.stopping || !(await this.claim(tenant, id))) return;
    const { kind } = await this.tenancy.within(tenant, (tx) =>
      tx.findOneByOrFail(ImportRun, { id }),
    );
    const opened = await this.readers.get(kind)?.open(tenant, id);
    if (!opened) return;
    const read = await this.tenancy.within(tenant, (tx) =>
      tx.find(ImportLine, { select: { line: true }, where: { runId: id } }),
    );
    const done = new Set(read.map(({ line }) => line));
    let renewed = Date.now();
    for (const { line, bring } of opened.lines) {
      if (this.stopping) return this.release(tenant, id);
      if (done.has(line)) continue;
      await bring();
      if (Date.now() - renewed < renewal) continue;
      await this.renew(tenant, id);
      renewed = Date.now();
    }
    await opened.close?.();
    await this.end(tenant, opened.run);
  }

  /** One process at a time reads a file. */
  private async claim(tenant: Tenant, id: string): Promise<boolean> {
    const [, claimed] = await this.tenancy.within(tenant, (tx) =>
      tx.query<[unknown, number]>(
        `UPDATE import_run SET working_until = now() + $2::interval
          WHERE id = $1 AND state = 'running' AND (working_until IS NULL OR working_until < now())`,
        [id, lease],
      ),
    );
    return claimed > 0;
  }

  private async renew(tenant: Tenant, id: string): Promise<void> {
    await this.tenancy.within(tenant, (tx) =>
      tx.query(`UPDATE import_run SET working_until = now() + $2::interval WHERE id = $1`, [
        ...[id, lease],
      ]),
    );
  }

  private async release(tenant: Tenant, id: string): Promise<void> {
    await this.tenancy.within(tenant, (tx) => tx.update(ImportRun, { id }, { workingUntil: null }));
  }

  private async end(tenant: Tenant, { id, createdBy, fileName }: ImportRun): Promise<void> {
    await this.tenancy.within(tenant, async (tx) => {
      const done = { state: 'done', bytes: null, endedAt: new Date() } as const;
      const { affected } = await tx.update(ImportRun, { id, state: 'running' }, done);
      if (!affected) return;
      await this.journal.write(tx, { id: createdBy }, 'import.end', id, { file: fileName });
    });
  }
}

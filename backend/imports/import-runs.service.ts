import { Injectable, Logger, type BeforeApplicationShutdown } from '@nestjs/common';
import { QueryFailedError, type EntityManager } from 'typeorm';
import type { Member } from '../access/member.js';
import { afterCommit, Tenancy, type Tenant } from '../database/tenancy.js';
import { Refusal } from '../domain/refusal.js';
import { Journal } from '../journal/journal.js';
import { FeedbackImport, type LineReport } from './feedback-import.service.js';
import type { StartImportDto } from './import.dto.js';
import { ImportFiles, type OpenedFile } from './import-files.js';
import { ImportLine } from './import-line.entity.js';
import { ImportMappings } from './import-mappings.service.js';
import { ImportRun } from './import-run.entity.js';
import type { IncomingLine } from './imported-word.js';
import { RowProblem } from './row-problem.js';

/** How long a process that says nothing is still believed to be at work. */
const lease = '1 minute';
const renewal = 20_000;

/** How long a draft, and a report with the lines it refused, are kept. */
const draftLife = '1 day';
const reportLife = '30 days';

/** Brings files in, one line after the other, without anybody waiting for it. */
@Injectable()
export class ImportRuns implements BeforeApplicationShutdown {
  private readonly logger = new Logger('Import');
  private readonly underWay = new Set<Promise<void>>();
  private stopping = false;

  constructor(
    private readonly tenancy: Tenancy,
    private readonly files: ImportFiles,
    private readonly mappings: ImportMappings,
    private readonly imports: FeedbackImport,
    private readonly journal: Journal,
  ) {}

  /** Begins; what was chosen is kept under a name, if one is given. */
  start(me: Member, id: string, { rememberAs }: StartImportDto, now = new Date()): Promise<void> {
    return this.tenancy.within(me, async (tx) => {
      const run = await tx.findOne(ImportRun, {
        where: { id, createdBy: me.id },
        lock: { mode: 'pessimistic_write' },
      });
      if (!run) throw new Refusal('unknown', 'import.unknown');
      if (run.state !== 'draft') throw new Refusal('conflict', 'import.started');
      if (run.mapping && !run.mapping.fields.includes('body')) {
        throw new Refusal('invalid', 'import.body_unmapped');
      }
      if (rememberAs && run.mapping) {
        const { sheet } = await this.files.open(tx, me, id, now);
        await this.mappings.remember(tx, me, rememberAs, sheet.header, run.mapping);
      }
      await tx.update(ImportRun, { id }, { state: 'running', startedAt: now });
      await this.journal.write(tx, me, 'import.start', id, { file: run.fileName });
      afterCommit(tx, () => this.take(me, id));
    });
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
    const opened = await this.tenancy.within(tenant, (tx) =>
      this.files.open(tx, tenant, id, new Date()),
    );
    const read = await this.tenancy.within(tenant, (tx) =>
      tx.find(ImportLine, { select: { line: true }, where: { runId: id } }),
    );
    const done = new Set(read.map(({ line }) => line));
    let renewed = Date.now();
    for (const line of opened.lines) {
      if (this.stopping) return this.release(tenant, id);
      if (done.has(line.line)) continue;
      await this.bring(tenant, opened, line);
      if (Date.now() - renewed < renewal) continue;
      await this.renew(tenant, id);
      renewed = Date.now();
    }
    await this.end(tenant, opened.run);
  }

  private async bring(tenant: Tenant, opened: OpenedFile, line: IncomingLine): Promise<void> {
    const by = { id: opened.run.createdBy };
    const { today } = opened.catalogue;
    const told = (tx: EntityManager, report: LineReport) => tell(tx, opened, line.line, report);
    try {
      await this.imports.bring(tenant, by, line, today, told);
    } catch (error) {
      // What the database will never take must not be tried for ever.
      if (!(error instanceof QueryFailedError) || !isHopeless(error.driverError)) throw error;
      const read = () => {
        throw RowProblem.of('row.unkept');
      };
      await this.imports.bring(tenant, by, { ...line, read }, today, told);
    }
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

async function tell(
  tx: EntityManager,
  { run, cellsOf }: OpenedFile,
  line: number,
  { outcome, feedbackId, problems }: LineReport,
): Promise<void> {
  const cells = outcome === 'refused' ? cellsOf.get(line) : undefined;
  await tx
    .createQueryBuilder()
    .insert()
    .into(ImportLine)
    .values({
      ...{ runId: run.id, line, outcome, feedbackId, problems: () => ':problems' },
      cells: cells ?? null,
    })
    .setParameter('problems', JSON.stringify(problems))
    .orIgnore()
    .execute();
}

/** A value that can't be stored, or that breaks a rule; not a database that is away or busy. */
function isHopeless(driverError: unknown): boolean {
  const { code = '' } = driverError as { code?: string };
  return code.startsWith('22') || code.startsWith('23');
}

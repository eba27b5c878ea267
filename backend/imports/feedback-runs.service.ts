import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Member } from '../access/member.js';
import { isHopeless } from '../database/hopeless.js';
import { Tenancy, type Tenant } from '../database/tenancy.js';
import { Refusal } from '../domain/refusal.js';
import { FeedbackImport, type LineReport } from './feedback-import.service.js';
import type { StartImportDto } from './import.dto.js';
import { ImportFiles, type OpenedFile } from './import-files.js';
import { ImportLine } from './import-line.entity.js';
import { ImportMappings } from './import-mappings.service.js';
import { ImportRuns, type OpenedRun, type RunReader } from './import-runs.service.js';
import type { IncomingLine } from './imported-word.js';
import { RowProblem } from './row-problem.js';

/** Files of what people said: begun once they are mapped, read line by line. */
@Injectable()
export class FeedbackRuns implements RunReader {
  constructor(
    private readonly tenancy: Tenancy,
    private readonly files: ImportFiles,
    private readonly mappings: ImportMappings,
    private readonly imports: FeedbackImport,
    private readonly runs: ImportRuns,
  ) {
    runs.serve('feedback', this);
  }

  /** Begins; what was chosen is kept under a name, if one is given. */
  start(me: Member, id: string, { rememberAs }: StartImportDto, now = new Date()): Promise<void> {
    return this.tenancy.within(me, async (tx) => {
      const run = await this.runs.draft(tx, me, 'feedback', id);
      if (run.mapping && !run.mapping.fields.includes('body')) {
        throw new Refusal('invalid', 'import.body_unmapped');
      }
      if (rememberAs && run.mapping) {
        const { sheet } = await this.files.open(tx, me, id, now);
        await this.mappings.remember(tx, me, rememberAs, sheet.header, run.mapping);
      }
      await this.runs.begin(tx, me, run, now);
    });
  }

  async open(tenant: Tenant, id: string): Promise<OpenedRun> {
    const opened = await this.tenancy.within(tenant, (tx) =>
      this.files.open(tx, tenant, id, new Date()),
    );
    const lines = opened.lines.map((line) => ({
      line: line.line,
      bring: () => this.bring(tenant, opened, line),
    }));
    return { run: opened.run, lines };
  }

  private async bring(tenant: Tenant, opened: OpenedFile, line: IncomingLine): Promise<void> {
    const by = { id: opened.run.createdBy };
    const { today } = opened.catalogue;
    const told = (tx: EntityManager, report: LineReport) => tell(tx, opened, line.line, report);
    try {
      await this.imports.bring(tenant, by, line, today, told);
    } catch (error) {
      // What the database will never take must not be tried for ever.
      if (!isHopeless(error)) throw error;
      const read = () => {
        throw RowProblem.of('row.unkept');
      };
      await this.imports.bring(tenant, by, { ...line, read }, today, told);
    }
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

import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { v7 as newId } from 'uuid';
import { Tenancy, type Tenant } from '../database/tenancy.js';
import { newReference } from '../domain/codes.js';
import { addYears, type Day } from '../domain/days.js';
import { retentionYears } from '../domain/feedback.js';
import type { LineOutcome } from '../domain/import-fields.js';
import { Answer } from '../feedback/answer.entity.js';
import { Feedback } from '../feedback/feedback.entity.js';
import { Reporter } from '../feedback/reporter.entity.js';
import { Journal } from '../journal/journal.js';
import { calendarOf } from '../organization/calendar.js';
import { readCsv } from '../sheets/csv-rows.js';
import { say } from '../words/words.js';
import type { ImportedWord, IncomingLine } from './imported-word.js';
import { RowProblem, type Problem } from './row-problem.js';
import { checkColumns } from './services-publics-plus.js';
import { exportLines, unitsByName } from './export-lines.js';

/** What an import did, or would do. */
export interface ImportReport {
  added: number;
  alreadyThere: number;
  refused: { line: number; reason: string }[];
}

export interface ImportOptions {
  dryRun: boolean;
  /** Told after each row. */
  progress: (done: number, total: number) => void;
}

/** What became of one line. */
export interface LineReport {
  outcome: LineOutcome;
  feedbackId: string | null;
  problems: Problem[];
}

/** Brings in what people said elsewhere; run twice, it adds nothing the second time. */
@Injectable()
export class FeedbackImport {
  constructor(
    private readonly tenancy: Tenancy,
    private readonly journal: Journal,
  ) {}

  /**
   * Brings in an export of Services Publics+.
   * @throws RowProblem when the file is not one.
   */
  async run(
    tenant: Tenant,
    file: Buffer,
    { dryRun, progress }: ImportOptions,
    now = new Date(),
  ): Promise<ImportReport> {
    const sheet = readCsv(file);
    checkColumns(sheet.header);
    const { today, units } = await this.tenancy.within(tenant, async (tx) => ({
      ...(await calendarOf(tx, tenant, now)),
      units: await unitsByName(tx),
    }));
    const lines = exportLines(sheet, units);
    const report: ImportReport = { added: 0, alreadyThere: 0, refused: [] };
    const seen = new Set<string>();
    for (const [index, line] of lines.entries()) {
      const { outcome, problems } = dryRun
        ? await this.try(tenant, line, seen)
        : await this.bring(tenant, null, line, today);
      if (outcome === 'added') report.added += 1;
      else if (outcome === 'already_there') report.alreadyThere += 1;
      else report.refused.push({ line: line.line, reason: inEnglish(problems) });
      progress(index + 1, lines.length);
    }
    return report;
  }

  /**
   * Brings one line in, in one transaction with what `told` writes of it: an import that is cut short
   * goes on where it stopped.
   */
  bring(
    tenant: Tenant,
    by: { id: string } | null,
    line: IncomingLine,
    today: Day,
    told: (tx: EntityManager, report: LineReport) => Promise<void> = () => Promise.resolve(),
  ): Promise<LineReport> {
    const word = read(line);
    return this.tenancy.within(tenant, async (tx) => {
      const report =
        word instanceof RowProblem ? refused(word) : await this.add(tx, by, word, today);
      await told(tx, report);
      return report;
    });
  }

  private async try(tenant: Tenant, line: IncomingLine, seen: Set<string>): Promise<LineReport> {
    const word = read(line);
    if (word instanceof RowProblem) return refused(word);
    const { source, sourceId } = word;
    const isKnown =
      seen.has(sourceId) ||
      (await this.tenancy.within(tenant, (tx) => tx.existsBy(Feedback, { source, sourceId })));
    seen.add(sourceId);
    return { outcome: isKnown ? 'already_there' : 'added', feedbackId: null, problems: [] };
  }

  private async add(
    tx: EntityManager,
    by: { id: string } | null,
    { name, email, phone, answers, record, ...word }: ImportedWord,
    today: Day,
  ): Promise<LineReport> {
    const id = newId();
    const { source, sourceId, receivedOn } = word;
    const inserted = await tx
      .createQueryBuilder()
      .insert()
      .into(Feedback)
      .values({
        ...{ id, ...word, reference: newReference(receivedOn), sourceRecord: record },
        reachable: Boolean(email ?? phone),
        createdBy: by?.id ?? null,
      })
      .orIgnore()
      .returning('id')
      .execute();
    if ((inserted.raw as unknown[]).length === 0) {
      const there = await tx.findOneBy(Feedback, { source, sourceId });
      return { outcome: 'already_there', feedbackId: there?.id ?? null, problems: [] };
    }
    if (name ?? email ?? phone) {
      const purgeOn = addYears(today, retentionYears);
      await tx.insert(Reporter, { feedbackId: id, name, email, phone, purgeOn });
    }
    for (const { body, author } of answers) {
      await tx.insert(Answer, {
        ...{ id: newId(), feedbackId: id, body, authorName: author },
        // A source does not say when the structure answered.
        answeredAt: new Date(receivedOn),
      });
    }
    await this.journal.write(tx, by, 'feedback.import', id, { source, sourceId });
    return { outcome: 'added', feedbackId: id, problems: [] };
  }
}

function read(line: IncomingLine): ImportedWord | RowProblem {
  try {
    return line.read();
  } catch (error) {
    if (error instanceof RowProblem) return error;
    throw error;
  }
}

function refused({ problems }: RowProblem): LineReport {
  return { outcome: 'refused', feedbackId: null, problems };
}

function inEnglish(problems: Problem[]): string {
  return problems.map(({ code, facts }) => say('en', code, facts)).join('; ');
}

import { Injectable, type StreamableFile } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Member } from '../access/member.js';
import type { Page } from '../access/page.dto.js';
import { Tenancy } from '../database/tenancy.js';
import { Refusal } from '../domain/refusal.js';
import { calendarOf } from '../organization/calendar.js';
import { sheetFile } from '../sheets/sheet-file.js';
import { say } from '../words/words.js';
import type { ImportLineDto, ImportLinesQuery, ImportRunDto } from './import.dto.js';
import { ImportLine } from './import-line.entity.js';
import { tell } from './import-preview.js';
import { ImportRun } from './import-run.entity.js';
import type { Problem } from './row-problem.js';

/** The most runs that are offered to be found again. */
const latest = 10;

/** What became of the files that I brought in; what they hold is nobody else's to read. */
@Injectable()
export class ImportReports {
  constructor(private readonly tenancy: Tenancy) {}

  /** My last imports, the newest first. */
  list(me: Member): Promise<ImportRunDto[]> {
    return this.tenancy.within(me, (tx) => runs(tx, me));
  }

  /** @throws Refusal `import.unknown`. */
  read(me: Member, id: string): Promise<ImportRunDto> {
    return this.tenancy.within(me, (tx) => find(tx, me, id));
  }

  /** Line by line, in the file's order. */
  lines(
    me: Member,
    id: string,
    { page, pageSize, outcome }: ImportLinesQuery,
    language: string,
  ): Promise<Page<ImportLineDto>> {
    return this.tenancy.within(me, async (tx) => {
      await find(tx, me, id);
      const where = { runId: id, ...(outcome && { outcome }) };
      const total = await tx.countBy(ImportLine, where);
      const rows = await tx
        .createQueryBuilder(ImportLine, 'l')
        .leftJoin('feedback', 'f', 'f.id = l.feedbackId AND f.unit_id = ANY (:seen)', {
          // What somebody else brought in before may have gone where I see nothing.
          seen: me.unitsFor('feedback.read'),
        })
        .select(['l.line AS line', 'l.outcome AS outcome', 'l.problems AS problems'])
        .addSelect(['f.id AS id', 'f.reference AS reference'])
        .where(where)
        .orderBy('l.line')
        .offset((page - 1) * pageSize)
        .limit(pageSize)
        .getRawMany<FeedbackLine>();
      const items = rows.map((row) => ({
        ...{ line: row.line, outcome: row.outcome, problems: tell(row.problems, language) },
        feedback: row.id && row.reference ? { id: row.id, reference: row.reference } : null,
      }));
      return { items, total, page, pageSize };
    });
  }

  /** The refused lines as they were, each with why: to be mended and brought again. */
  refused(me: Member, id: string, language: string): Promise<StreamableFile> {
    return this.tenancy.within(me, async (tx) => {
      const run = await find(tx, me, id);
      const { header } = await tx.findOneByOrFail(ImportRun, { id });
      const { today } = await calendarOf(tx, me, new Date());
      const lines = await tx.find(ImportLine, {
        where: { runId: id, outcome: 'refused' },
        order: { line: 'ASC' },
      });
      const whole = lines.filter(({ cells }) => cells !== null);
      const columns = header.map((title, at) => ({
        title,
        cell: ({ cells }: ImportLine) => cells?.[at] ?? '',
      }));
      const why = ({ line, problems }: ImportLine) =>
        `${line} : ${tell(problems, language)
          .map(({ message }) => message)
          .join(' ; ')}`;
      const table = {
        name: `${say(language, 'import.refused')} ${run.fileName.replace(/\.\w+$/, '')}`,
        columns: [...columns, { title: say(language, 'import.why'), cell: why }],
        rows: [whole],
        cut: say(language, 'sheet.cut'),
      };
      return sheetFile('csv', table, today);
    });
  }

  /** Gives a draft up, or forgets a report. @throws Refusal `import.started` while it runs. */
  async remove(me: Member, id: string): Promise<void> {
    await this.tenancy.within(me, async (tx) => {
      const { state } = await find(tx, me, id);
      if (state === 'running') throw new Refusal('conflict', 'import.started');
      await tx.delete(ImportRun, { id });
    });
  }
}

async function find(tx: EntityManager, me: Member, id: string): Promise<ImportRunDto> {
  const [run] = await runs(tx, me, id);
  if (!run) throw new Refusal('unknown', 'import.unknown');
  return run;
}

async function runs(tx: EntityManager, me: Member, id?: string): Promise<ImportRunDto[]> {
  const rows = await tx.query<(Omit<ImportRunDto, 'createdAt' | 'endedAt'> & Instants)[]>(
    `SELECT r.id, r.file_name AS "fileName", r.state, r.total,
            count(*) FILTER (WHERE l.outcome = 'added')::int AS added,
            count(*) FILTER (WHERE l.outcome = 'already_there')::int AS "alreadyThere",
            count(*) FILTER (WHERE l.outcome = 'refused')::int AS refused,
            r.created_at AS "createdAt", r.ended_at AS "endedAt"
       FROM import_run r LEFT JOIN import_line l ON l.run_id = r.id
      WHERE r.kind = 'feedback' AND r.created_by = $1 AND ($2::uuid IS NULL OR r.id = $2)
      GROUP BY r.organization_id, r.id ORDER BY r.created_at DESC LIMIT $3`,
    [me.id, id ?? null, latest],
  );
  return rows.map(({ createdAt, endedAt, ...run }) => ({
    ...run,
    createdAt: createdAt.toISOString(),
    endedAt: endedAt?.toISOString() ?? null,
  }));
}

/** What a line of a file of feedback became. */
interface FeedbackLine extends Pick<ImportLineDto, 'line' | 'outcome'> {
  problems: Problem[];
  id: string | null;
  reference: string | null;
}

interface Instants {
  createdAt: Date;
  endedAt: Date | null;
}

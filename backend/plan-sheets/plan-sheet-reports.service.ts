import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Member } from '../access/member.js';
import type { Page } from '../access/page.dto.js';
import { Tenancy } from '../database/tenancy.js';
import { planOutcomes, type PlanOutcome } from '../domain/plan-sheet.js';
import { Refusal } from '../domain/refusal.js';
import { ImportLine } from '../imports/import-line.entity.js';
import { tell } from '../imports/import-preview.js';
import { ImportRun } from '../imports/import-run.entity.js';
import type { Problem } from '../imports/row-problem.js';
import type { PlanField } from '../domain/plan-fields.js';
import type { PlanLineDto, PlanLinesQuery, PlanRunDto } from './plan-sheet.dto.js';

/** The most runs that are offered to be found again. */
const latest = 10;

/** What became of the sheets that I brought in; what they hold is nobody else's to read. */
@Injectable()
export class PlanSheetReports {
  constructor(private readonly tenancy: Tenancy) {}

  /** My last sheets, the newest first. */
  list(me: Member): Promise<PlanRunDto[]> {
    return this.tenancy.within(me, (tx) => runs(tx, me));
  }

  /** @throws Refusal `import.unknown`. */
  read(me: Member, id: string): Promise<PlanRunDto> {
    return this.tenancy.within(me, (tx) => find(tx, me, id));
  }

  /** Line by line, in the sheet's order. */
  lines(
    me: Member,
    id: string,
    { page, pageSize, outcome }: PlanLinesQuery,
    language: string,
  ): Promise<Page<PlanLineDto>> {
    return this.tenancy.within(me, async (tx) => {
      await find(tx, me, id);
      const where = { runId: id, ...(outcome && { outcome }) };
      const total = await tx.countBy(ImportLine, where);
      const rows = await tx
        .createQueryBuilder(ImportLine, 'l')
        .leftJoin('action', 'a', 'a.id = l.actionId AND a.unit_id = ANY (:seen)', {
          seen: me.unitsFor('action.read'),
        })
        .select(['l.line AS line', 'l.outcome AS outcome', 'l.problems AS problems'])
        .addSelect(['a.id AS id', 'a.reference AS reference', 'a.title AS title'])
        .where(where)
        .orderBy('l.line')
        .offset((page - 1) * pageSize)
        .limit(pageSize)
        .getRawMany<LineRow>();
      const items = rows.map(({ line, outcome: became, problems, id: actionId, ...action }) => ({
        ...{ line, outcome: became, problems: tell(problems, language) },
        action: actionId ? { id: actionId, ...action } : null,
      }));
      return { items, total, page, pageSize };
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

interface LineRow extends Pick<PlanLineDto, 'line' | 'outcome'> {
  problems: Problem<PlanField>[];
  id: string | null;
  reference: string;
  title: string;
}

async function find(tx: EntityManager, me: Member, id: string): Promise<PlanRunDto> {
  const [run] = await runs(tx, me, id);
  if (!run) throw new Refusal('unknown', 'import.unknown');
  return run;
}

async function runs(tx: EntityManager, me: Member, id?: string): Promise<PlanRunDto[]> {
  const rows = await tx.query<RunRow[]>(
    `SELECT r.id, r.file_name AS "fileName", r.state, r.total,
            CASE WHEN p.id IS NOT NULL
              THEN json_build_object('id', p.id, 'title', p.title) END AS plan,
            (SELECT coalesce(json_object_agg(outcome, n), '{}')
               FROM (SELECT outcome, count(*)::int AS n FROM import_line
                      WHERE run_id = r.id GROUP BY outcome) l) AS counts,
            r.created_at AS "createdAt", r.ended_at AS "endedAt"
       FROM import_run r LEFT JOIN action_plan p ON p.id = r.plan_id
      WHERE r.kind = 'plan' AND r.created_by = $1 AND ($2::uuid IS NULL OR r.id = $2)
      ORDER BY r.created_at DESC LIMIT $3`,
    [me.id, id ?? null, latest],
  );
  const none = Object.fromEntries(planOutcomes.map((outcome) => [outcome, 0]));
  return rows.map(({ createdAt, endedAt, counts, ...run }) => ({
    ...run,
    counts: { ...none, ...counts } as Record<PlanOutcome, number>,
    createdAt: createdAt.toISOString(),
    endedAt: endedAt?.toISOString() ?? null,
  }));
}

interface RunRow extends Omit<PlanRunDto, 'createdAt' | 'endedAt' | 'counts'> {
  counts: Partial<Record<PlanOutcome, number>>;
  createdAt: Date;
  endedAt: Date | null;
}

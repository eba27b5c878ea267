import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Member } from '../access/member.js';
import { Tenancy } from '../database/tenancy.js';
import { analysisLifecycle, conclusionObstacles } from '../domain/analysis.js';
import { feedbackLifecycle, type FeedbackKind, type FeedbackState } from '../domain/feedback.js';
import { movesFrom } from '../domain/lifecycle.js';
import { Journal } from '../journal/journal.js';
import { Unit } from '../organization/unit.entity.js';
import type { AnalysisDto, CoveredFeedbackDto } from './analyses.dto.js';
import { AnalysesService } from './analyses.service.js';
import { causesOf } from './causes.service.js';
import { Participant } from './participant.entity.js';
import { Remedies } from './remedies.js';

interface CoveredRow {
  id: string;
  reference: string;
  unitId: string;
  kind: FeedbackKind;
  state: FeedbackState;
  excerpt: string;
  receivedOn: string;
}

/** The record of one analysis: what it covers, who took part and when, what was found and how. */
@Injectable()
export class AnalysisRecords {
  constructor(
    private readonly tenancy: Tenancy,
    private readonly analyses: AnalysesService,
    private readonly remedies: Remedies,
    private readonly journal: Journal,
  ) {}

  read(me: Member, id: string): Promise<AnalysisDto> {
    return this.tenancy.within(me, async (tx) => {
      const analysis = await this.analyses.peek(tx, me, id);
      const unit = await tx.findOneByOrFail(Unit, { id: analysis.unitId });
      const covered = await coveredBy(tx, id);
      const participants = await tx.find(Participant, {
        where: { analysisId: id },
        order: { id: 'ASC' },
      });
      const causes = await causesOf(tx, id);
      const remedies = await this.remedies.of(tx, me, id);
      const { state, heldOn, conclusion } = analysis;
      const mayWrite = me.may('analysis.write', analysis.unitId);
      return {
        ...{ id, state, heldOn, conclusion, reference: analysis.reference },
        ...{ title: analysis.title, problem: analysis.problem, notes: analysis.notes },
        unit: { id: unit.id, name: unit.name },
        concludedOn: analysis.concludedOn,
        version: analysis.version,
        feedback: covered.map((row) => describe(row, me)),
        participants: participants.map(({ id: own, kind, name }) => ({ id: own, kind, name })),
        causes: causes.map(({ organizationId: _, analysisId: __, ...cause }) => ({
          ...cause,
          actions: remedies.get(cause.id) ?? [],
        })),
        history: await this.journal.of(tx, [id]),
        mayWrite: mayWrite && state === 'open',
        moves: mayWrite ? movesFrom(analysisLifecycle, state) : [],
        obstacles: conclusionObstacles({ heldOn, conclusion, participants: participants.length }),
        actableFeedbackId: covered.find((row) => mayAct(row, me))?.id ?? null,
      };
    });
  }
}

function coveredBy(tx: EntityManager, analysisId: string): Promise<CoveredRow[]> {
  return tx.query<CoveredRow[]>(
    `SELECT f.id, f.reference, f.unit_id AS "unitId", f.kind, f.state,
            left(f.body, 200) AS excerpt, f.received_on AS "receivedOn"
       FROM analysis_feedback af JOIN feedback f ON f.id = af.feedback_id
      WHERE af.analysis_id = $1 ORDER BY f.received_on, f.id`,
    [analysisId],
  );
}

function describe(row: CoveredRow, me: Member): CoveredFeedbackDto {
  const { id, reference, kind, excerpt, receivedOn } = row;
  const maySee = me.may('feedback.read', row.unitId);
  return { reference, seen: maySee ? { id, kind, excerpt, receivedOn } : null };
}

function mayAct({ state, unitId }: CoveredRow, me: Member): boolean {
  return feedbackLifecycle.moves.act.from.includes(state) && me.may('action.create', unitId);
}

import { Injectable } from '@nestjs/common';
import type { EntityManager, SelectQueryBuilder } from 'typeorm';
import { v7 as newId } from 'uuid';
import type { Member } from '../access/member.js';
import type { Page } from '../access/page.dto.js';
import { Tenancy } from '../database/tenancy.js';
import {
  analysisLifecycle,
  conclusionObstacles,
  lowestCommonUnit,
  titleFrom,
  type AnalysisMove,
} from '../domain/analysis.js';
import { newReference } from '../domain/codes.js';
import { refuseObstacles } from '../domain/feedback.js';
import { stateAfter } from '../domain/lifecycle.js';
import { Refusal } from '../domain/refusal.js';
import type { Feedback } from '../feedback/feedback.entity.js';
import { FeedbackService } from '../feedback/feedback.service.js';
import { Journal } from '../journal/journal.js';
import { calendarOf } from '../organization/calendar.js';
import { Units } from '../organization/units.service.js';
import type { AnalysisQuery, AnalysisSummaryDto, UpdateAnalysisDto } from './analyses.dto.js';
import { AnalysisFeedback } from './analysis-feedback.entity.js';
import { searchAnalyses, visibleAnalyses } from './analysis-search.js';
import { Analysis } from './analysis.entity.js';
import { Participant } from './participant.entity.js';

/** Why something happened, looked for as a team. */
@Injectable()
export class AnalysesService {
  constructor(
    private readonly tenancy: Tenancy,
    private readonly feedback: FeedbackService,
    private readonly units: Units,
    private readonly journal: Journal,
  ) {}

  list(me: Member, query: AnalysisQuery): Promise<Page<AnalysisSummaryDto>> {
    return this.tenancy.within(me, (tx) => searchAnalyses(tx, me, query));
  }

  /** Opens an analysis of some feedback; of a single one whose analysis is open, gives that one. */
  open(
    me: Member,
    feedbackIds: string[],
    chosenUnitId?: string,
    now = new Date(),
  ): Promise<string> {
    return this.tenancy.within(me, async (tx) => {
      const voices: Feedback[] = [];
      // In one order, so that two who open at once wait for each other instead of standing crossed.
      for (const id of [...new Set(feedbackIds)].sort()) {
        voices.push(await this.feedback.find(tx, me, id, 'feedback.read'));
      }
      const [first] = voices;
      if (!first) throw new Refusal('invalid', 'analysis.feedback_missing');
      const open = voices.length === 1 ? await this.openOne(tx, me, first.id) : null;
      if (open) return open.id;
      const unitId =
        chosenUnitId ??
        (await this.commonUnit(
          tx,
          voices.map((one) => one.unitId),
        ));
      await this.units.find(tx, unitId);
      me.must('analysis.write', unitId);
      const { today } = await calendarOf(tx, me, now);
      const id = newId();
      const reference = `C${newReference(today)}`;
      const title = titleFrom(first.title ?? first.body).padEnd(3, '…');
      await tx.insert(Analysis, { id, reference, unitId, title, createdBy: me.id });
      await this.journal.write(tx, me, 'analysis.open', id);
      for (const voice of voices) await this.cover(tx, me, { id, reference }, voice);
      return id;
    });
  }

  /** Changes its words, unless somebody did since they were read. */
  update(me: Member, id: string, change: UpdateAnalysisDto): Promise<void> {
    return this.tenancy.within(me, async (tx) => {
      const analysis = await this.findOpen(tx, me, id);
      const { version, heldOn = null, ...words } = change;
      if (version !== analysis.version) {
        throw new Refusal('conflict', 'analysis.changed', { current: wordsOf(analysis) });
      }
      if (words.unitId !== analysis.unitId) {
        await this.units.find(tx, words.unitId);
        me.must('analysis.write', words.unitId);
      }
      await tx.update(Analysis, { id }, { ...words, heldOn, version: version + 1 });
      await this.note(tx, me, id);
    });
  }

  /** Covers one feedback more; its unit then rises to the one that holds them all, if it is mine. */
  link(me: Member, id: string, feedbackId: string): Promise<void> {
    return this.tenancy.within(me, async (tx) => {
      const analysis = await this.findOpen(tx, me, id);
      const feedback = await this.feedback.peek(tx, me, feedbackId);
      if (await tx.existsBy(AnalysisFeedback, { analysisId: id, feedbackId })) return;
      await this.cover(tx, me, analysis, feedback);
      const unitId = await this.commonUnit(tx, [analysis.unitId, feedback.unitId]);
      if (unitId !== analysis.unitId && me.may('analysis.write', unitId)) {
        await tx.update(Analysis, { id }, { unitId, version: analysis.version + 1 });
      }
      await this.journal.write(tx, me, 'analysis.link', id, { reference: feedback.reference });
    });
  }

  /** Covers one feedback less; the last one stays. */
  unlink(me: Member, id: string, feedbackId: string): Promise<void> {
    return this.tenancy.within(me, async (tx) => {
      await this.findOpen(tx, me, id);
      const { reference } = await this.feedback.peek(tx, me, feedbackId);
      const { affected } = await tx.delete(AnalysisFeedback, { analysisId: id, feedbackId });
      if (!affected) return;
      if (!(await tx.existsBy(AnalysisFeedback, { analysisId: id }))) {
        throw new Refusal('conflict', 'analysis.feedback_missing');
      }
      await this.journal.write(tx, me, 'analysis.unlink', id, { reference });
    });
  }

  /** Settles what the team found, once who took part and when is known. */
  conclude(me: Member, id: string, now = new Date()): Promise<void> {
    return this.move(me, id, 'conclude', async (tx, { heldOn, conclusion }) => {
      const participants = await tx.countBy(Participant, { analysisId: id });
      refuseObstacles(conclusionObstacles({ heldOn, conclusion, participants }));
      const { today } = await calendarOf(tx, me, now);
      return { concludedOn: today };
    });
  }

  reopen(me: Member, id: string): Promise<void> {
    return this.move(me, id, 'reopen', () => Promise.resolve({ concludedOn: null }));
  }

  /** Loads and locks it to be changed. @throws Refusal also `analysis.concluded`. */
  async findOpen(tx: EntityManager, me: Member, id: string): Promise<Analysis> {
    const analysis = await this.find(tx, me, id);
    if (analysis.state === 'concluded') throw new Refusal('conflict', 'analysis.concluded');
    return analysis;
  }

  /** Loads it to be read. @throws Refusal `record.unknown`. */
  peek(tx: EntityManager, me: Member, id: string): Promise<Analysis> {
    return load(visibleAnalyses(tx, me), id);
  }

  /** Words are saved as they are typed: one line of the journal stands for a quarter of an hour. */
  async note(tx: EntityManager, me: Member, id: string): Promise<void> {
    const [recent] = await tx.query<unknown[]>(
      `SELECT FROM journal WHERE subject_id = $1 AND person_id = $2 AND verb = 'analysis.update'
          AND at > now() - interval '15 minutes' LIMIT 1`,
      [id, me.id],
    );
    if (!recent) await this.journal.write(tx, me, 'analysis.update', id);
  }

  private async find(tx: EntityManager, me: Member, id: string): Promise<Analysis> {
    const analysis = await load(visibleAnalyses(tx, me).setLock('pessimistic_write'), id);
    me.must('analysis.write', analysis.unitId);
    return analysis;
  }

  private move(
    me: Member,
    id: string,
    move: AnalysisMove,
    work: (tx: EntityManager, analysis: Analysis) => Promise<Pick<Analysis, 'concludedOn'>>,
  ): Promise<void> {
    return this.tenancy.within(me, async (tx) => {
      const analysis = await this.find(tx, me, id);
      const state = stateAfter(analysisLifecycle, analysis.state, move);
      await tx.update(Analysis, { id }, { ...(await work(tx, analysis)), state });
      await this.journal.write(tx, me, `analysis.${move}`, id);
    });
  }

  private openOne(tx: EntityManager, me: Member, feedbackId: string): Promise<Analysis | null> {
    return visibleAnalyses(tx, me)
      .innerJoin('analysis_feedback', 'covered', 'covered.analysis_id = a.id')
      .andWhere(`covered.feedback_id = :feedbackId AND a.state = 'open'`, { feedbackId })
      .orderBy('a.id', 'DESC')
      .limit(1)
      .getOne();
  }

  private async commonUnit(tx: EntityManager, unitIds: string[]): Promise<string> {
    const paths: string[][] = [];
    for (const unitId of unitIds) paths.push((await this.units.find(tx, unitId)).path);
    const common = lowestCommonUnit(paths);
    if (!common) throw new Refusal('unknown', 'unit.unknown');
    return common;
  }

  private async cover(
    tx: EntityManager,
    me: Member,
    { id, reference }: Pick<Analysis, 'id' | 'reference'>,
    feedback: Feedback,
  ): Promise<void> {
    await tx.insert(AnalysisFeedback, { analysisId: id, feedbackId: feedback.id });
    await this.journal.write(tx, me, 'feedback.analyse', feedback.id, { reference });
  }
}

async function load(found: SelectQueryBuilder<Analysis>, id: string): Promise<Analysis> {
  const analysis = await found.andWhere('a.id = :id', { id }).getOne();
  if (!analysis) throw new Refusal('unknown', 'record.unknown');
  return analysis;
}

/** The words that several people may be writing. */
function wordsOf(analysis: Analysis) {
  const { version, title, unitId, problem, notes, conclusion, heldOn } = analysis;
  return { version, title, unitId, problem, notes, conclusion, heldOn };
}

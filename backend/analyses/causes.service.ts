import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Member } from '../access/member.js';
import { Tenancy } from '../database/tenancy.js';
import { refuseUnproven, settlePlace, subtreeOf } from '../domain/analysis.js';
import { feedbackLifecycle } from '../domain/feedback.js';
import { Refusal } from '../domain/refusal.js';
import { Journal } from '../journal/journal.js';
import type { CauseOriginDto, SaveCauseDto, SaveParticipantDto } from './analyses.dto.js';
import { AnalysesService } from './analyses.service.js';
import { visibleAnalyses } from './analysis-search.js';
import { Cause } from './cause.entity.js';
import { Participant } from './participant.entity.js';

/** What a team writes down: the causes, and who took part. */
@Injectable()
export class Causes {
  constructor(
    private readonly tenancy: Tenancy,
    private readonly analyses: AnalysesService,
    private readonly journal: Journal,
  ) {}

  /** Writes a cause as it is to stand, new or not, unless somebody changed it since it was read. */
  save(me: Member, analysisId: string, id: string, change: SaveCauseDto): Promise<void> {
    refuseUnproven(change.status, change.evidence);
    return this.tenancy.within(me, async (tx) => {
      await this.analyses.findOpen(tx, me, analysisId);
      const causes = await causesOf(tx, analysisId);
      const { version, wording, status, evidence = null, ...asked } = change;
      const known = causes.find((cause) => cause.id === id);
      if ((known?.version ?? 0) !== version) {
        const current = known ? told(known) : null;
        throw new Refusal('conflict', 'analysis.changed', { current });
      }
      const place = settlePlace(causes, { id, parentId: null, ...asked });
      const facts = { ...place, wording, status, evidence, version: version + 1 };
      if (known) await tx.update(Cause, { id, analysisId }, facts);
      else await tx.insert(Cause, { ...facts, analysisId });
      if (status !== (known?.status ?? 'supposed')) {
        const verb = `analysis.cause_${status}`;
        await this.journal.write(tx, me, verb, analysisId, { wording, note: evidence ?? '' });
      } else await this.analyses.note(tx, me, analysisId);
    });
  }

  /** Takes a cause out with all that explains it; not one from which an action was opened. */
  remove(me: Member, analysisId: string, id: string): Promise<void> {
    return this.tenancy.within(me, async (tx) => {
      await this.analyses.findOpen(tx, me, analysisId);
      const removed = subtreeOf(await causesOf(tx, analysisId), id);
      const [first] = removed;
      if (!first) return;
      await tx.delete(Cause, { id, analysisId });
      const { wording } = first;
      await this.journal.write(tx, me, 'analysis.cause_remove', analysisId, {
        ...{ wording, count: removed.length },
      });
    });
  }

  /** Notes somebody who took part. */
  join(
    me: Member,
    analysisId: string,
    id: string,
    { kind, name }: SaveParticipantDto,
  ): Promise<void> {
    return this.tenancy.within(me, async (tx) => {
      await this.analyses.findOpen(tx, me, analysisId);
      const known = await tx.existsBy(Participant, { id, analysisId });
      const facts = { kind, name: name?.trim() ?? null };
      if (known) await tx.update(Participant, { id, analysisId }, facts);
      else await tx.insert(Participant, { id, analysisId, ...facts });
      await this.journal.write(tx, me, 'analysis.join', analysisId, { kind });
    });
  }

  /** Takes somebody out of those who took part. */
  leave(me: Member, analysisId: string, id: string): Promise<void> {
    return this.tenancy.within(me, async (tx) => {
      await this.analyses.findOpen(tx, me, analysisId);
      const participant = await tx.findOneBy(Participant, { id, analysisId });
      if (!participant) return;
      await tx.delete(Participant, { id, analysisId });
      await this.journal.write(tx, me, 'analysis.leave', analysisId, { kind: participant.kind });
    });
  }

  /** A cause from which an action is to be opened. */
  read(me: Member, id: string): Promise<CauseOriginDto> {
    return this.tenancy.within(me, (tx) => this.peek(tx, me, id));
  }

  /** The feedback, by their ids, that an action opened from a cause answers too, as far as I may. */
  async toActOn(tx: EntityManager, me: Member, id: string): Promise<string[]> {
    const { analysis } = await this.peek(tx, me, id);
    const rows = await tx.query<{ id: string }[]>(
      `SELECT f.id FROM analysis_feedback af JOIN feedback f ON f.id = af.feedback_id
        WHERE af.analysis_id = $1 AND f.unit_id = ANY ($2) AND f.state = ANY ($3) ORDER BY f.id`,
      [analysis.id, me.unitsFor('action.create'), feedbackLifecycle.moves.act.from],
    );
    return rows.map((row) => row.id);
  }

  /** @throws Refusal `record.unknown` unless I may see its analysis. */
  async peek(tx: EntityManager, me: Member, id: string): Promise<CauseOriginDto> {
    const cause = await tx.findOneBy(Cause, { id });
    const analysis =
      cause &&
      (await visibleAnalyses(tx, me).andWhere('a.id = :id', { id: cause.analysisId }).getOne());
    if (!analysis) throw new Refusal('unknown', 'record.unknown');
    const { reference, title, unitId } = analysis;
    return {
      ...{ id, wording: cause.wording },
      analysis: { id: analysis.id, reference, title, unitId },
    };
  }
}

/** The causes of an analysis, in the order in which they were written. */
export function causesOf(tx: EntityManager, analysisId: string): Promise<Cause[]> {
  return tx.find(Cause, { where: { analysisId }, order: { id: 'ASC' } });
}

function told({ id, parentId, branch, wording, status, evidence, version }: Cause) {
  return { id, parentId, branch, wording, status, evidence, version };
}

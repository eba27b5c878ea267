import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { v7 as newId } from 'uuid';
import { Tenancy, type Tenant } from '../database/tenancy.js';
import { addYears } from '../domain/days.js';
import { retentionYears } from '../domain/feedback.js';
import { Journal } from '../journal/journal.js';
import { calendarOf } from '../organization/calendar.js';
import { Unit } from '../organization/unit.entity.js';
import { Answer } from './answer.entity.js';
import { readCsv, type CsvDamage } from './csv-rows.js';
import { Feedback } from './feedback.entity.js';
import { newReference } from './intake.service.js';
import { Reporter } from './reporter.entity.js';
import {
  checkColumns,
  readExperience,
  RowProblem,
  sourceName,
  type Experience,
} from './services-publics-plus.js';

/** What an import did, or would do. */
export interface ImportReport {
  added: number;
  alreadyThere: number;
  refused: CsvDamage[];
}

export interface ImportOptions {
  dryRun: boolean;
  /** Told after each row. */
  progress: (done: number, total: number) => void;
}

/** Brings in what people said elsewhere; run twice, it adds nothing the second time. */
@Injectable()
export class FeedbackImport {
  constructor(
    private readonly tenancy: Tenancy,
    private readonly journal: Journal,
  ) {}

  /** @throws RowProblem when the file is not an export of Services Publics+. */
  async run(
    tenant: Tenant,
    file: Buffer,
    { dryRun, progress }: ImportOptions,
    now = new Date(),
  ): Promise<ImportReport> {
    const { header, rows, damage } = readCsv(file);
    checkColumns(header);
    const report: ImportReport = { added: 0, alreadyThere: 0, refused: [...damage] };
    const seen = new Set<string>();
    const placed = await this.tenancy.within(tenant, (tx) => places(tx, tenant, now));
    for (const [index, { line, cells }] of rows.entries()) {
      try {
        const experience = readExperience(cells);
        const added = dryRun
          ? !seen.has(experience.sourceId) && (await this.isNew(tenant, experience))
          : await this.add(tenant, experience, placed);
        seen.add(experience.sourceId);
        if (added) report.added += 1;
        else report.alreadyThere += 1;
      } catch (error) {
        if (!(error instanceof RowProblem)) throw error;
        report.refused.push({ line, reason: error.message });
      }
      progress(index + 1, rows.length);
    }
    report.refused.sort((a, b) => a.line - b.line);
    return report;
  }

  private isNew(tenant: Tenant, { sourceId }: Experience): Promise<boolean> {
    return this.tenancy.within(tenant, async (tx) => {
      return !(await tx.existsBy(Feedback, { source: sourceName, sourceId }));
    });
  }

  /** One row, one transaction: an import that is cut short goes on where it stopped. */
  private add(tenant: Tenant, experience: Experience, placed: Places): Promise<boolean> {
    return this.tenancy.within(tenant, async (tx) => {
      const { sourceId, kind, title, body, receivedOn, channel, otherChannels } = experience;
      const id = newId();
      const inserted = await tx
        .createQueryBuilder()
        .insert()
        .into(Feedback)
        .values({
          ...{ id, kind, title, body, receivedOn, channel, otherChannels, sourceId },
          reference: newReference(receivedOn),
          reporter: 'user',
          unitId: placed.unitOf(experience),
          source: sourceName,
          sourceRecord: experience.record,
        })
        .orIgnore()
        .returning('id')
        .execute();
      if ((inserted.raw as unknown[]).length === 0) return false;
      await this.addPeople(tx, id, experience, placed.today);
      await this.journal.write(tx, null, 'feedback.import', id, { source: sourceName, sourceId });
      return true;
    });
  }

  private async addPeople(
    tx: EntityManager,
    feedbackId: string,
    { pseudonym, answers, receivedOn }: Experience,
    today: string,
  ): Promise<void> {
    if (pseudonym) {
      const purgeOn = addYears(today, retentionYears);
      await tx.insert(Reporter, { feedbackId, name: pseudonym, purgeOn });
    }
    for (const { body, structure } of answers) {
      await tx.insert(Answer, {
        ...{ id: newId(), feedbackId, body },
        authorName: structure || sourceName,
        // The export does not say when the structure answered.
        answeredAt: new Date(receivedOn),
      });
    }
  }
}

/** Where the rows go, and which day it is. */
interface Places {
  today: string;
  unitOf: (experience: Experience) => string;
}

/** A structure that bears a unit's name is that unit; the others' words go to the root, to qualify. */
async function places(tx: EntityManager, tenant: Tenant, now: Date): Promise<Places> {
  const { today } = await calendarOf(tx, tenant, now);
  const units = await tx.find(Unit);
  const byName = new Map(units.map(({ id, name }) => [name.toLowerCase(), id]));
  const root = units.find(({ parentId }) => parentId === null)?.id ?? '';
  return {
    today,
    unitOf: ({ record }) => {
      const named = record.structures.map((name) => byName.get(name.toLowerCase()));
      return named.find(Boolean) ?? root;
    },
  };
}

import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { v7 as newId } from 'uuid';
import type { HistoryEntryDto } from './journal.dto.js';
import { JournalEntry } from './journal.entity.js';

/** Who did what, when: one line a deed, in the deed's own transaction. */
@Injectable()
export class Journal {
  /**
   * `by` is null for what the public or the clock did; `via` tells how somebody was known, where it
   * was not by their session.
   */
  async write(
    tx: EntityManager,
    by: { id: string; via?: 'mail' | undefined } | null,
    verb: string,
    subjectId: string,
    details: Record<string, unknown> = {},
    at?: Date,
  ): Promise<void> {
    await tx.query(
      `INSERT INTO journal (id, person_id, verb, subject_id, details, at)
       VALUES ($1, $2, $3, $4, $5, coalesce($6, now()))`,
      [
        // History is read in the order of its ids.
        at ? newId({ msecs: at.getTime() }) : newId(),
        ...[by?.id ?? null, verb, subjectId, { ...details, ...(by?.via && { via: by.via }) }],
        at ?? null,
      ],
    );
  }

  /** What was done to these, oldest first. */
  async of(tx: EntityManager, subjectIds: string[]): Promise<HistoryEntryDto[]> {
    const lines = await tx
      .createQueryBuilder(JournalEntry, 'line')
      .leftJoin('person', 'person', 'person.id = line.personId')
      .select([
        'line.at AS at',
        'person.name AS who',
        'line.verb AS verb',
        'line.details AS details',
      ])
      .where('line.subjectId = ANY (:subjectIds)', { subjectIds })
      .orderBy('line.id')
      .getRawMany<Omit<HistoryEntryDto, 'at'> & { at: Date }>();
    return lines.map((line) => ({ ...line, at: line.at.toISOString() }));
  }
}

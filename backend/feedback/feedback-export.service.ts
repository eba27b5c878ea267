import { Injectable, type StreamableFile } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Member } from '../access/member.js';
import { inBatches } from '../database/batches.js';
import { Exports } from '../organization/exports.js';
import { say } from '../words/words.js';
import type { FeedbackExportQuery } from './feedback-export.dto.js';
import { findFeedback, readings } from './feedback-search.js';
import { feedbackColumns, feedbackLines, type FeedbackLine } from './feedback.sheet.js';

/** Takes a list of feedback away as a file. */
@Injectable()
export class FeedbackExport {
  constructor(private readonly exports: Exports) {}

  /** All that the filters let through, among what I may see. */
  write(me: Member, query: FeedbackExportQuery, language: string): Promise<StreamableFile> {
    return this.exports.write(me, 'feedback.export', query, (tx) => ({
      name: say(language, 'sheet.feedback'),
      columns: feedbackColumns(language),
      rows: this.lines(tx, me, query),
      cut: say(language, 'sheet.cut'),
    }));
  }

  /** As the list does: what is spelled nearly so, where nothing holds the words themselves. */
  private async *lines(
    tx: EntityManager,
    me: Member,
    query: FeedbackExportQuery,
  ): AsyncGenerator<FeedbackLine[]> {
    for (const reading of readings) {
      const found = findFeedback(tx, me.unitsFor('feedback.read'), query, new Date(), reading);
      let any = false;
      for await (const batch of inBatches<FeedbackLine>(tx, feedbackLines(found))) {
        any = true;
        yield batch;
      }
      if (any || !query.q?.trim()) return;
    }
  }
}

import { Injectable, type StreamableFile } from '@nestjs/common';
import type { Member } from '../access/member.js';
import { inBatches } from '../database/batches.js';
import { Exports } from '../organization/exports.js';
import { say } from '../words/words.js';
import type { FeedbackExportQuery } from './feedback-export.dto.js';
import { findFeedback } from './feedback-search.js';
import { feedbackColumns, feedbackLines, type FeedbackLine } from './feedback.sheet.js';

/** Takes a list of feedback away as a file. */
@Injectable()
export class FeedbackExport {
  constructor(private readonly exports: Exports) {}

  /** All that the filters let through, among what I may see. */
  write(me: Member, query: FeedbackExportQuery, language: string): Promise<StreamableFile> {
    return this.exports.write(me, 'feedback.export', query, (tx, today) => ({
      name: say(language, 'sheet.feedback'),
      columns: feedbackColumns(language),
      rows: inBatches<FeedbackLine>(
        tx,
        feedbackLines(findFeedback(tx, me.unitsFor('feedback.read'), query, today)),
      ),
      cut: say(language, 'sheet.cut'),
    }));
  }
}

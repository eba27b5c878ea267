import { Injectable, type StreamableFile } from '@nestjs/common';
import type { Member } from '../access/member.js';
import { inBatches } from '../database/batches.js';
import { Exports } from '../organization/exports.js';
import { say } from '../words/words.js';
import { findActions } from './action-search.js';
import type { ActionExportQuery } from './actions-export.dto.js';
import { actionColumns, actionLines, type ActionLine } from './actions.sheet.js';

/** Takes a list of actions away as a file. */
@Injectable()
export class ActionsExport {
  constructor(private readonly exports: Exports) {}

  /** All that the filters let through, among what I may see. */
  write(me: Member, query: ActionExportQuery, language: string): Promise<StreamableFile> {
    return this.exports.write(me, 'action.export', query, (tx, today) => ({
      name: say(language, 'sheet.actions'),
      columns: actionColumns(language, today),
      rows: inBatches<ActionLine>(tx, actionLines(findActions(tx, me, query, today))),
      cut: say(language, 'sheet.cut'),
    }));
  }
}

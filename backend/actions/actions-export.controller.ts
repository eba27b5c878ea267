import { Controller, Get, Headers, Query, type StreamableFile } from '@nestjs/common';
import type { Member } from '../access/member.js';
import { Me, Requires } from '../access/requires.js';
import { GivesSheet } from '../sheets/sheet-file.js';
import { preferredLanguage } from '../words/words.js';
import { ActionExportQuery } from './actions-export.dto.js';
import { ActionsExport } from './actions-export.service.js';

/** The list of actions, as a file to take away. */
@Controller('actions/export')
export class ActionsExportController {
  constructor(private readonly exports: ActionsExport) {}

  /** Every action that the list shows with these filters, in the same order. */
  @Get()
  @Requires('signed-in')
  @GivesSheet()
  write(
    @Me() me: Member,
    @Query() query: ActionExportQuery,
    @Headers('accept-language') language?: string,
  ): Promise<StreamableFile> {
    return this.exports.write(me, query, preferredLanguage(language));
  }
}

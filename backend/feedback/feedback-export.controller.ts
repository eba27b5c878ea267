import { Controller, Get, Headers, Query, type StreamableFile } from '@nestjs/common';
import type { Member } from '../access/member.js';
import { Me, Requires } from '../access/requires.js';
import { GivesSheet } from '../sheets/sheet-file.js';
import { preferredLanguage } from '../words/words.js';
import { FeedbackExportQuery } from './feedback-export.dto.js';
import { FeedbackExport } from './feedback-export.service.js';

/** The list of what people told us, as a file to take away. */
@Controller('feedback/export')
export class FeedbackExportController {
  constructor(private readonly exports: FeedbackExport) {}

  /** Every feedback that the list shows with these filters, whole, in the same order. */
  @Get()
  @Requires('feedback.read')
  @GivesSheet()
  write(
    @Me() me: Member,
    @Query() query: FeedbackExportQuery,
    @Headers('accept-language') language?: string,
  ): Promise<StreamableFile> {
    return this.exports.write(me, query, preferredLanguage(language));
  }
}

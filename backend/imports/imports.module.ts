import { Module } from '@nestjs/common';
import { FeedbackImport } from './feedback-import.service.js';
import { FeedbackRuns } from './feedback-runs.service.js';
import { ImportController } from './import.controller.js';
import { ImportDrafts } from './import-drafts.service.js';
import { ImportFiles } from './import-files.js';
import { ImportMappings } from './import-mappings.service.js';
import { ImportReports } from './import-reports.service.js';
import { ImportRuns } from './import-runs.service.js';

/** What people said elsewhere, brought in from a file. */
@Module({
  controllers: [ImportController],
  providers: [
    ...[FeedbackImport, FeedbackRuns, ImportDrafts, ImportFiles, ImportMappings],
    ...[ImportReports, ImportRuns],
  ],
  exports: [ImportRuns],
})
export class ImportsModule {}

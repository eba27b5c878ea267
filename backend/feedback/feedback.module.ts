import { Module } from '@nestjs/common';
import { AttachmentsModule } from '../attachments/attachments.module.js';
import { OrganizationModule } from '../organization/organization.module.js';
import { AcknowledgementController } from './acknowledgement.controller.js';
import { Acknowledgements } from './acknowledgement.service.js';
import { AttachmentsController } from './attachments.controller.js';
import { BatchesController } from './batches.controller.js';
import { Batches } from './batches.service.js';
import { FeedbackAttachments } from './feedback-attachments.service.js';
import { FeedbackExportController } from './feedback-export.controller.js';
import { FeedbackExport } from './feedback-export.service.js';
import { AnswerTemplatesController } from './answer-templates.controller.js';
import { AnswerTemplates } from './answer-templates.service.js';
import { Answering } from './answering.service.js';
import { FeedbackImport } from './feedback-import.service.js';
import { FeedbackRecords } from './feedback-record.service.js';
import { FeedbackController } from './feedback.controller.js';
import { FeedbackService } from './feedback.service.js';
import { FollowUpLinks } from './follow-up-links.js';
import { FollowUpsController } from './follow-ups.controller.js';
import { FollowUps } from './follow-ups.service.js';
import { ImportController } from './import.controller.js';
import { ImportDrafts } from './import-drafts.service.js';
import { ImportFiles } from './import-files.js';
import { ImportMappings } from './import-mappings.service.js';
import { ImportReports } from './import-reports.service.js';
import { ImportRuns } from './import-runs.service.js';
import { Intake } from './intake.service.js';
import { LookAlikesController } from './look-alikes.controller.js';
import { LookAlikes } from './look-alikes.service.js';
import { MergingController } from './merging.controller.js';
import { Merging } from './merging.service.js';
import { PublicFeedbackController } from './public-feedback.controller.js';
import { Qualification } from './qualification.js';
import { ReporterRetention } from './reporter-retention.js';
import { TransferController } from './transfer.controller.js';
import { Transfers } from './transfer.service.js';

/** What people told us. */
@Module({
  imports: [AttachmentsModule, OrganizationModule],
  controllers: [
    AcknowledgementController,
    AnswerTemplatesController,
    AttachmentsController,
    BatchesController,
    FeedbackController,
    FeedbackExportController,
    FollowUpsController,
    ImportController,
    LookAlikesController,
    MergingController,
    PublicFeedbackController,
    TransferController,
  ],
  providers: [
    Acknowledgements,
    AnswerTemplates,
    Answering,
    Batches,
    FeedbackAttachments,
    FeedbackExport,
    FeedbackImport,
    FeedbackRecords,
    FeedbackService,
    FollowUpLinks,
    FollowUps,
    ImportDrafts,
    ImportFiles,
    ImportMappings,
    ImportReports,
    ImportRuns,
    Intake,
    LookAlikes,
    Merging,
    Qualification,
    ReporterRetention,
    Transfers,
  ],
  exports: [
    FeedbackAttachments,
    FeedbackImport,
    FeedbackRecords,
    FeedbackService,
    FollowUpLinks,
    FollowUps,
    ImportRuns,
    Intake,
    ReporterRetention,
  ],
})
export class FeedbackModule {}

import { Module } from '@nestjs/common';
import { AttachmentsModule } from '../attachments/attachments.module.js';
import { OrganizationModule } from '../organization/organization.module.js';
import { AcknowledgementController } from './acknowledgement.controller.js';
import { Acknowledgements } from './acknowledgement.service.js';
import { AttachmentsController } from './attachments.controller.js';
import { FeedbackAttachments } from './feedback-attachments.service.js';
import { FeedbackExportController } from './feedback-export.controller.js';
import { FeedbackExport } from './feedback-export.service.js';
import { AnswerTemplatesController } from './answer-templates.controller.js';
import { AnswerTemplates } from './answer-templates.service.js';
import { Answering } from './answering.service.js';
import { FeedbackRecords } from './feedback-record.service.js';
import { FeedbackController } from './feedback.controller.js';
import { FeedbackService } from './feedback.service.js';
import { FollowUpLinks } from './follow-up-links.js';
import { Intake } from './intake.service.js';
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
    FeedbackController,
    FeedbackExportController,
    TransferController,
  ],
  providers: [
    Acknowledgements,
    AnswerTemplates,
    Answering,
    FeedbackAttachments,
    FeedbackExport,
    FeedbackRecords,
    FeedbackService,
    FollowUpLinks,
    Intake,
    Qualification,
    ReporterRetention,
    Transfers,
  ],
  exports: [
    FeedbackAttachments,
    FeedbackRecords,
    FeedbackService,
    FollowUpLinks,
    Intake,
    Qualification,
    ReporterRetention,
  ],
})
export class FeedbackModule {}

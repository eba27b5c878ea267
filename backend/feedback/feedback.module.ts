import { Module } from '@nestjs/common';
import { OrganizationModule } from '../organization/organization.module.js';
import { FeedbackImport } from './feedback-import.service.js';
import { FeedbackRecords } from './feedback-record.service.js';
import { FeedbackController } from './feedback.controller.js';
import { FeedbackService } from './feedback.service.js';
import { Intake } from './intake.service.js';
import { PublicFeedbackController } from './public-feedback.controller.js';
import { ReporterRetention } from './reporter-retention.js';

/** What people told us. */
@Module({
  imports: [OrganizationModule],
  controllers: [FeedbackController, PublicFeedbackController],
  providers: [FeedbackImport, FeedbackRecords, FeedbackService, Intake, ReporterRetention],
  exports: [FeedbackImport, FeedbackService, Intake, ReporterRetention],
})
export class FeedbackModule {}

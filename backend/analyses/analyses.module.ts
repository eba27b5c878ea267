import { Global, Module } from '@nestjs/common';
import { FeedbackModule } from '../feedback/feedback.module.js';
import { Studies } from '../feedback/studies.js';
import { OrganizationModule } from '../organization/organization.module.js';
import { AnalysesController } from './analyses.controller.js';
import { AnalysesService } from './analyses.service.js';
import { AnalysisRecords } from './analysis-record.service.js';
import { Causes } from './causes.service.js';
import { FeedbackStudies } from './feedback-studies.js';

/** Lends the feedback's room what it may not know by name: the analyses that cover it. */
@Global()
@Module({
  providers: [{ provide: Studies, useClass: FeedbackStudies }],
  exports: [Studies],
})
export class StudiesModule {}

/** Why things happened, looked for as a team. */
@Module({
  imports: [StudiesModule, FeedbackModule, OrganizationModule],
  controllers: [AnalysesController],
  providers: [AnalysesService, AnalysisRecords, Causes],
  exports: [Causes],
})
export class AnalysesModule {}

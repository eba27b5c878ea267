import { Global, Module } from '@nestjs/common';
import { Consequences } from '../feedback/consequences.js';
import { AnalysesModule } from '../analyses/analyses.module.js';
import { Remedies } from '../analyses/remedies.js';
import { FeedbackModule } from '../feedback/feedback.module.js';
import { OrganizationModule } from '../organization/organization.module.js';
import { PeopleModule } from '../people/people.module.js';
import { Outcomes } from '../surveys/outcomes.js';
import { ActionConsequences } from './action-consequences.js';
import { ActionOutcomes } from './action-outcomes.js';
import { ActionRecords } from './action-record.service.js';
import { ActionTemplatesController } from './action-templates.controller.js';
import { ActionTemplates } from './action-templates.service.js';
import { ActionsExportController } from './actions-export.controller.js';
import { ActionsExport } from './actions-export.service.js';
import { ActionsController } from './actions.controller.js';
import { ActionsService } from './actions.service.js';
import { CauseRemedies } from './cause-remedies.js';
import { DeferralsController } from './deferrals.controller.js';
import { Deferrals } from './deferrals.service.js';
import { NewsService } from './news.service.js';
import { OriginChanges } from './origin-changes.service.js';
import { OriginsController } from './origins.controller.js';
import { Origins } from './origins.service.js';

/** Lends the rooms of what leads to actions what they may not know by name: the actions. */
@Global()
@Module({
  providers: [
    { provide: Consequences, useClass: ActionConsequences },
    { provide: Outcomes, useClass: ActionOutcomes },
    { provide: Remedies, useClass: CauseRemedies },
  ],
  exports: [Consequences, Outcomes, Remedies],
})
export class ConsequencesModule {}

/** What is done about what was said. */
@Module({
  imports: [AnalysesModule, ConsequencesModule, FeedbackModule, OrganizationModule, PeopleModule],
  controllers: [
    ...[ActionsController, ActionsExportController, ActionTemplatesController],
    ...[DeferralsController, OriginsController],
  ],
  providers: [
    ...[ActionRecords, ActionsExport, ActionsService, NewsService, Origins],
    ...[ActionTemplates, Deferrals, OriginChanges],
  ],
  exports: [ActionRecords, ActionsService, Deferrals, NewsService],
})
export class ActionsModule {}

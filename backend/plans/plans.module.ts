import { Global, Module } from '@nestjs/common';
import { ActionsModule } from '../actions/actions.module.js';
import { Programmes } from '../actions/programmes.js';
import { OrganizationModule } from '../organization/organization.module.js';
import { PeopleModule } from '../people/people.module.js';
import { ActionProgrammes } from './action-programmes.js';
import { Objectives } from './objectives.service.js';
import { PlanActions } from './plan-actions.service.js';
import { PlanPapers } from './plan-papers.service.js';
import { PlanRecords } from './plan-record.service.js';
import { PlanTemplatesController } from './plan-templates.controller.js';
import { PlanTemplates } from './plan-templates.service.js';
import { PlansController } from './plans.controller.js';
import { Plans } from './plans.service.js';

/** Lends the actions' room what it may not know by name: the plans that they belong to. */
@Global()
@Module({
  providers: [{ provide: Programmes, useClass: ActionProgrammes }],
  exports: [Programmes],
})
export class ProgrammesModule {}

/** Programmes of actions over months or years. */
@Module({
  imports: [ActionsModule, OrganizationModule, PeopleModule, ProgrammesModule],
  controllers: [PlansController, PlanTemplatesController],
  providers: [Objectives, PlanActions, PlanPapers, PlanRecords, Plans, PlanTemplates],
  exports: [Objectives, Plans],
})
export class PlansModule {}

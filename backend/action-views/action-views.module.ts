import { Module } from '@nestjs/common';
import { ActionsModule } from '../actions/actions.module.js';
import { ActionViewsController } from './action-views.controller.js';
import { ActionViews } from './action-views.service.js';
import { DependenciesController } from './dependencies.controller.js';
import { Dependencies } from './dependencies.service.js';

/** The list of actions seen otherwise, and what comes before what. */
@Module({
  imports: [ActionsModule],
  controllers: [ActionViewsController, DependenciesController],
  providers: [ActionViews, Dependencies],
})
export class ActionViewsModule {}

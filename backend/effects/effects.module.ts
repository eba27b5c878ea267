import { Module } from '@nestjs/common';
import { ActionsModule } from '../actions/actions.module.js';
import { FeedbackModule } from '../feedback/feedback.module.js';
import { OrganizationModule } from '../organization/organization.module.js';
import { PeopleModule } from '../people/people.module.js';
import { EffectController } from './effect.controller.js';
import { Effects } from './effect.service.js';
import { Recurrences } from './recurrences.service.js';
import { Verdicts } from './verdicts.service.js';

/** Whether what was done worked. */
@Module({
  imports: [ActionsModule, FeedbackModule, OrganizationModule, PeopleModule],
  controllers: [EffectController],
  providers: [Effects, Recurrences, Verdicts],
  exports: [Recurrences],
})
export class EffectsModule {}

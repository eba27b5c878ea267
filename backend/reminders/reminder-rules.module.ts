import { Module } from '@nestjs/common';
import { OrganizationModule } from '../organization/organization.module.js';
import { NagLoadController } from './nag-load.controller.js';
import { NagLoads } from './nag-load.service.js';
import { ReminderPreviews } from './reminder-preview.service.js';
import { ReminderRulesController } from './reminder-rules.controller.js';
import { ReminderRulesService } from './reminder-rules.service.js';

/** When people are reminded, seen before it acts, and whether it serves. */
@Module({
  imports: [OrganizationModule],
  controllers: [NagLoadController, ReminderRulesController],
  providers: [NagLoads, ReminderPreviews, ReminderRulesService],
})
export class ReminderRulesModule {}

import { Module } from '@nestjs/common';
import { ActionsModule } from '../actions/actions.module.js';
import { FeedbackModule } from '../feedback/feedback.module.js';
import { OrganizationModule } from '../organization/organization.module.js';
import { PeopleModule } from '../people/people.module.js';
import { DigestService } from './digest.service.js';

/** What people are reminded of, when, and what they answer. */
@Module({
  imports: [ActionsModule, FeedbackModule, OrganizationModule, PeopleModule],
  providers: [DigestService],
  exports: [DigestService],
})
export class RemindersModule {}

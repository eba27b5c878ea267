import { Module } from '@nestjs/common';
import { ActionsModule } from '../actions/actions.module.js';
import { FeedbackModule } from '../feedback/feedback.module.js';
import { OrganizationModule } from '../organization/organization.module.js';
import { PeopleModule } from '../people/people.module.js';
import { WorkModule } from '../work/work.module.js';
import { DigestService } from './digest.service.js';
import { ReplyAddresses } from './reply-addresses.js';
import { InboundMailController } from './inbound-mail.controller.js';
import { InboundMail } from './inbound-mail.service.js';
import { Gestures } from './gestures.service.js';

/** What people are reminded of, when, and what they answer. */
@Module({
  imports: [WorkModule, ActionsModule, FeedbackModule, OrganizationModule, PeopleModule],
  controllers: [InboundMailController],
  providers: [DigestService, Gestures, InboundMail, ReplyAddresses],
  exports: [DigestService, Gestures],
})
export class RemindersModule {}

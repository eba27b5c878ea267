import { Module } from '@nestjs/common';
import { OrganizationModule } from '../organization/organization.module.js';
import { InvitationLetters } from './invitation-letters.js';
import { Invitations } from './invitations.service.js';
import { MailingSweep } from './mailing-sweep.js';
import { MailingsController } from './mailings.controller.js';
import { Mailings } from './mailings.service.js';
import { SurveysController } from './surveys.controller.js';
import { Surveys } from './surveys.service.js';

/** Questions asked to the public, and who is invited to answer them. */
@Module({
  imports: [OrganizationModule],
  controllers: [SurveysController, MailingsController],
  providers: [Surveys, Mailings, InvitationLetters, Invitations, MailingSweep],
  exports: [Surveys, Invitations, MailingSweep],
})
export class SurveysModule {}

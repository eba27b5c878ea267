import { Global, Module } from '@nestjs/common';
import { FaultPages } from '../access/fault-pages.js';
import { FeedbackModule } from '../feedback/feedback.module.js';
import { PeopleModule } from '../people/people.module.js';
import { RemindersModule } from '../reminders/reminders.module.js';
import { SurveysModule } from '../surveys/surveys.module.js';
import { CalmController } from './calm.controller.js';
import { FollowUpDeedsController } from './follow-up-deeds.controller.js';
import { FollowUpController } from './follow-up.controller.js';
import { FollowUpsController } from './follow-ups.controller.js';
import { FollowUps } from './follow-ups.service.js';
import { GestureController } from './gesture.controller.js';
import { InvitedController } from './invited.controller.js';
import { KioskController } from './kiosk.controller.js';
import { NoSurveysController } from './no-surveys.controller.js';
import { OpinionController } from './opinion.controller.js';
import { PublicFaultPages } from './public-fault-pages.js';
import { PublicFeedbackController } from './public-feedback.controller.js';
import { WallModule } from '../wall/wall.module.js';
import { TellController } from './tell.controller.js';
import { PublicWallController } from './wall.controller.js';

/** Lends the access room what it may not know by name: how a fault looks to the public. */
@Global()
@Module({
  providers: [{ provide: FaultPages, useClass: PublicFaultPages }],
  exports: [FaultPages],
})
export class FaultPagesModule {}

/** What people without an account may do, and their pages, drawn here so that they need no script. */
@Module({
  imports: [
    ...[FaultPagesModule, FeedbackModule, PeopleModule],
    ...[RemindersModule, SurveysModule, WallModule],
  ],
  controllers: [
    CalmController,
    TellController,
    InvitedController,
    KioskController,
    FollowUpController,
    FollowUpDeedsController,
    FollowUpsController,
    GestureController,
    NoSurveysController,
    OpinionController,
    PublicFeedbackController,
    PublicWallController,
  ],
  providers: [FollowUps],
})
export class PublicModule {}

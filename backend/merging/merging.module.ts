import { Module } from '@nestjs/common';
import { FeedbackModule } from '../feedback/feedback.module.js';
import { LookAlikesController } from './look-alikes.controller.js';
import { LookAlikes } from './look-alikes.service.js';
import { MergingController } from './merging.controller.js';
import { Merging } from './merging.service.js';

/** What several people say: who said it before, and how their words become one. */
@Module({
  imports: [FeedbackModule],
  controllers: [LookAlikesController, MergingController],
  providers: [LookAlikes, Merging],
})
export class MergingModule {}

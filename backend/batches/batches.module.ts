import { Module } from '@nestjs/common';
import { FeedbackModule } from '../feedback/feedback.module.js';
import { BatchesController } from './batches.controller.js';
import { Batches } from './batches.service.js';

/** Changes of many feedback at once, that can be undone. */
@Module({
  imports: [FeedbackModule],
  controllers: [BatchesController],
  providers: [Batches],
})
export class BatchesModule {}

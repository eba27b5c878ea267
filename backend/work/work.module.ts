import { Module } from '@nestjs/common';
import { ActionsModule } from '../actions/actions.module.js';
import { AttachmentsModule } from '../attachments/attachments.module.js';
import { CommentsController } from './comments.controller.js';
import { Comments } from './comments.service.js';
import { ContributorsController } from './contributors.controller.js';
import { Contributors } from './contributors.service.js';
import { DisowningController } from './disowning.controller.js';
import { Disowning } from './disowning.service.js';
import { EvidenceController } from './evidence.controller.js';
import { Evidence } from './evidence.service.js';
import { StepsController } from './steps.controller.js';
import { Steps } from './steps.service.js';

/** The work on an action: who helps, its steps, what proves it, what is said about it. */
@Module({
  imports: [ActionsModule, AttachmentsModule],
  controllers: [
    ...[CommentsController, ContributorsController, DisowningController],
    ...[EvidenceController, StepsController],
  ],
  providers: [Comments, Contributors, Disowning, Evidence, Steps],
  exports: [Comments, Disowning],
})
export class WorkModule {}

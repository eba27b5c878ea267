import { Module } from '@nestjs/common';
import { FeedbackModule } from '../feedback/feedback.module.js';
import { OrganizationModule } from '../organization/organization.module.js';
import { WallController } from './wall.controller.js';
import { Walls } from './walls.service.js';

/** The walls of expression. */
@Module({
  imports: [FeedbackModule, OrganizationModule],
  controllers: [WallController],
  providers: [Walls],
  exports: [Walls],
})
export class WallModule {}

import { Module } from '@nestjs/common';
import { OrganizationModule } from '../organization/organization.module.js';
import { SurveysController } from './surveys.controller.js';
import { Surveys } from './surveys.service.js';

/** Questions asked to the public. */
@Module({
  imports: [OrganizationModule],
  controllers: [SurveysController],
  providers: [Surveys],
  exports: [Surveys],
})
export class SurveysModule {}

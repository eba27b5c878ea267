import { Module } from '@nestjs/common';
import { OrganizationModule } from '../organization/organization.module.js';
import { IndicatorsController } from './indicators.controller.js';
import { Indicators } from './indicators.service.js';

/** What is measured. */
@Module({
  imports: [OrganizationModule],
  controllers: [IndicatorsController],
  providers: [Indicators],
})
export class IndicatorsModule {}

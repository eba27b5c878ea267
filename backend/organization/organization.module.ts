import { Module } from '@nestjs/common';
import { Organizations } from './organization.service.js';
import { OrganizationsController } from './organizations.controller.js';
import { UnitsController } from './units.controller.js';
import { Units } from './units.service.js';

/** The organisation, its units and its themes. */
@Module({
  controllers: [OrganizationsController, UnitsController],
  providers: [Organizations, Units],
  exports: [Organizations, Units],
})
export class OrganizationModule {}

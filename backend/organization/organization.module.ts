import { Module } from '@nestjs/common';
import { Exports } from './exports.js';
import { Organizations } from './organization.service.js';
import { OrganizationsController } from './organizations.controller.js';
import { UnitsController } from './units.controller.js';
import { Units } from './units.service.js';

/** The organisation, its units and its themes. */
@Module({
  controllers: [OrganizationsController, UnitsController],
  providers: [Exports, Organizations, Units],
  exports: [Exports, Organizations, Units],
})
export class OrganizationModule {}

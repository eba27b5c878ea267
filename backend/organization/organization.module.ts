import { Module } from '@nestjs/common';
import { Exports } from './exports.js';
import { HolidaysController } from './holidays.controller.js';
import { Organizations } from './organization.service.js';
import { OrganizationsController } from './organizations.controller.js';
import { Posters } from './posters.service.js';
import { RulesController } from './rules.controller.js';
import { Rules } from './rules.service.js';
import { Themes } from './themes.service.js';
import { UnitsController } from './units.controller.js';
import { Units } from './units.service.js';

/** The organisation, its units and its themes. */
@Module({
  controllers: [HolidaysController, OrganizationsController, RulesController, UnitsController],
  providers: [Exports, Organizations, Posters, Rules, Themes, Units],
  exports: [Exports, Organizations, Units],
})
export class OrganizationModule {}

import { Module } from '@nestjs/common';
import { OrganizationModule } from '../organization/organization.module.js';
import { FirstRunController } from './first-run.controller.js';
import { PeopleController } from './people.controller.js';
import { People } from './people.service.js';
import { PreferencesController } from './preferences.controller.js';
import { Preferences } from './preferences.service.js';
import { ViewsController } from './views.controller.js';
import { Views } from './views.service.js';

/** The members of an organisation. */
@Module({
  imports: [OrganizationModule],
  controllers: [FirstRunController, PeopleController, PreferencesController, ViewsController],
  providers: [People, Preferences, Views],
  exports: [People, Preferences],
})
export class PeopleModule {}

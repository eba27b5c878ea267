import { Module } from '@nestjs/common';
import { OrganizationModule } from '../organization/organization.module.js';
import { FirstRunController } from './first-run.controller.js';
import { PeopleController } from './people.controller.js';
import { People } from './people.service.js';
import { ViewsController } from './views.controller.js';
import { Views } from './views.service.js';

/** The members of an organisation. */
@Module({
  imports: [OrganizationModule],
  controllers: [FirstRunController, PeopleController, ViewsController],
  providers: [People, Views],
  exports: [People],
})
export class PeopleModule {}

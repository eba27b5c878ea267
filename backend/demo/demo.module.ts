import { Module } from '@nestjs/common';
import { EffectsModule } from '../effects/effects.module.js';
import { OrganizationModule } from '../organization/organization.module.js';
import { PeopleModule } from '../people/people.module.js';
import { Demo } from './demo.js';

/** The demonstration. */
@Module({
  imports: [EffectsModule, OrganizationModule, PeopleModule],
  providers: [Demo],
  exports: [Demo],
})
export class DemoModule {}

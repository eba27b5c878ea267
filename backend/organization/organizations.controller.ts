import { Body, Controller, Get, HttpCode, Patch } from '@nestjs/common';
import type { Member } from '../access/member.js';
import { Me, Requires } from '../access/requires.js';
import { UpdateOrganizationDto, type ThemeDto } from './organization.dto.js';
import { Organizations } from './organization.service.js';

/** The organisation's own settings. */
@Controller()
export class OrganizationsController {
  constructor(private readonly organizations: Organizations) {}

  /** Changes the organisation's name or colour. */
  @Patch('organizations/mine')
  @HttpCode(204)
  @Requires('unit.manage')
  update(@Me() me: Member, @Body() changes: UpdateOrganizationDto): Promise<void> {
    return this.organizations.update(me, changes);
  }

  /** What feedback can be about. */
  @Get('themes')
  @Requires('feedback.read')
  themes(@Me() me: Member): Promise<ThemeDto[]> {
    return this.organizations.themes(me);
  }
}

import { Body, Controller, Post, Res } from '@nestjs/common';
import { RouteConfig } from '@nestjs/platform-fastify';
import type { FastifyReply } from 'fastify';
import { perVisitor } from '../access/rate-limits.js';
import { Requires } from '../access/requires.js';
import { SessionCookie } from '../access/session.cookie.js';
import type { SessionDto } from '../access/session.dto.js';
import { SessionService } from '../access/session.service.js';
import { OpenOrganizationDto } from '../organization/organization.dto.js';
import { Organizations } from '../organization/organization.service.js';
import { People } from './people.service.js';

/** The first run: the first organisation and its administrator. */
@Controller('organizations')
export class FirstRunController {
  constructor(
    private readonly organizations: Organizations,
    private readonly people: People,
    private readonly sessions: SessionService,
    private readonly cookie: SessionCookie,
  ) {}

  /** Opens the first organisation, and signs its administrator in; refused once there is one. */
  @Post()
  @Requires('nobody')
  @RouteConfig({ rateLimit: perVisitor })
  async open(
    @Body() { organizationName, name, email, password }: OpenOrganizationDto,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<SessionDto> {
    const token = await this.organizations.first(async () => {
      let personId = '';
      const opened = await this.organizations.open(organizationName, async (tx, tenant) => {
        personId = await this.people.add(tx, name, email, 'administrator', tenant.rootUnitId);
        await this.people.activate(tx, tenant, personId, password);
      });
      return this.sessions.open({ ...opened, personId });
    });
    return this.cookie.give(reply, token);
  }
}

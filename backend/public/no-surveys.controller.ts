import { Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { RouteConfig } from '@nestjs/platform-fastify';
import { ApiExcludeController } from '@nestjs/swagger';
import { perVisitor } from '../access/rate-limits.js';
import { Requires } from '../access/requires.js';
import { Invitations, type Left } from '../surveys/invitations.service.js';
import { draw } from './draw.js';
import { TakesForms } from './forms.js';
import { noSurveysTemplate } from './no-surveys.template.js';
import { Reading, type Reader } from './reader.js';

/** `/desabonnement/enquetes`: whoever was invited asks for no more surveys, from the letter itself. */
@Controller('desabonnement/enquetes/:token')
@Requires('nobody')
@ApiExcludeController()
export class NoSurveysController {
  constructor(private readonly invitations: Invitations) {}

  /** Says what would change, and asks. */
  @Get()
  @RouteConfig({ rateLimit: perVisitor })
  async ask(@Param('token') token: string, @Reading() reader: Reader): Promise<string> {
    return page(reader, token, await this.invitations.ofLetter(token));
  }

  /** Writes no more and erases the address; a mail program asks so with one click (RFC 8058). */
  @Post()
  @HttpCode(200)
  @TakesForms()
  async leave(@Param('token') token: string, @Reading() reader: Reader): Promise<string> {
    return page(reader, token, await this.invitations.leave(token));
  }
}

function page(reader: Reader, token: string, { left, ...organization }: Left): string {
  const path = `/desabonnement/enquetes/${encodeURIComponent(token)}`;
  const title = reader.t(left ? 'public.noSurveys.done' : 'public.noSurveys.title');
  return draw(
    noSurveysTemplate,
    { reader, organization, path, title },
    {
      ...{
        left,
        title,
        action: reader.link(path),
        organizationName: organization.organizationName,
      },
    },
  );
}

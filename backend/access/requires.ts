import {
  createParamDecorator,
  Param,
  ParseUUIDPipe,
  SetMetadata,
  type ExecutionContext,
} from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import type { Permission } from '../domain/permissions.js';
import { Refusal } from '../domain/refusal.js';
import type { Member } from './member.js';

/** What a route asks of whoever calls it. */
export type Requirement = Permission | 'signed-in' | 'nobody';
export const requirementKey = 'boucle:requires';

/** A request once the guard has let it through. */
export interface KnownRequest extends FastifyRequest {
  member?: Member;
}

/** The permission that a route needs; a route without this is refused to all. */
export const Requires = (requirement: Requirement) => SetMetadata(requirementKey, requirement);

/** The member who asks. */
export const Me = createParamDecorator((_: unknown, context: ExecutionContext): Member => {
  const { member } = context.switchToHttp().getRequest<KnownRequest>();
  if (!member) throw new Refusal('unauthenticated', 'session.missing');
  return member;
});

/** The id in the path; one that is not an id stands for nothing. */
export const Id = (name = 'id') =>
  Param(
    name,
    new ParseUUIDPipe({ exceptionFactory: () => new Refusal('unknown', 'record.unknown') }),
  );

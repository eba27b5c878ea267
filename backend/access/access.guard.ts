import { Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { Refusal } from '../domain/refusal.js';
import { requirementKey, type KnownRequest, type Requirement } from './requires.js';
import { sessionCookie } from './session.cookie.js';
import { SessionService } from './session.service.js';

/** Closed by default: lets through only what a route's requirement allows. */
@Injectable()
export class AccessGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    private readonly sessions: SessionService,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const requirement = this.reflector.getAllAndOverride<Requirement | undefined>(requirementKey, [
      context.getHandler(),
      context.getClass(),
    ]);
    if (!requirement) throw new Refusal('forbidden', 'route.closed');
    if (requirement === 'nobody') return true;
    const request = context.switchToHttp().getRequest<KnownRequest>();
    const token = request.cookies[sessionCookie];
    const member = token ? await this.sessions.whose(token) : null;
    if (!member) throw new Refusal('unauthenticated', 'session.missing');
    if (requirement !== 'signed-in') member.must(requirement);
    request.member = member;
    return true;
  }
}

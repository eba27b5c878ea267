import { Global, Module } from '@nestjs/common';
import { APP_FILTER, APP_GUARD, APP_PIPE } from '@nestjs/core';
import { AccessGuard } from './access.guard.js';
import { Doors } from './doors.js';
import { ErrorsFilter } from './errors.filter.js';
import { HealthController } from './health.controller.js';
import { inputPipe } from './invalid-input.js';
import { KnownMembers } from './known-members.js';
import { ReplyTokens } from './reply-tokens.js';
import { SignedLinks } from './signed-links.js';
import { SessionController } from './session.controller.js';
import { SessionCookie } from './session.cookie.js';
import { SessionService } from './session.service.js';

/** Who asks and what they may. */
@Global()
@Module({
  controllers: [SessionController, HealthController],
  providers: [
    Doors,
    KnownMembers,
    ReplyTokens,
    SessionCookie,
    SessionService,
    SignedLinks,
    { provide: APP_GUARD, useClass: AccessGuard },
    { provide: APP_PIPE, useValue: inputPipe },
    { provide: APP_FILTER, useClass: ErrorsFilter },
  ],
  exports: [Doors, KnownMembers, ReplyTokens, SessionCookie, SessionService, SignedLinks],
})
export class AccessModule {}

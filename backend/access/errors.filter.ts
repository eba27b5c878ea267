import {
  Catch,
  HttpException,
  Logger,
  type ArgumentsHost,
  type ExceptionFilter,
} from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { QueryFailedError } from 'typeorm';
import { Refusal, type RefusalKind } from '../domain/refusal.js';
import { preferredLanguage, sayCode } from '../words/words.js';
import type { ErrorDto } from './error.dto.js';
import { FaultPages } from './fault-pages.js';
import { InvalidInput } from './invalid-input.js';

/** A fault as it leaves: the status and the code. */
interface Verdict {
  status: number;
  code: string;
  details?: Record<string, unknown>;
}

const statusOf: Record<RefusalKind, number> = {
  invalid: 400,
  unauthenticated: 401,
  forbidden: 403,
  unknown: 404,
  conflict: 409,
  gone: 410,
  too_large: 413,
  unsupported: 415,
  excessive: 429,
};

/** PostgreSQL's SQLSTATE, or the first two signs of its class. */
const databaseFaults: Record<string, Verdict> = {
  '22021': { status: 400, code: 'input.invalid_character' },
  '22P05': { status: 400, code: 'input.invalid_character' },
  // Out of what the column can hold, such as a day before our era.
  '22': { status: 400, code: 'input.invalid' },
  '40001': { status: 409, code: 'busy' },
  '40P01': { status: 409, code: 'busy' },
  '53100': { status: 507, code: 'disk.full' },
  // Out of connections or of memory for now.
  '53': { status: 503, code: 'database.down' },
  '08': { status: 503, code: 'database.down' },
  '57': { status: 503, code: 'database.down' },
};

/** The database's own gates, by the name of their constraint. */
const gates: Record<string, Verdict> = {
  action_has_origin: { status: 400, code: 'action.origin_missing' },
  action_template_name: { status: 409, code: 'action_template.exists' },
  analysis_has_feedback: { status: 409, code: 'analysis.feedback_missing' },
  cause_has_action: { status: 409, code: 'cause.has_action' },
  closed_is_settled: { status: 409, code: 'feedback.action_open' },
  objective_has_plan: { status: 400, code: 'plan.objective_unknown' },
  objective_of_plan: { status: 400, code: 'plan.objective_unknown' },
  plan_lasts: { status: 400, code: 'plan.ends_before_start' },
  deferral_is_asked_once: { status: 409, code: 'deferral.asked_already' },
  deferral_not_by_asker: { status: 403, code: 'deferral.own' },
  disowned_is_open: { status: 409, code: 'move.forbidden' },
  due_date_has_reason: { status: 409, code: 'deferral.missing' },
  settled_has_outcome: { status: 409, code: 'feedback.nothing_done' },
  dependency_leads_back: { status: 409, code: 'action.dependency_circle' },
  starts_before_due: { status: 400, code: 'action.start_after_due' },
  // What was looked for first, and came in at the same moment.
  action_comment_pkey: { status: 409, code: 'busy' },
  action_evidence_pkey: { status: 409, code: 'busy' },
  action_step_pkey: { status: 409, code: 'busy' },
  link_is_https: { status: 400, code: 'evidence.link_unsafe' },
  cause_pkey: { status: 409, code: 'busy' },
  plan_objective_pkey: { status: 409, code: 'busy' },
  participant_pkey: { status: 409, code: 'busy' },
  campaign_organization_id_survey_id_unit_id_key: { status: 409, code: 'campaign.exists' },
  saved_view_name: { status: 409, code: 'view.exists' },
  criticality_grid_pkey: { status: 409, code: 'grid.changed' },
  person_email: { status: 409, code: 'person.exists' },
  // Nobody is invited twice, nor a sending made twice, by two who send at the same moment.
  survey_invitation_address: { status: 409, code: 'busy' },
  survey_mailing_pkey: { status: 409, code: 'busy' },
  verified_has_evidence: { status: 400, code: 'cause.evidence_missing' },
  verdict_not_by_owner: { status: 403, code: 'action.verdict_by_owner' },
  whys_are_five: { status: 400, code: 'cause.too_deep' },
  verifier_not_owner: { status: 400, code: 'action.verifier_is_owner' },
};

const httpCodes: Record<number, string> = {
  400: 'input.unreadable',
  404: 'route.unknown',
  413: 'input.too_large',
  415: 'input.unreadable',
  429: 'rate.exceeded',
};

/** Turns whatever was thrown into `{ code, message, details }`, or a page, in the reader's language. */
@Catch()
export class ErrorsFilter implements ExceptionFilter {
  private readonly logger = new Logger('Fault');

  constructor(private readonly pages: FaultPages) {}

  catch(error: unknown, host: ArgumentsHost): void {
    const http = host.switchToHttp();
    const request = http.getRequest<FastifyRequest>();
    const { status, code, details = {} } = this.judge(error);
    if (status >= 500) {
      const stack = error instanceof Error ? error.stack : String(error);
      // The address of the route, and not the one that was asked for: it may hold somebody's code.
      this.logger.error(`${request.method} ${request.routeOptions.url ?? 'nowhere'}: ${stack}`);
    }
    const reply = http.getResponse<FastifyReply>().status(status);
    const page = this.pages.page(request, { status, code, details });
    if (page !== null) return void reply.send(page);
    const language = preferredLanguage(request.headers['accept-language']);
    const message = sayCode(language, code, details);
    const fields = error instanceof InvalidInput ? { fields: error.sentences(language) } : {};
    const body: ErrorDto = { code, message, details: { ...details, ...fields } };
    void reply.send(body);
  }

  private judge(error: unknown): Verdict {
    if (error instanceof Refusal) {
      return { status: statusOf[error.kind], code: error.code, details: error.details };
    }
    if (error instanceof InvalidInput) return { status: 400, code: 'input.invalid' };
    if (error instanceof HttpException) {
      return { status: error.getStatus(), code: httpCodes[error.getStatus()] ?? 'fault' };
    }
    // What fails before a query, such as to connect, comes as it is; what fails during one, wrapped.
    return judgeDatabase(error instanceof QueryFailedError ? error.driverError : error);
  }
}

interface DatabaseError {
  code?: string;
  constraint?: string;
}

function judgeDatabase(error: unknown): Verdict {
  const { code = '', constraint = '' } = error as DatabaseError;
  const isCutOff =
    code.startsWith('ECONN') || /timeout exceeded|Connection terminated/.test(String(error));
  if (isCutOff) return { status: 503, code: 'database.down' };
  return (
    gates[constraint] ??
    databaseFaults[code] ??
    databaseFaults[code.slice(0, 2)] ?? { status: 500, code: 'fault' }
  );
}

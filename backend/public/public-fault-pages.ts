import { Injectable } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { FaultPages, type Fault } from '../access/fault-pages.js';
import { attachmentAccept } from '../domain/attachments.js';
import { sayCode } from '../words/words.js';
import { isPublicPage } from './addresses.js';
import { draw } from './draw.js';
import { hasFiles, typedIn } from './forms.js';
import { problemTemplate } from './problem.template.js';
import { readerOf, type Reader } from './reader.js';

/** The fields that hold what somebody wrote, in one form or another. */
const ownWords = ['body', 'comment', 'note', 'reason'];

/** A link that has done what it was for: nothing went wrong. */
const served = new Set(['door.unknown.survey_invitation', 'survey.over']);

/** Tells on a public page what went wrong there, and gives back what was being sent. */
@Injectable()
export class PublicFaultPages extends FaultPages {
  page(request: FastifyRequest, { status, code, details }: Fault): string | null {
    const [path = ''] = request.url.split('?');
    if (!isPublicPage(path)) return null;
    const reader = readerOf(request);
    const heading = reader.t(served.has(code) ? 'public.opinion.served' : 'public.fault.title');
    // What passes: too many at once, or a fault of ours.
    const passing = status >= 429 || status === 409;
    const typed = typedIn(request);
    const isKept = passing && Object.keys(typed).length > 0;
    return draw(
      problemTemplate,
      {
        ...{ reader, organization: null },
        title: heading,
        path: request.method === 'GET' ? path : null,
      },
      {
        ...{ heading, passing, action: reader.link(path) },
        sentence: sayCode(reader.language, code, details),
        typed: isKept && typed,
        accept: hasFiles(request) && attachmentAccept,
        onward: onwardFrom(reader, path, details),
        words: ownWords.map((name) => typed[name]).find(Boolean) ?? '',
      },
    );
  }
}

/** Where somebody goes on to: a member to the room that their link was about, the public to its own. */
function onwardFrom(
  { t, link }: Reader,
  path: string,
  { actionId }: Record<string, unknown>,
): { href: string; words: string } {
  if (path.startsWith('/desabonnement/')) {
    return { href: '/preferences', words: t('calm.preferences') };
  }
  if (!path.startsWith('/r/')) return { href: link('/suivi'), words: t('public.tell.followLink') };
  return typeof actionId === 'string'
    ? { href: `/actions/${actionId}`, words: t('gesture.record') }
    : { href: '/', words: t('gesture.open') };
}

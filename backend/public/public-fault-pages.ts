import { Injectable } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { FaultPages, type Fault } from '../access/fault-pages.js';
import { attachmentAccept } from '../domain/attachments.js';
import { sayCode } from '../words/words.js';
import { isPublicPage } from './addresses.js';
import { draw } from './draw.js';
import { hasFiles, typedIn } from './forms.js';
import { problemTemplate } from './problem.template.js';
import { readerOf } from './reader.js';

/** Tells on a public page what went wrong there, and gives back what was being sent. */
@Injectable()
export class PublicFaultPages extends FaultPages {
  page(request: FastifyRequest, { status, code, details }: Fault): string | null {
    const [path = ''] = request.url.split('?');
    if (!isPublicPage(path)) return null;
    const reader = readerOf(request);
    // What passes: too many at once, or a fault of ours.
    const passing = status >= 429 || status === 409;
    const typed = typedIn(request);
    const isKept = passing && Object.keys(typed).length > 0;
    return draw(
      problemTemplate,
      {
        ...{ reader, organization: null },
        title: reader.t('public.fault.title'),
        path: request.method === 'GET' ? path : null,
      },
      {
        ...{ passing, action: reader.link(path) },
        sentence: sayCode(reader.language, code, details),
        typed: isKept && typed,
        accept: hasFiles(request) && attachmentAccept,
        ofStaff: path.startsWith('/r/'),
        words: typed['body'] ?? typed['comment'] ?? '',
      },
    );
  }
}

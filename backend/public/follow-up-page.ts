import { attachmentAccept, fileMaximumMegabytes } from '../domain/attachments.js';
import { readCode } from '../domain/codes.js';
import { isSettled } from '../domain/feedback.js';
import type { FollowUpDto } from '../feedback/follow-up.dto.js';
import { codeTemplate } from './code.template.js';
import { draw } from './draw.js';
import { followUpTemplate } from './follow-up.template.js';
import type { ToMend } from './forms.js';
import type { Reader } from './reader.js';

/** Where a code is typed; again, with what is wrong about it. */
export function codePage(reader: Reader, typed = '', wrong = ''): string {
  const { t } = reader;
  const title = t('public.followUp.title');
  return draw(
    codeTemplate,
    {
      ...{ reader, path: '/suivi', organization: null },
      title: wrong ? t('public.errors.page', { title }) : title,
    },
    {
      ...{ typed, wrong },
      mend: wrong && { fields: { code: wrong } },
      names: { code: t('public.followUp.code') },
    },
  );
}

/** What whoever holds the code sees, and may still do; `mend` is why a deed came back. */
export function followUpPage(
  reader: Reader,
  typed: string,
  told: FollowUpDto,
  mend?: ToMend,
): string {
  const { t, day, link } = reader;
  const code = readCode(typed);
  const path = `/suivi/${code}`;
  const { kind, unitName: unit, receivedOn, reference } = told;
  return draw(
    followUpTemplate,
    { reader, path, organization: told, title: t(`public.state.${told.state}`) },
    {
      ...{ told, code, mend, names: {}, steps: told.thread, accept: attachmentAccept },
      reference: t('public.followUp.reference', { reference }),
      about: t('public.followUp.told', {
        ...{ kind: t(`public.kind.${kind}`), unit, day: day(receivedOn) },
      }),
      fileAt: (id: string) => `/api/public/follow-ups/${code}/attachments/${id}`,
      deed: (name: string) => link(`${path}/${name}`),
      mayAttach: !isSettled(told.state),
      megabytes: fileMaximumMegabytes,
    },
  );
}

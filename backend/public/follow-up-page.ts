import { readCode } from '../domain/codes.js';
import type { FollowUpDto } from '../feedback/feedback.dto.js';
import { codeTemplate } from './code.template.js';
import { draw } from './draw.js';
import { followUpTemplate } from './follow-up.template.js';
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

/** What whoever holds the code sees. */
export function followUpPage(reader: Reader, typed: string, told: FollowUpDto): string {
  const { t, day } = reader;
  const code = readCode(typed);
  const { kind, unitName: unit, receivedOn, reference } = told;
  return draw(
    followUpTemplate,
    {
      ...{ reader, path: `/suivi/${code}`, organization: told },
      title: t(`public.state.${told.state}`),
    },
    {
      ...{ told, code, steps: told.thread },
      reference: t('public.followUp.reference', { reference }),
      about: t('public.followUp.told', {
        ...{ kind: t(`public.kind.${kind}`), unit, day: day(receivedOn) },
      }),
    },
  );
}

import { attachmentAccept, fileMaximumMegabytes } from '../domain/attachments.js';
import type { ThreadStep } from '../domain/thread.js';
import type { FeedbackReceiptDto, PublicUnitDto } from '../feedback/intake.dto.js';
import { draw } from './draw.js';
import type { Reader } from './reader.js';
import { thanksTemplate } from './thanks.template.js';

/** What came in, where it stands, and where to type its code. */
export interface Received {
  receipt: FeedbackReceiptDto;
  thread: ThreadStep[];
  address: string;
}

/** Thanks for a word. Another language leads to the follow-up, as this page can't be asked for. */
export function thanksPage(
  reader: Reader,
  key: string,
  unit: PublicUnitDto,
  { receipt, thread, address }: Received,
): string {
  const form = `/p/${encodeURIComponent(key)}`;
  const path = `/suivi/${receipt.followUpCode}`;
  return draw(
    thanksTemplate,
    { reader, path, organization: unit, title: reader.t('public.thanks.title') },
    {
      ...{ receipt, address, draft: form, unitName: unit.unitName, steps: thread },
      followUp: reader.link(path),
      again: reader.link(form),
      accept: attachmentAccept,
      megabytes: fileMaximumMegabytes,
      deed: (name: string) => reader.link(`${path}/${name}`),
    },
  );
}

import { randomUUID } from 'node:crypto';
import type { Smiley } from '../domain/satisfaction.js';
import type { PublicCampaignDto } from '../surveys/surveys.dto.js';
import { draw } from './draw.js';
import type { IconName } from './icons.js';
import { opinionTemplate, opinionThanksTemplate } from './opinion.template.js';
import type { Reader } from './reader.js';
import type { Returned } from './tell-page.js';

const faces: Record<Smiley, IconName> = { good: 'smile', medium: 'meh', bad: 'frown' };

/** The question of a campaign; `invited` is whoever came by a link of their own. */
export function opinionPage(
  reader: Reader,
  path: string,
  campaign: PublicCampaignDto,
  { typed, mend, invited = false }: Partial<Returned> & { invited?: boolean } = {},
): string {
  const { t } = reader;
  const { question, unitName } = campaign;
  return draw(
    opinionTemplate,
    {
      ...{ reader, path, organization: campaign },
      title: mend ? t('public.errors.page', { title: question }) : question,
    },
    {
      ...{ faces, question, unitName, mend, action: reader.link(path) },
      anonymous: t(invited ? 'public.opinion.invited' : 'public.opinion.anonymous'),
      // The answer's own name: nothing came in under it yet where there is something to mend.
      id: randomUUID(),
      typed: { smiley: '', comment: '', ...typed },
      wrong: { smiley: '', comment: '', ...mend?.fields },
      names: { smiley: t('public.opinion.answer') },
    },
  );
}

/** Thanks for it; `again` is where the next person answers, if anybody may. */
export function opinionThanksPage(
  reader: Reader,
  path: string,
  campaign: PublicCampaignDto,
  again: string | null,
): string {
  const title = reader.t('public.opinion.thanks');
  return draw(
    opinionThanksTemplate,
    { reader, title, path, organization: campaign },
    { unitName: campaign.unitName, action: again && reader.link(again) },
  );
}

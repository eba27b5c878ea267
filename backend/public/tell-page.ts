import {
  attachmentAccept,
  fileMaximumMegabytes,
  publicAttachmentsMaximum,
} from '../domain/attachments.js';
import { newFollowUpCode } from '../domain/codes.js';
import { feedbackKinds, publicReporterKinds, retentionYears } from '../domain/feedback.js';
import type { PublicUnitDto } from '../feedback/intake.dto.js';
import { draw } from './draw.js';
import type { ToMend, Typed } from './forms.js';
import type { IconName } from './icons.js';
import type { Reader } from './reader.js';
import { tellTemplate } from './tell.template.js';

export const pictures: Record<(typeof feedbackKinds)[number], IconName> = {
  anomaly: 'triangle-alert',
  suggestion: 'lightbulb',
  complaint: 'megaphone',
  compliment: 'heart',
};

// An address and a number are written from left to right in every language.
const contacts = [
  { name: 'email', type: 'email', dir: 'ltr' },
  { name: 'phone', type: 'tel', dir: 'ltr' },
  { name: 'name', type: 'text', dir: 'auto' },
] as const;

/** A form that comes back to whoever sent it, with what they typed. */
export interface Returned {
  typed: Typed;
  mend: ToMend;
}

/** The form of a unit; a fresh code makes sure that what is sent twice comes in once. */
export function tellPage(
  reader: Reader,
  key: string,
  unit: PublicUnitDto,
  { typed, mend }: Partial<Returned> = {},
): string {
  const { t } = reader;
  const path = `/p/${encodeURIComponent(key)}`;
  const title = t('public.tell.page');
  const fields = mend && sentencesFor(reader, mend.fields);
  return draw(
    tellTemplate,
    {
      ...{ reader, path, organization: unit },
      title: mend ? t('public.errors.page', { title }) : title,
    },
    {
      ...{ pictures, contacts, unitName: unit.unitName },
      action: reader.link(path),
      followUpCode: newFollowUpCode(),
      kinds: feedbackKinds,
      reporters: publicReporterKinds,
      accept: attachmentAccept,
      limits: { megabytes: fileMaximumMegabytes, maximum: publicAttachmentsMaximum },
      empty: t('field.isNotEmpty'),
      kept: reader.years(retentionYears),
      typed: { body: '', email: '', phone: '', name: '', website: '', ...typed },
      mend: mend && { ...mend, fields },
      wrong: {
        kind: '',
        body: '',
        reporter: '',
        email: '',
        phone: '',
        name: '',
        website: '',
        files: '',
        ...fields,
      },
      names: namesOf(reader),
    },
  );
}

/** Only what stands on the page; the trap, which some machines of honest people fill, says what it is. */
function sentencesFor({ t }: Reader, fields: Record<string, string>): Record<string, string> {
  return fields['website'] ? { ...fields, website: t('public.tell.websiteFilled') } : fields;
}

function namesOf({ t }: Reader): Record<string, string> {
  return {
    kind: t('public.tell.kind'),
    body: t('public.tell.body'),
    files: t('public.tell.files'),
    reporter: t('public.tell.reporter'),
    email: t('public.tell.email'),
    phone: t('public.tell.phone'),
    name: t('public.tell.name'),
    website: t('public.tell.website'),
  };
}

import { newFollowUpCode } from '../../../backend/domain/codes';
import type { loggedChannels, FeedbackKind, ReporterKind } from '../../../backend/domain/feedback';
import type { CreateFeedbackDto } from '../../../backend/feedback/intake.dto';

/** What is typed of a word before it is sent; a form holds no absence, hence the empty strings. */
export interface Word {
  kind: FeedbackKind | '';
  body: string;
  unitId: string;
  channel: (typeof loggedChannels)[number];
  reporter: ReporterKind;
  name: string;
  email: string;
  phone: string;
  /** Made here, so that the same word sent twice comes in once. */
  followUpCode: string;
}

export function blankWord(unitId: string): Word {
  return {
    kind: '',
    body: '',
    unitId,
    channel: 'front_desk',
    reporter: 'user',
    name: '',
    email: '',
    phone: '',
    followUpCode: newFollowUpCode(),
  };
}

/** The next person at the same desk: the service and the channel stay. */
export function nextWord({ unitId, channel }: Word): Word {
  return { ...blankWord(unitId), channel };
}

/** As the server takes it: what was left empty is not sent. */
export function wordOf({ kind, name, email, phone, ...said }: Word): CreateFeedbackDto {
  const contact = Object.entries({ name, email, phone })
    .map(([part, typed]) => [part, typed.trim()] as const)
    .filter(([, typed]) => typed !== '');
  return { ...said, kind: kind as FeedbackKind, ...Object.fromEntries(contact) };
}

import type { Day } from '../domain/days.js';
import type { Block, Letterhead } from '../mail/compose.js';
import type { Draft } from '../mail/outbox.js';
import { say, sayDay } from '../words/words.js';

/** What stands in an invitation to answer a survey, and in its reminder. */
export interface Invited {
  email: string;
  unit: string;
  question: string;
  /** The last day on which the link answers. */
  endsOn: Day;
  /** Theirs alone, and good for one answer. */
  link: string;
  /** Where they say that they want no more surveys. */
  unsubscribe: string;
}

/** Asks for an opinion; says what is kept, and how often they will hear of it. */
export function surveyInvitation(
  head: Letterhead,
  { reminds, ...invited }: Invited & { reminds: boolean },
): Draft {
  const { language, organization } = head;
  return {
    kind: 'survey_invitation',
    subject: say(language, 'mail.survey.subject', { unit: invited.unit }),
    ...around(language, invited, {
      before: say(language, 'mail.survey.body', { organization, unit: invited.unit }),
      after: say(language, reminds ? 'mail.survey.twice' : 'mail.survey.once'),
    }),
  };
}

/** Asks once more whoever has not answered, and says that it is the last time. */
export function surveyReminder({ language }: Letterhead, invited: Invited): Draft {
  return {
    kind: 'survey_reminder',
    subject: say(language, 'mail.survey.reminder.subject', { unit: invited.unit }),
    ...around(language, invited, {
      before: say(language, 'mail.survey.reminder.body', { unit: invited.unit }),
      after: say(language, 'mail.survey.reminder.last'),
    }),
  };
}

function around(
  language: string,
  { email, question, endsOn, link, unsubscribe }: Invited,
  { before, after }: { before: string; after: string },
): Pick<Draft, 'recipient' | 'unsubscribe' | 'blocks'> {
  const blocks: Block[] = [
    { kind: 'paragraph', text: say(language, 'mail.greeting_nameless') },
    { kind: 'paragraph', text: before },
    { kind: 'quote', text: question },
    { kind: 'button', text: say(language, 'mail.survey.link'), href: link },
    {
      kind: 'paragraph',
      text: say(language, 'mail.survey.until', { day: sayDay(language, endsOn) }),
    },
    { kind: 'small', text: `${say(language, 'mail.survey.anonymous')} ${after}` },
    {
      kind: 'item',
      text: say(language, 'mail.survey.stop'),
      detail: say(language, 'mail.survey.stopped'),
      href: unsubscribe,
    },
  ];
  return { recipient: email, unsubscribe, blocks };
}

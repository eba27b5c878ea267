import type { fr } from './fr.js';
import type { publicFr } from './public.fr.js';

/** What the public may read besides its own pages: refusals, and the letters to whoever spoke. */
type AlsoPublic =
  | 'fault'
  | 'busy'
  | 'database.down'
  | 'disk.full'
  | 'rate.exceeded'
  | 'route.unknown'
  | 'input.unreadable'
  | 'input.too_large'
  | 'input.invalid'
  | 'input.invalid_character'
  | 'door.unknown.unit'
  | 'door.unknown.campaign'
  | 'door.unknown.follow_up'
  | 'door.unknown.survey_invitation'
  | 'survey.over'
  | 'link.unknown'
  | 'door.expired'
  | 'feedback.code_taken'
  | 'usefulness.too_early'
  | 'field.isNotEmpty'
  | 'field.minLength'
  | 'field.maxLength'
  | 'field.isEmail'
  | 'field.isIn'
  | 'field.other'
  | 'mail.automatic'
  | Extract<keyof typeof fr, `mail.greeting${string}`>
  | Extract<
      keyof typeof fr,
      `mail.${'acknowledgement' | 'answer' | 'closing' | 'news' | 'survey' | 'transfer'}.${string}`
    >
  | Extract<keyof typeof fr, `attachment.${string}`>;

/** A sentence that must exist in every language the public may choose. */
export type PublicSentence = AlsoPublic | keyof typeof publicFr;

/** A language of the public: what the public never reads stays in French. */
export type PublicWords = Record<PublicSentence, string>;

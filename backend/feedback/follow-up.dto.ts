import type { AttachmentDto } from '../attachments/attachments.dto.js';
import type { ActionKind, ActionState } from '../domain/action.js';
import type { FeedbackKind, FeedbackState } from '../domain/feedback.js';
import type { ThreadStep } from '../domain/thread.js';
import type { UsefulnessDto } from './answering.dto.js';
import type { PublicTransferDto } from './transfer.dto.js';

/** What somebody sees with their follow-up code: public words, no name of any member. */
export interface FollowUpDto {
  reference: string;
  organizationName: string;
  colour: string;
  unitName: string;
  kind: FeedbackKind;
  /** That of the one that it joined, where it joined one. */
  state: FeedbackState;
  /** Whether it joined another, which says the same. */
  joined: boolean;
  /** Who takes care of it outside. */
  partner: PublicTransferDto | null;
  body: string;
  receivedOn: string;
  dismissalReason: string | null;
  /** How many files came with the message; what is in them is for those who must answer. */
  attachmentCount: number;
  answers: { body: string; at: string; attachments: AttachmentDto[] }[];
  /** What was decided; never its title, which may hold a name. */
  actions: { kind: ActionKind; state: ActionState; dueOn: string }[];
  thread: ThreadStep[];
  /** Whether letters tell when an action moves; null where no address was left. */
  news: boolean | null;
  /** What was said of its usefulness; asked once it is closed. */
  usefulness: UsefulnessDto | null;
}

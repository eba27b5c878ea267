import type { ActionSummaryDto } from '../actions/actions.dto.js';
import type { DeferralToDecideDto } from '../actions/deferrals.dto.js';
import type { CallDto } from '../work/comments.dto.js';
import type { OwedStepDto } from '../work/steps.dto.js';
import type { FeedbackSummaryDto } from '../feedback/feedback.dto.js';

/** A short list and how long it really is. */
export interface Owed<Item> {
  items: Item[];
  total: number;
}

/** What I owe today; a part that my roles do not have is null. */
export interface HomeDto {
  /** ISO day, where the organisation is. */
  today: string;
  /** Comments that mention me, until I open their action. */
  calls: Owed<CallDto>;
  myActions: Owed<ActionSummaryDto>;
  /** What I am to do of others' actions. */
  mySteps: Owed<OwedStepDto>;
  toVerify: Owed<ActionSummaryDto> | null;
  /** Requests for a later due date that wait for my decision. */
  toDecide: Owed<DeferralToDecideDto> | null;
  /** Actions whose owner says that they are not theirs, for me to decide. */
  disowned: Owed<ActionSummaryDto> | null;
  /** What is late towards those who spoke, the oldest first. */
  late: Owed<FeedbackSummaryDto> | null;
  toQualify: Owed<FeedbackSummaryDto> | null;
  toAnswer: Owed<FeedbackSummaryDto> | null;
  /** Sent to my units, and not received yet. */
  toReceive: Owed<FeedbackSummaryDto> | null;
  /** Sent to a partner, who is to be asked whether it arrived. */
  toAsk: Owed<FeedbackSummaryDto> | null;
  /** The last that I logged. */
  logged: Owed<FeedbackSummaryDto> | null;
}

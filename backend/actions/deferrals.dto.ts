import { IsDateString, IsIn, IsOptional, IsString, Length, Matches } from 'class-validator';
import {
  deferralDecisions,
  type DeferralDecision,
  type DeferralMove,
  type DeferralState,
} from '../domain/deferral.js';

/** A new due date, and why. */
export class RescheduleActionDto {
  @IsDateString({ strict: true })
  @Length(10, 10)
  dueOn!: string;

  @IsString()
  @Length(3, 2000)
  @Matches(/\S/)
  reason!: string;
}

/** What becomes of a request for another due date. */
export class DecideDeferralDto {
  @IsIn(deferralDecisions)
  decision!: DeferralDecision;

  /** Why; a refusal needs it. */
  @IsString()
  @Length(3, 2000)
  @Matches(/\S/)
  @IsOptional()
  note?: string;
}

/** One move of a due date, or a request for one. */
export interface DeferralDto {
  id: string;
  /** ISO days. */
  from: string;
  to: string;
  reason: string;
  state: DeferralState;
  askedBy: { id: string; name: string };
  askedAt: Date;
  decidedBy: { id: string; name: string } | null;
  decidedAt: Date | null;
  note: string | null;
  /** The moves that it allows to this reader. */
  moves: DeferralMove[];
}

/** A request that waits for the decision of whoever reads it. */
export interface DeferralToDecideDto {
  id: string;
  action: { id: string; reference: string; title: string };
  unit: { id: string; name: string };
  from: string;
  to: string;
  reason: string;
  askedBy: { id: string; name: string };
  askedAt: Date;
}

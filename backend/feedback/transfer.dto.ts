import {
  IsDateString,
  IsIn,
  IsOptional,
  IsString,
  IsUUID,
  Length,
  Matches,
  MaxLength,
} from 'class-validator';
import { transferOutcomes, type TransferOutcome } from '../domain/feedback.js';

/** Sends a feedback to another unit, or to a partner outside: one of the two. */
export class TransferFeedbackDto {
  /** Any unit of the organisation. */
  @IsUUID()
  @IsOptional()
  toUnitId?: string;

  /** The name of the partner outside. */
  @IsString()
  @Length(2, 200)
  @Matches(/\S/)
  @IsOptional()
  partner?: string;

  /** How the partner is reached; the reporter can read it. */
  @IsString()
  @MaxLength(500)
  @IsOptional()
  contact?: string;

  @IsString()
  @Length(3, 2000)
  @Matches(/\S/)
  reason!: string;

  /** When to ask the partner whether it was received there. */
  @IsDateString({ strict: true })
  @Length(10, 10)
  @IsOptional()
  askOn?: string;
}

/** What became of the transfer. */
export class SettleTransferDto {
  @IsIn(transferOutcomes)
  outcome!: TransferOutcome;

  @IsString()
  @Length(3, 2000)
  @Matches(/\S/)
  @IsOptional()
  note?: string;

  /** Not received yet: when to ask the partner again. Without it, it comes back. */
  @IsDateString({ strict: true })
  @Length(10, 10)
  @IsOptional()
  askOn?: string;
}

/** Where a feedback may be sent. */
export interface TransferChoicesDto {
  /** Every unit of the organisation, parents first. */
  units: { id: string; name: string; depth: number }[];
  /** Those to whom something was sent before, the last first. */
  partners: { name: string; contact: string | null }[];
  /** The day on which a partner is asked, unless another is chosen. */
  askOn: string;
}

/** One transfer, as the record tells it. */
export interface TransferDto {
  id: string;
  /** The unit's name, or the partner's. */
  to: string;
  toPartner: boolean;
  contact: string | null;
  from: string;
  reason: string;
  sentBy: string;
  /** ISO day. */
  sentOn: string;
  askOn: string | null;
  /** Whether the day to ask has come. */
  toAsk: boolean;
  outcome: TransferOutcome | null;
  note: string | null;
  settledBy: string | null;
  settledOn: string | null;
}

/** Who takes care of it outside, as whoever spoke reads it. */
export interface PublicTransferDto {
  partner: string;
  contact: string | null;
  sentOn: string;
}

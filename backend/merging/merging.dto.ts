import { IsOptional, IsString, IsUUID, Length } from 'class-validator';
import type { FeedbackKind, FeedbackState } from '../domain/feedback.js';

/** Joins a feedback to another that says the same. */
export class MergeFeedbackDto {
  /** The one that stays. */
  @IsUUID()
  into!: string;
}

/** What somebody is writing down, to find who said it before. */
export class AlikeQuery {
  @IsString()
  @Length(1, 2000)
  text!: string;

  /** A unit, with those below it. */
  @IsUUID()
  @IsOptional()
  unitId?: string;
}

/** A feedback that says much the same; one that joined another is told as that other. */
export interface AlikeDto {
  id: string;
  reference: string;
  kind: FeedbackKind;
  state: FeedbackState;
  /** The first 200 characters of the body. */
  excerpt: string;
  unit: { id: string; name: string };
  /** ISO day. */
  receivedOn: string;
  answeredOn: string | null;
  /** How many people say this. */
  people: number;
  /** From 0 to 1. */
  similarity: number;
  /** Whether it may be joined by another, and join another, by this reader. */
  mayStay: boolean;
  mayJoin: boolean;
}

import {
  IsBoolean,
  IsEmail,
  IsIn,
  IsOptional,
  IsString,
  IsUUID,
  Length,
  Matches,
  MaxLength,
} from 'class-validator';
import { followUpCodePattern } from '../domain/codes.js';
import {
  bodyMaximum,
  feedbackKinds,
  loggedChannels,
  publicChannels,
  publicReporterKinds,
  reporterKinds,
  type Channel,
  type FeedbackKind,
  type ReporterKind,
} from '../domain/feedback.js';

/** How to reach whoever spoke; every part is optional. */
export class ReporterDto {
  @IsString()
  @MaxLength(120)
  @IsOptional()
  name?: string;

  @IsEmail()
  @IsOptional()
  email?: string;

  @IsString()
  @MaxLength(40)
  @IsOptional()
  phone?: string;
}

/** What a member logs at the desk or on the phone. */
export class CreateFeedbackDto extends ReporterDto {
  @IsIn(feedbackKinds)
  kind!: FeedbackKind;

  @IsString()
  @Length(1, bodyMaximum)
  @Matches(/\S/)
  body!: string;

  @IsUUID()
  unitId!: string;

  @IsIn(loggedChannels)
  channel!: Channel;

  @IsIn(reporterKinds)
  @IsOptional()
  reporter: ReporterKind = 'user';

  /**
   * The follow-up code, made where the word is typed: known there even while the network is down, and
   * the same word sent twice comes in once. Made here where it is left out.
   */
  @Matches(followUpCodePattern)
  @IsOptional()
  followUpCode?: string;

  /** Whether the reporter agrees that their words be shown, without their name, on a wall. */
  @IsBoolean()
  @IsOptional()
  wallConsent?: boolean;
}

/** What somebody without an account tells on a unit's public page. */
export class TellFeedbackDto extends ReporterDto {
  @IsIn(feedbackKinds)
  kind!: FeedbackKind;

  @IsString()
  @Length(1, bodyMaximum)
  @Matches(/\S/)
  body!: string;

  @IsIn(publicReporterKinds)
  @IsOptional()
  reporter: ReporterKind = 'user';

  /** Their own device, or the tablet of a waiting room. */
  @IsIn(publicChannels)
  @IsOptional()
  channel: (typeof publicChannels)[number] = 'web';

  /**
   * The follow-up code, made where the word is typed: known there even while the network is down, and
   * the same word sent twice comes in once. Made here where it is left out.
   */
  @Matches(followUpCodePattern)
  @IsOptional()
  followUpCode?: string;

  /** Whether the reporter agrees that their words be shown, without their name, on a wall. */
  @IsBoolean()
  @IsOptional()
  wallConsent?: boolean;

  /** Left empty by people; a machine that fills every field fills this one too. */
  @IsString()
  @MaxLength(0)
  @IsOptional()
  website?: string;
}

/** What the server says once a feedback is in; the code is shown once and stored nowhere. */
export interface FeedbackReceiptDto {
  id: string;
  reference: string;
  followUpCode: string;
}

/** What a unit's public page shows. */
export interface PublicUnitDto {
  unitName: string;
  organizationName: string;
  colour: string;
}

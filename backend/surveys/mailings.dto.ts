import { IsIn, IsOptional, IsString, IsUUID, Matches, MaxLength } from 'class-validator';
import { languages, type Language } from '../domain/languages.js';
import type { Day } from '../domain/days.js';
import type { MailingDays } from '../domain/survey-mailing.js';
import type { UnreadableLine } from './address-list.js';

/** Longer than two thousand lines of a name and an address. */
const longestList = 250_000;
const isoDay = /^\d{4}-\d{2}-\d{2}$/;

/** Pasted addresses. */
export class CheckAddressesDto {
  @IsString()
  @MaxLength(longestList)
  text!: string;
}

/** In which language the letters are, and until when their links answer. */
export class MailingLetterQuery {
  @IsIn(languages)
  language!: Language;

  /** ISO day. */
  @Matches(isoDay)
  endsOn!: Day;

  /** The day of the one reminder; without it there is none. */
  @Matches(isoDay)
  @IsOptional()
  remindsOn?: Day;
}

/** Invites those who stand in a list. */
export class SendMailingDto extends MailingLetterQuery {
  /** A random name for it: sent twice, it leaves once. */
  @IsUUID('4')
  id!: string;

  @IsString()
  @MaxLength(longestList)
  text!: string;
}

/** What a pasted list holds; never an address of somebody else. */
export interface CheckedAddressesDto {
  /** How many addresses were read, each once. */
  recognised: number;
  /** Of these, how many would be written to. */
  fresh: number;
  /** How many were invited to this campaign before. */
  already: number;
  /** How many want no surveys. */
  declined: number;
  /** How many lines cannot be read; the first of them. */
  wrong: number;
  unreadable: UnreadableLine[];
}

/** An invitation as it would leave. */
export interface MailingLetterDto {
  subject: string;
  text: string;
  html: string;
}

/** One sending, in numbers: the addresses themselves are shown to nobody. */
export interface MailingDto extends MailingDays {
  id: string;
  language: Language;
  sentOn: Day;
  invited: number;
  /** How many invitations left. */
  delivered: number;
  /** How many addresses took none. */
  unreached: number;
  remindedOn: Day | null;
  reminded: number | null;
  /** When the addresses were erased, or will be. */
  forgottenOn: Day | null;
  forgetsOn: Day;
}

/** The sendings of a campaign, the newest first. */
export interface MailingsDto {
  campaignId: string;
  title: string;
  question: string;
  unitName: string;
  /** How many were invited in all, and how many answered by their link. */
  invited: number;
  answered: number;
  /** Whether I may invite more. */
  mayInvite: boolean;
  /** How many may still be invited. */
  left: number;
  today: Day;
  /** The days that are proposed for the next one. */
  proposed: MailingDays;
  mailings: MailingDto[];
}

import { IsEmail, IsIn, IsOptional, MaxLength } from 'class-validator';
import { languages, type Language } from '../domain/languages.js';
import type { MailProblem } from '../domain/mail-problem.js';
import type { LetterKind } from '../mail/letter.entity.js';

/** Sends a letter once more. */
export class ResendLetterDto {
  /** The address as it should have been, where it was wrong. */
  @IsEmail()
  @MaxLength(254)
  @IsOptional()
  address?: string;
}

/** A letter that did not leave; never what it says. */
export interface StuckLetterDto {
  id: string;
  kind: LetterKind;
  state: 'failed' | 'waiting';
  /** Null where it is a reporter's whom I may not know. */
  recipient: string | null;
  /** ISO instants. */
  writtenAt: string;
  triedAt: string | null;
  attempts: number;
  problem: MailProblem | null;
  /** What the mail server said, where the recipient may be known. */
  said: string | null;
  /** Whether letters do not reach its address. */
  marked: boolean;
  /** Whether another address may be given. */
  correctable: boolean;
}

/** An address that letters do not reach. */
export interface MarkedAddressDto {
  email: string;
  /** The member whose it is; null for a reporter's. */
  name: string | null;
  problem: MailProblem;
  /** What the mail server said that refused the last one. */
  said: string;
  /** ISO instant. */
  since: string;
}

/** What did not leave, and where letters do not arrive. */
export interface StuckMailDto {
  /** The oldest first. */
  letters: StuckLetterDto[];
  /** How many there are in all. */
  total: number;
  addresses: MarkedAddressDto[];
  /** How many others there are, of reporters whom I may not know. */
  hiddenAddresses: number;
}

/** A kind of letter, with the languages in which it is written. */
export interface PreviewKindDto {
  kind: LetterKind;
  languages: Language[];
}

/** A letter with invented facts. */
export interface LetterPreviewDto {
  subject: string;
  text: string;
  html: string;
}

/** In which language a preview is asked for. */
export class PreviewQuery {
  @IsIn(languages)
  @IsOptional()
  language: Language = 'fr';
}

import { IsString, Length, Matches } from 'class-validator';
import { commentMaximum } from '../domain/action-work.js';
import type { NamedDto } from '../people/people.dto.js';

/** What somebody says. */
export class SaveCommentDto {
  /** Whoever is mentioned stands in it as `@[their id]`. */
  @IsString()
  @Length(1, commentMaximum)
  @Matches(/\S/)
  body!: string;
}

/** What somebody said about an action. */
export interface CommentDto {
  id: string;
  author: NamedDto;
  /** As it is stored: whoever is mentioned stands in it as `@[their id]`; empty once taken back. */
  body: string;
  /** Those it mentions. */
  people: NamedDto[];
  /** ISO instant. */
  at: string;
  editedAt: string | null;
  removed: boolean;
  mine: boolean;
  /** Whether it mentions me and I had not seen it. */
  callsMe: boolean;
}

/** A comment that mentions me, until I open its action. */
export interface CallDto {
  commentId: string;
  action: { id: string; reference: string; title: string };
  author: string;
  /** The beginning of what was said. */
  excerpt: string;
  /** ISO instant. */
  at: string;
}

import { IsString, Length, Matches } from 'class-validator';
import { commentMaximum } from '../domain/action-work.js';

/** What somebody says. */
export class SaveCommentDto {
  /** Whoever is mentioned stands in it as `@[their id]`. */
  @IsString()
  @Length(1, commentMaximum)
  @Matches(/\S/)
  body!: string;
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

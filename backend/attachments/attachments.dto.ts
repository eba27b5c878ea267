import { IsString, Length, Matches } from 'class-validator';
import type { AttachmentKind } from '../domain/attachments.js';

/** A file that came with a feedback or an answer; its bytes are at `/api/attachments/:id`. */
export interface AttachmentDto {
  id: string;
  /** A label: what it was called, without a path or an invisible sign. */
  name: string;
  kind: AttachmentKind;
  mediaType: string;
  /** In bytes. */
  size: number;
  /** ISO instant. */
  at: string;
  /** The answer that it came with; null for what came with the word itself. */
  answerId: string | null;
}

/** Why a file is taken away. */
export class RemoveAttachmentDto {
  @IsString()
  @Length(3, 2000)
  @Matches(/\S/)
  reason!: string;
}

import type { AttachmentDto } from '../attachments/attachments.dto.js';
import type { WorkRights } from '../domain/action-work.js';
import type { NamedDto } from '../people/people.dto.js';

/** One thing to do on the way to an action's end. */
export interface StepDto {
  id: string;
  /** To be sent back with a change. */
  version: number;
  title: string;
  dueOn: string | null;
  /** Null where the action's owner does it. */
  owner: NamedDto | null;
  doneOn: string | null;
  doneBy: string | null;
  /** Whether its day has gone by without it. */
  late: boolean;
}

/** Who added it when, and whether I may take it away. */
interface Added {
  id: string;
  label: string;
  by: string | null;
  /** ISO instant. */
  at: string;
  mayRemove: boolean;
}

export interface LinkDto extends Added {
  address: string;
}

export interface FigureDto extends Added {
  value: number;
  unit: string;
  /** ISO day. */
  day: string;
}

/** A file; its bytes are at `/api/actions/:id/evidence/:part/file`. */
export interface EvidenceFileDto extends AttachmentDto {
  by: string | null;
  mayRemove: boolean;
}

/** What shows what an action came to, the oldest first. */
export interface EvidenceDto {
  files: EvidenceFileDto[];
  links: LinkDto[];
  figures: FigureDto[];
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

/** That the owner said an action is not theirs, and what I may do about it. */
export interface DisowningDto {
  /** ISO day. */
  on: string;
  note: string;
  /** Whether I lead there: I entrust it to somebody else, or say that it stays. */
  mayDecide: boolean;
  /** Whether I own it, and may take it back. */
  mine: boolean;
}

/** The work on an action. */
export interface ActionWorkDto {
  /** Those who help. */
  contributors: NamedDto[];
  /** In the order in which they are to be done. */
  steps: StepDto[];
  /** How far the steps say that it has come, in per cent; what the owner says stands. */
  suggestedProgress: number | null;
  evidence: EvidenceDto;
  /** The oldest first. */
  comments: CommentDto[];
  may: WorkRights;
}

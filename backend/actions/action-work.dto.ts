import type { WorkRights } from '../domain/action-work.js';
import type { NamedDto } from '../people/people.dto.js';
import type { CommentDto } from './comments.dto.js';
import type { EvidenceDto } from './evidence.dto.js';
import type { StepDto } from './steps.dto.js';

/** Somebody who can be named on an action: to help, to do a step, to be told. */
export interface NameableDto extends NamedDto {
  /** A service of theirs, which tells two people of one name apart. */
  unitName: string;
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

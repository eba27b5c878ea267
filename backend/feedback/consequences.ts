import type { EntityManager } from 'typeorm';
import type { Member } from '../access/member.js';
import type { ConsequenceDto } from './feedback.dto.js';

/** What a feedback led to; the actions' room, which knows this one, tells it. */
export abstract class Consequences {
  /** The actions born of these feedback, each once, oldest first. */
  abstract of(tx: EntityManager, feedbackIds: string[], today: string): Promise<ConsequenceDto[]>;

  /** Those among these actions that I may see. */
  abstract inSight(tx: EntityManager, me: Member, actionIds: string[]): Promise<Set<string>>;
}

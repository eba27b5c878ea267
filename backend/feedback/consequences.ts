import type { EntityManager } from 'typeorm';
import type { ConsequenceDto } from './feedback.dto.js';

/** What a feedback led to; the actions' room, which knows this one, tells it. */
export abstract class Consequences {
  /** The actions born of a feedback, oldest first. */
  abstract of(tx: EntityManager, feedbackId: string, today: string): Promise<ConsequenceDto[]>;
}

import type { EntityManager } from 'typeorm';
import type { Member } from '../access/member.js';
import type { RemedyDto } from './analyses.dto.js';

/** What was done about a cause; the actions' room, which knows this one, tells it. */
export abstract class Remedies {
  /** The actions opened from the causes of an analysis that I may see, by the cause's id. */
  abstract of(tx: EntityManager, me: Member, analysisId: string): Promise<Map<string, RemedyDto[]>>;
}

import type { EntityManager } from 'typeorm';
import type { Member } from '../access/member.js';
import type { RemedyDto } from '../analyses/analyses.dto.js';

/** What was done about what people answered; the actions' room, which knows this one, tells it. */
export abstract class Outcomes {
  /** The actions that came of surveys or of indicators and that I may see, by the id of each. */
  abstract of(
    tx: EntityManager,
    me: Member,
    kind: 'survey' | 'indicator',
  ): Promise<Map<string, RemedyDto[]>>;
}

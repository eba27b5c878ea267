import type { EntityManager } from 'typeorm';
import type { AnalysisState } from '../domain/analysis.js';

/** An analysis as a feedback that it covers knows it. */
export interface Study {
  id: string;
  reference: string;
  title: string;
  state: AnalysisState;
  /** ISO days. */
  heldOn: string | null;
  concludedOn: string | null;
  unitId: string;
}

/** Where the causes of a feedback are looked for; the analyses' room, which knows this one, tells it. */
export abstract class Studies {
  /** The analyses that cover one of these feedback, each once, oldest first. */
  abstract of(tx: EntityManager, feedbackIds: string[]): Promise<Study[]>;
}

import type { AnalysisState } from '../domain/analysis.js';

/** An analysis as a feedback that it covers shows it; of one that I may not see, the reference. */
export interface StudyDto {
  reference: string;
  state: AnalysisState;
  seen: { id: string; title: string; heldOn: string | null } | null;
}

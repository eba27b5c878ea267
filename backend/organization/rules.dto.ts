import type { CriticalityGrid } from '../domain/feedback.js';

/** One version of the grid: criticality by severity (rows) and frequency (columns). */
export interface GridDto {
  version: number;
  cells: CriticalityGrid;
}

/** One line of who did what, when. */
export interface HistoryEntryDto {
  /** ISO instant. */
  at: string;
  who: string | null;
  /** `feedback.qualify`, `action.open`… */
  verb: string;
  details: Record<string, unknown>;
}

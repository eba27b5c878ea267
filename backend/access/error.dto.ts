/** What every refusal and every fault answers with. */
export interface ErrorDto {
  /** Stable and dotted: `move.forbidden`. */
  code: string;
  /** What happened and what to do, in the reader's language. */
  message: string;
  /** The facts behind it; for a form, `fields` has a sentence for each field to mend. */
  details: Record<string, unknown> & { fields?: Record<string, string> };
}

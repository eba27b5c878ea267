/** What became of a message that came in. */
export interface InboundOutcomeDto {
  outcome: 'commented' | 'ignored';
  /** Why it was left aside: a machine wrote it, it is nobody's reply, it says nothing, or it came before. */
  why?: 'automatic' | 'unknown' | 'empty' | 'known';
}

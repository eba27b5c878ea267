/** What became of a message that came in. */
export interface InboundOutcomeDto {
  /** `bounced`: the letter that came back was ours; its address is marked while somebody has it. */
  outcome: 'commented' | 'bounced' | 'ignored';
  /** Why it was left aside: a machine wrote it, it is nobody's reply or letter, it says nothing, or it came before. */
  why?: 'automatic' | 'unknown' | 'empty' | 'known';
}

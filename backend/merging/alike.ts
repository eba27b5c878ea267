import type { EntityManager } from 'typeorm';

/** A feedback that says nearly the same. */
export interface Alike {
  id: string;
  /** From 0, nothing in common, to 1, the same text. */
  similarity: number;
}

/**
 * The feedback of the whole organisation that resemble a text, the nearest first: by the words they
 * share, the rarer the better, however they are spelled. Who may see them is for the caller to say.
 */
export function alike(tx: EntityManager, text: string, most: number): Promise<Alike[]> {
  return tx.query<Alike[]>('SELECT feedback_id AS id, similarity FROM boucle_alike($1, $2)', [
    text,
    most,
  ]);
}

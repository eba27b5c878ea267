import type { EntityManager, ObjectLiteral, SelectQueryBuilder } from 'typeorm';

const batchSize = 500;

/**
 * The raw rows that a query finds, so many at a time, all as they were when it began: through a
 * cursor of the transaction, as pages by offset would repeat or lose what comes in meanwhile.
 */
export async function* inBatches<Raw>(
  tx: EntityManager,
  found: SelectQueryBuilder<ObjectLiteral>,
): AsyncGenerator<Raw[]> {
  const [query, parameters] = found.getQueryAndParameters();
  await tx.query(`DECLARE batches NO SCROLL CURSOR FOR ${query}`, parameters);
  for (;;) {
    const rows = await tx.query<Raw[]>(`FETCH ${batchSize} FROM batches`);
    if (rows.length > 0) yield rows;
    if (rows.length < batchSize) break;
  }
  await tx.query('CLOSE batches');
}

import type { ObjectLiteral, SelectQueryBuilder } from 'typeorm';

/** How many rows a query finds; TypeORM's own count sorts them by key first, to tell them apart. */
export async function countRows<Row extends ObjectLiteral>(
  found: SelectQueryBuilder<Row>,
): Promise<number> {
  const counted = await found
    .clone()
    .select('count(*)::int', 'total')
    .orderBy()
    .getRawOne<{ total: number }>();
  return counted?.total ?? 0;
}

/** The same as a column of another query that has the same parameters: one journey instead of two. */
export function totalOf<Row extends ObjectLiteral>(found: SelectQueryBuilder<Row>): string {
  return `(${found.clone().select('count(*)::int').orderBy().getQuery()})`;
}

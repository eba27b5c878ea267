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

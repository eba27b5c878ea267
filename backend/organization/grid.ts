import type { EntityManager } from 'typeorm';
import { GridVersion } from './grid-version.entity.js';

/** The grid in use: the last version. */
export async function gridInUse(tx: EntityManager): Promise<GridVersion> {
  const [grid] = await tx.find(GridVersion, { order: { version: 'DESC' }, take: 1 });
  if (!grid) throw new Error('an organisation has no grid');
  return grid;
}

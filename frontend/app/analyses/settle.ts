/** What becomes of something that two people changed at once. */
export interface Settled<Facts> {
  /** Both changes together; where they clash, mine. */
  merged: Facts;
  /** What both changed, each otherwise. */
  clashes: (keyof Facts)[];
}

/** Joins my change with theirs, both made from the same base: only what both changed clashes. */
export function settle<Facts extends object>(
  base: Facts,
  mine: Facts,
  theirs: Facts,
): Settled<Facts> {
  const names = Object.keys(mine) as (keyof Facts)[];
  const mineChanged = names.filter((name) => mine[name] !== base[name]);
  const clashes = mineChanged.filter(
    (name) => theirs[name] !== base[name] && theirs[name] !== mine[name],
  );
  const kept = Object.fromEntries(mineChanged.map((name) => [name, mine[name]]));
  return { merged: { ...theirs, ...kept }, clashes };
}

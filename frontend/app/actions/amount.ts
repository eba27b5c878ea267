/** What somebody typed as a number: null where nothing is, NaN where it is no number. */
export function amountOf(typed: string): number | null {
  const bare = typed.replace(/[\s€%]/g, '').replace(',', '.');
  if (bare === '') return null;
  return /^\d+(\.\d*)?$/.test(bare) ? Number(bare) : NaN;
}

/** A number as it is typed in French. */
export function typedAmount(amount: number | null): string {
  return amount === null ? '' : String(amount).replace('.', ',');
}

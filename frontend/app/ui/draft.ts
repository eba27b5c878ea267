/**
 * What somebody was typing, kept until it is sent: a reload, a call or a flat battery must not cost
 * them their words. It lives in the tab only, so that the next person on a shared device finds
 * nothing once the tab is closed.
 */
export function readDraft<Model extends object>(address: string, empty: Model): Model | null {
  try {
    const kept: unknown = JSON.parse(sessionStorage.getItem(nameOf(address)) ?? 'null');
    return kept !== null && typeof kept === 'object' ? { ...empty, ...kept } : null;
  } catch {
    return null;
  }
}

export function keepDraft(address: string, model: object): void {
  try {
    sessionStorage.setItem(nameOf(address), JSON.stringify(model));
  } catch {
    // Storage is full or refused: the form works all the same.
  }
}

export function dropDraft(address: string): void {
  try {
    sessionStorage.removeItem(nameOf(address));
  } catch {
    // Nothing was kept where storage is refused.
  }
}

function nameOf(address: string): string {
  return `boucle.draft.${address}`;
}

/** What is kept for as long as the tab is open; storage may be full or refused, and all works the same. */
export function recall(name: string): string | null {
  try {
    return sessionStorage.getItem(name);
  } catch {
    return null;
  }
}

/** Keeps it; null forgets it. */
export function keep(name: string, value: string | null): void {
  try {
    if (value === null) sessionStorage.removeItem(name);
    else sessionStorage.setItem(name, value);
  } catch {
    // Nothing is kept, and nothing else is lost.
  }
}

/** The few choices that this machine remembers; losing them must never stop anybody. */
export type Choice = 'language' | 'theme' | 'shortcuts' | 'email';

export function remembered(choice: Choice): string | null {
  try {
    return localStorage.getItem(`boucle.${choice}`);
  } catch {
    return null;
  }
}

export function remember(choice: Choice, value: string | null): void {
  try {
    if (value === null) localStorage.removeItem(`boucle.${choice}`);
    else localStorage.setItem(`boucle.${choice}`, value);
  } catch {
    // Storage is full or refused: the choice holds until the page is left.
  }
}

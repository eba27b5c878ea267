/** Gives the pages the organisation's one colour, and an ink that can be read on it. */
export function wearColour(colour: string, root: HTMLElement = document.documentElement): void {
  if (!/^#[0-9a-f]{6}$/i.test(colour)) return;
  root.style.setProperty('--organization', colour);
  root.style.setProperty('--on-organization', inkOn(colour));
}

/** Black or white, whichever contrasts more (WCAG's relative luminance). */
export function inkOn(colour: string): string {
  const [red, green, blue] = [1, 3, 5].map((at) =>
    linear(parseInt(colour.slice(at, at + 2), 16) / 255),
  );
  const luminance = 0.2126 * (red ?? 0) + 0.7152 * (green ?? 0) + 0.0722 * (blue ?? 0);
  return 1.05 / (luminance + 0.05) > (luminance + 0.05) / 0.05 ? '#ffffff' : '#000000';
}

function linear(channel: number): number {
  return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
}

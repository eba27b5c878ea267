/** What WCAG asks between letters and what is under them. */
export const readable = 4.5;

/** What WCAG asks of a sign that is not letters, against what surrounds it. */
export const visible = 3;

/** Whether it is a colour as an organisation brings it: #rrggbb. */
export function isColour(text: string): boolean {
  return /^#[0-9a-f]{6}$/i.test(text);
}

/** Black or white, whichever contrasts more: on any colour at all, that one is `readable`. */
export function inkOn(colour: string): '#ffffff' | '#000000' {
  return contrast(colour, '#ffffff') > contrast(colour, '#000000') ? '#ffffff' : '#000000';
}

/** How well two colours are told apart, 1 to 21 (WCAG's contrast ratio). */
export function contrast(one: string, other: string): number {
  const [low = 0, high = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (high + 0.05) / (low + 0.05);
}

function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) =>
    linear(parseInt(colour.slice(at, at + 2), 16) / 255),
  );
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function linear(channel: number): number {
  return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
}

import { inkOn, isColour } from '../../../backend/domain/colour';

/** Gives the pages the organisation's one colour, and an ink that can be read on it. */
export function wearColour(colour: string, root: HTMLElement = document.documentElement): void {
  if (!isColour(colour)) return;
  root.style.setProperty('--organization', colour);
  root.style.setProperty('--on-organization', inkOn(colour));
}

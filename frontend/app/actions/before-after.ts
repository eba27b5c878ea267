import { Component, input } from '@angular/core';

/** A dot and its interval on the strip, each from 0 to 1; without them, words alone. */
export interface Strip {
  name: string;
  /** How many it is made of. */
  n: string;
  mark: { at: number; low: number; high: number; value: string } | null;
}

/**
 * Two dots with their intervals, one under the other on the same scale, and the line of what was
 * expected. Drawn for the eye alone: a table beside it says the same.
 */
@Component({
  selector: 'boucle-before-after',
  templateUrl: './before-after.html',
  styleUrl: './before-after.css',
  host: { 'aria-hidden': 'true' },
})
export class BeforeAfter {
  readonly strips = input.required<readonly Strip[]>();
  readonly target = input<{ at: number; words: string } | null>(null);
  /** What the ends of the scale are. */
  readonly ends = input.required<readonly [low: string, high: string]>();
}

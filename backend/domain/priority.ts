/** What a priority (feasibility × impact, 1 to 16) is called, with its lowest and highest. */
export const priorityBands = {
  high: [9, 16],
  medium: [4, 8],
  low: [1, 3],
} as const;
export type PriorityBand = keyof typeof priorityBands;
export const priorityNames = Object.keys(priorityBands) as PriorityBand[];

/** What a priority is called. */
export function priorityBand(priority: number): PriorityBand {
  const isOf = (name: PriorityBand) => priority >= priorityBands[name][0];
  return priorityNames.find(isOf) ?? 'low';
}

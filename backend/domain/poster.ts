/** The sheets that a poster is made for, as people buy them. */
export const posterSizes = ['a4', 'a3'] as const;
export type PosterSize = (typeof posterSizes)[number];

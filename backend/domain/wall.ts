/** How many signs a card of the wall holds: what is read in passing, from across a hall. */
export const wallMaximum = 280;

/** How many cards a wall shows, the newest first. */
export const wallCards = 60;

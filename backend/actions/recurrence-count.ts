/** A feedback `f` says that something is wrong; one that was dismissed had not to be told here. */
export const tellsTrouble = `f.kind <> 'compliment' AND f.state <> 'dismissed'`;

/** The recurrences `r` of the action `a` that stand: told after it was done, by nobody dismissed. */
export const standing = `r.action_id = a.id AND r.dismissed_at IS NULL
  AND f.received_on > a.done_on AND ${tellsTrouble}`;

/** How many of them, as a column of a query of actions `a`. */
export const recurrenceCount = `(SELECT count(*)::int
  FROM recurrence r JOIN feedback f ON f.id = r.feedback_id WHERE ${standing})`;

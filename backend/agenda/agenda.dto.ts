/** What I am told of my calendar's link; never the link itself. */
export interface AgendaLinkDto {
  /** Null where there is none. */
  madeAt: string | null;
  /** The last day on which a program read it. */
  readOn: string | null;
}

/** A link that was just made: told this once. */
export interface NewAgendaLinkDto {
  address: string;
  madeAt: string;
}

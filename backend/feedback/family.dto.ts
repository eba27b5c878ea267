/** A feedback as another of the same family sees it. */
export interface RelativeDto {
  /** Null where the reader may not see it. */
  id: string | null;
  reference: string;
  excerpt: string;
  /** ISO day. */
  receivedOn: string;
  maySplit: boolean;
}

/** Those who say the same thing. */
export interface FamilyDto {
  /** The one at the end of the chain that it joined, where all are answered; null where it joined none. */
  head: RelativeDto | null;
  /** Those that joined it, near or far, oldest first. */
  joined: RelativeDto[];
  /** Whether the reader may separate it from the one that it joined. */
  maySplit: boolean;
}

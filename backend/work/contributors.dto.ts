import type { NamedDto } from '../people/people.dto.js';

/** Somebody who can be named on an action: to help, to do a step, to be told. */
export interface NameableDto extends NamedDto {
  /** A service of theirs, which tells two people of one name apart. */
  unitName: string;
}

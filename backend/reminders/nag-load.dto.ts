import { IsDateString, Length } from 'class-validator';
import type { NagShare } from '../domain/nag-load.js';

/** How many reminders a unit got, and what came of them. */
export interface NagLoadRowDto {
  unitId: string;
  unitName: string;
  /** Steps and levels that were told. */
  reminders: number;
  /** The e-mails that told them; one may speak of several units. */
  letters: number;
  people: number;
  /** Of those told to whoever owes it, and whose three days are over. */
  actedOn: NagShare;
}

/** The reminders of a period, by unit. */
export interface NagLoadDto {
  from: string;
  to: string;
  units: NagLoadRowDto[];
  total: Omit<NagLoadRowDto, 'unitId' | 'unitName'>;
}

/** The period that is asked for, both ends included. */
export class NagLoadQuery {
  @IsDateString({ strict: true })
  @Length(10, 10)
  from!: string;

  @IsDateString({ strict: true })
  @Length(10, 10)
  to!: string;
}

import {
  IsDateString,
  IsNumber,
  IsOptional,
  IsString,
  Length,
  Matches,
  Max,
  MaxLength,
  Min,
} from 'class-validator';
import { evidenceLabelMaximum, linkMaximum } from '../domain/action-work.js';

/** A page that shows what an action came to. */
export class SaveLinkDto {
  @IsString()
  @Length(1, evidenceLabelMaximum)
  @Matches(/\S/)
  label!: string;

  /** It starts with `https://`. */
  @IsString()
  @Length(9, linkMaximum)
  address!: string;
}

/** A figure that shows what an action came to. */
export class SaveFigureDto {
  @IsString()
  @Length(1, evidenceLabelMaximum)
  @Matches(/\S/)
  label!: string;

  @IsNumber({ maxDecimalPlaces: 4 })
  @Min(-1e12)
  @Max(1e12)
  value!: number;

  /** « jours », « % »; nothing where it counts what its label says. */
  @IsString()
  @MaxLength(30)
  @IsOptional()
  unit: string = '';

  /** ISO day on which it was read. */
  @IsDateString({ strict: true })
  @Length(10, 10)
  day!: string;
}

/** Why a piece of evidence is taken away; a file, which is lost, asks for it on the page. */
export class RemoveEvidenceDto {
  @IsString()
  @Length(3, 2000)
  @Matches(/\S/)
  @IsOptional()
  reason?: string;
}

import { IsNumber, IsString, IsUUID, Length, Matches, Max, Min } from 'class-validator';
import type { RemedyDto } from '../analyses/analyses.dto.js';
import type { Satisfaction, TargetVerdict } from '../domain/satisfaction.js';

/** A share to follow, fed by the answers to a survey. */
export class CreateIndicatorDto {
  @IsString()
  @Length(2, 120)
  @Matches(/\S/)
  name!: string;

  @IsUUID()
  surveyId!: string;

  /** The share aimed at, 0 to 1. */
  @IsNumber()
  @Min(0)
  @Max(1)
  target!: number;
}

/** One value of an indicator: a unit and a month. */
export interface MeasurementDto {
  /** The unit; null for all those the reader may see. */
  unit: { id: string; name: string } | null;
  /** ISO month, `2026-11`. */
  period: string;
  satisfaction: Satisfaction;
}

export interface IndicatorDto {
  id: string;
  name: string;
  /** The question that feeds it. */
  source: string;
  /** The share aimed at, 0 to 1. */
  target: number;
  /** Over the last twelve months, all units together. */
  overall: Satisfaction;
  againstTarget: TargetVerdict | null;
  /** Month by month, all units together, oldest first; months without an answer are left out. */
  months: MeasurementDto[];
  /** Unit by unit, over the last twelve months. */
  units: MeasurementDto[];
  /** What came of it, as far as I may see. */
  actions: RemedyDto[];
}

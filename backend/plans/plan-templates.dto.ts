import { IsDateString, IsString, IsUUID, Length, Matches } from 'class-validator';

/** What a plan is kept for. */
export class KeepPlanDto {
  @IsUUID()
  planId!: string;

  @IsString()
  @Length(3, 160)
  @Matches(/\S/)
  title!: string;
}

/** A plan that starts from a template. */
export class StartPlanDto {
  @IsString()
  @Length(3, 160)
  @Matches(/\S/)
  title!: string;

  @IsUUID()
  unitId!: string;

  /** Whoever leads it, and owns its actions until they have somebody else. */
  @IsUUID()
  pilotId!: string;

  /** ISO day of its start. */
  @IsDateString({ strict: true })
  @Length(10, 10)
  fromDay!: string;

  /** Why its actions exist, as no action does without an origin: « Projet social 2026-2028 ». */
  @IsString()
  @Length(2, 200)
  @Matches(/\S/)
  origin!: string;
}

/** A template as a row of the list. */
export interface PlanTemplateDto {
  id: string;
  title: string;
  objectives: string[];
  actions: string[];
  /** From its first day to its last. */
  days: number;
}

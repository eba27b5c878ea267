import { IsIn, IsOptional, IsString, IsUUID, Length, Matches, MaxLength } from 'class-validator';
import type { RemedyDto } from '../analyses/analyses.dto.js';
import { smileys, type Satisfaction, type Smiley } from '../domain/satisfaction.js';

/** A three-smiley question. */
export class CreateSurveyDto {
  @IsString()
  @Length(2, 120)
  @Matches(/\S/)
  title!: string;

  @IsString()
  @Length(5, 300)
  @Matches(/\S/)
  question!: string;
}

/** Opens the survey in one unit. */
export class OpenCampaignDto {
  @IsUUID()
  unitId!: string;
}

/** What somebody answers; nothing that leads back to them is stored with it. */
export class AnswerSurveyDto {
  @IsIn(smileys)
  smiley!: Smiley;

  /** The reason, in their words. */
  @IsString()
  @MaxLength(2000)
  @IsOptional()
  comment?: string;

  /** A random name for the answer: sent twice, it counts once. */
  @IsUUID('4')
  @IsOptional()
  id?: string;
}

/** Why somebody chose a face; without its day, which would say more of who spoke than of why. */
export interface ReasonDto {
  smiley: Smiley;
  comment: string;
}

/** One run of a survey in a unit. */
export interface CampaignDto {
  id: string;
  unit: { id: string; name: string };
  /** Opens the public question: `/avis/{publicKey}`. */
  publicKey: string;
  /** ISO day. */
  opensOn: string;
  satisfaction: Satisfaction;
  /** The newest first; none while the satisfaction itself isn't shown. */
  reasons: ReasonDto[];
}

export interface SurveyDto {
  id: string;
  title: string;
  question: string;
  campaigns: CampaignDto[];
  /** What came of it, as far as I may see. */
  actions: RemedyDto[];
}

/** What the public page of a campaign shows. */
export interface PublicCampaignDto {
  question: string;
  unitName: string;
  organizationName: string;
  colour: string;
}

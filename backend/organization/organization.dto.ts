import {
  IsEmail,
  IsHexColor,
  IsIn,
  IsOptional,
  IsString,
  IsUUID,
  Length,
  Matches,
} from 'class-validator';
import { posterSizes, type PosterSize } from '../domain/poster.js';
import { unitKinds, type UnitKind } from '../domain/units.js';

/** The first run: an organisation and its administrator. */
export class OpenOrganizationDto {
  @IsString()
  @Length(2, 120)
  @Matches(/\S/)
  organizationName!: string;

  @IsString()
  @Length(2, 120)
  @Matches(/\S/)
  name!: string;

  @IsEmail()
  email!: string;

  @IsString()
  @Length(12, 200)
  password!: string;
}

/** A new unit below another. */
export class CreateUnitDto {
  @IsString()
  @Length(2, 120)
  @Matches(/\S/)
  name!: string;

  @IsIn(unitKinds)
  kind!: UnitKind;

  @IsUUID()
  parentId!: string;
}

/** What may change of a unit. */
export class UpdateUnitDto {
  @IsString()
  @Length(2, 120)
  @Matches(/\S/)
  @IsOptional()
  name?: string;

  @IsIn(unitKinds)
  @IsOptional()
  kind?: UnitKind;
}

/** The sheet that a poster is made for. */
export class PosterQuery {
  @IsIn(posterSizes)
  @IsOptional()
  size: PosterSize = 'a4';
}

/** What may change of the organisation. */
export class UpdateOrganizationDto {
  @IsString()
  @Length(2, 120)
  @Matches(/\S/)
  @IsOptional()
  name?: string;

  /** `#rrggbb`: what a page can wear and a colour input can show. */
  @IsHexColor()
  @Length(7, 7)
  @IsOptional()
  colour?: string;
}

/** A unit of the tree; units come parents first, `depth` from 0. */
export interface UnitDto {
  id: string;
  name: string;
  kind: UnitKind;
  parentId: string | null;
  depth: number;
  /** Opens the unit's public page: `/p/{publicKey}`. */
  publicKey: string;
}

export interface ThemeDto {
  id: string;
  label: string;
  /** No longer chosen; what was said about it keeps it. */
  setAside: boolean;
}

import { IsEmail, IsHexColor, IsIn, IsOptional, IsString, IsUUID, Length } from 'class-validator';
import { unitKinds, type UnitKind } from '../domain/units.js';

/** The first run: an organisation and its administrator. */
export class OpenOrganizationDto {
  @IsString()
  @Length(2, 120)
  organizationName!: string;

  @IsString()
  @Length(2, 120)
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
  @IsOptional()
  name?: string;

  @IsIn(unitKinds)
  @IsOptional()
  kind?: UnitKind;
}

/** What may change of the organisation. */
export class UpdateOrganizationDto {
  @IsString()
  @Length(2, 120)
  @IsOptional()
  name?: string;

  @IsHexColor()
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
}

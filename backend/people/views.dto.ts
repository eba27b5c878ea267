import { IsBoolean, IsIn, IsOptional, IsString, Length, Matches, MaxLength } from 'class-validator';

/** The lists that have views. */
export const viewRooms = ['feedback', 'actions'] as const;
export type ViewRoom = (typeof viewRooms)[number];

/** Whose views are asked for. */
export class ViewsQuery {
  @IsIn(viewRooms)
  room!: ViewRoom;
}

/** A list's filters, to be kept under a name. */
export class SaveViewDto {
  @IsIn(viewRooms)
  room!: ViewRoom;

  @IsString()
  @Length(1, 60)
  @Matches(/\S/)
  name!: string;

  /** As it stands in the address, without its question mark. */
  @IsString()
  @MaxLength(2000)
  query!: string;

  /** Shown to those who share a unit with me. */
  @IsBoolean()
  @IsOptional()
  shared: boolean = false;
}

/** What may change of a view of mine. */
export class UpdateViewDto {
  @IsString()
  @Length(1, 60)
  @Matches(/\S/)
  @IsOptional()
  name?: string;

  @IsString()
  @MaxLength(2000)
  @IsOptional()
  query?: string;

  @IsBoolean()
  @IsOptional()
  shared?: boolean;
}

/** A view that I may open. */
export interface ViewDto {
  id: string;
  name: string;
  query: string;
  shared: boolean;
  /** Whether I made it. */
  mine: boolean;
  /** Who made it. */
  owner: string;
  /** Whether the list opens with it, for me. */
  usual: boolean;
}

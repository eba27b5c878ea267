import { Type } from 'class-transformer';
import { IsInt, IsOptional, Max, Min } from 'class-validator';

/** Which page of a list is asked for. */
export class PageQuery {
  /** The page, from 1. */
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(100_000)
  @IsOptional()
  page: number = 1;

  /** How many items a page holds. */
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(100)
  @IsOptional()
  pageSize: number = 25;
}

/** One page of a list, and how many items there are in all. */
export interface Page<Item> {
  items: Item[];
  total: number;
  page: number;
  pageSize: number;
}

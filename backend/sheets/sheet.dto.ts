import { IsIn } from 'class-validator';
import { sheetFormats, type SheetFormat } from './sheet.js';

/** Which file a list is taken away as. */
export class SheetQuery {
  @IsIn(sheetFormats)
  format!: SheetFormat;
}

import { IntersectionType, OmitType } from '@nestjs/swagger';
import { SheetQuery } from '../sheets/sheet.dto.js';
import { ActionQuery } from './actions.dto.js';

/** The list's filters and order, and the file that it is taken away as. */
export class ActionExportQuery extends IntersectionType(
  OmitType(ActionQuery, ['page', 'pageSize']),
  SheetQuery,
) {}

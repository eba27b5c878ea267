import { IntersectionType, OmitType } from '@nestjs/swagger';
import { SheetQuery } from '../sheets/sheet.dto.js';
import { FeedbackQuery } from './feedback.dto.js';

/** The list's filters and order, and the file that it is taken away as. */
export class FeedbackExportQuery extends IntersectionType(
  OmitType(FeedbackQuery, ['page', 'pageSize']),
  SheetQuery,
) {}

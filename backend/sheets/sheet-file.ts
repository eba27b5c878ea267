import { Readable } from 'node:stream';
import { applyDecorators, StreamableFile } from '@nestjs/common';
import { ApiOkResponse, ApiProduces } from '@nestjs/swagger';
import type { Day } from '../domain/days.js';
import { writeSheet, type SheetFormat, type Table } from './sheet.js';

const types: Record<SheetFormat, string> = {
  csv: 'text/csv; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
};

/** Says of a route that it gives a file, for the description of the API. */
export const GivesSheet = () =>
  applyDecorators(
    ApiProduces('text/csv', types.xlsx),
    ApiOkResponse({ schema: { type: 'string', format: 'binary' } }),
  );

/**
 * Writes a table to a file that is sent once it is whole: a reader on a slow line holds no
 * transaction open, and what goes wrong is still told as an error.
 */
export async function sheetFile<Row>(
  format: SheetFormat,
  table: Table<Row>,
  today: Day,
): Promise<StreamableFile> {
  const parts = await writeSheet(format, table);
  return new StreamableFile(Readable.from(parts), {
    type: types[format],
    disposition: `attachment; filename="${fileName(table.name)}-${today}.${format}"`,
    length: parts.reduce((length, part) => length + part.length, 0),
  });
}

/** A workbook that is whole already, named as a table of its kind would be. */
export function workbookFile(name: string, bytes: Buffer, today: Day): StreamableFile {
  return new StreamableFile(bytes, {
    type: types.xlsx,
    disposition: `attachment; filename="${fileName(name)}-${today}.xlsx"`,
    length: bytes.length,
  });
}

/** Plain letters, which every system and every header can carry. */
function fileName(name: string): string {
  const plain = name.normalize('NFD').replace(/[\u0300-\u036f]/g, '');
  return plain.toLowerCase().replace(/[^a-z0-9]+/g, '-');
}

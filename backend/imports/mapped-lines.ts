import { identityFields } from '../domain/import-fields.js';
import type { SheetRows } from '../sheets/csv-rows.js';
import { inOrder } from './export-lines.js';
import type { ImportMappingDto } from './import.dto.js';
import { headersKey, rowNames, type IncomingLine } from './imported-word.js';
import { readMapped, type Catalogue } from './mapped-row.js';
import { RowProblem } from './row-problem.js';

/** The source that files with these titles are. */
export function sourceOf(header: string[]): string {
  return `file:${headersKey(header).slice(0, 16)}`;
}

/**
 * The lines of a file whose columns somebody gave a meaning. What is kept of a row as it was are the
 * columns that have one and name nobody: nothing else of them would ever be forgotten.
 */
export function mappedLines(
  { header, rows, damage }: SheetRows,
  mapping: ImportMappingDto,
  catalogue: Catalogue,
): IncomingLine[] {
  const source = sourceOf(header);
  const nameOf = rowNames(header);
  const kept = header.flatMap((title, at) => {
    const field = mapping.fields[at];
    return field && !identityFields.includes(field) ? [{ title, at }] : [];
  });
  const lines = rows.map(({ line, cells }) => {
    // Counted in the file's order, whatever lines are read again.
    const name = nameOf(cells);
    return {
      line,
      read: () => {
        const { word, externalId, problems } = readMapped(cells, mapping, catalogue);
        if (problems.length > 0) throw new RowProblem(problems);
        const record = Object.fromEntries(kept.map(({ title, at }) => [title, cells[at] ?? '']));
        return {
          ...{ ...word, source, sourceId: externalId ?? name, otherChannels: [], answers: [] },
          record: { structures: [], ratings: {}, record },
        };
      },
    };
  });
  return inOrder(lines, damage);
}

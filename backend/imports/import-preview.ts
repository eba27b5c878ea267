import { previewRows, type ImportField } from '../domain/import-fields.js';
import { say } from '../words/words.js';
import type { ImportDraftDto, PreviewRowDto, RememberedMappingDto } from './import.dto.js';
import type { OpenedFile } from './import-files.js';
import type { ImportedWord, IncomingLine } from './imported-word.js';
import { readMapped } from './mapped-row.js';
import { RowProblem, type Problem } from './row-problem.js';
import { sourceName } from './services-publics-plus.js';

/** How much of a long text is shown beforehand. */
const shown = 400;

/** A file as it will be: its first rows, what is wrong, and the words that mean nothing yet. */
export function previewOf(
  { run, sheet, known, catalogue, lines, cellsOf }: OpenedFile,
  remembered: RememberedMappingDto | null,
  language: string,
): ImportDraftDto {
  const reads = lines.map(attempt);
  const unknown = new Map<string, ImportDraftDto['unknown'][number]>();
  const { mapping } = run;
  for (const { cells } of mapping ? sheet.rows : []) {
    for (const { field, text } of mapping ? readMapped(cells, mapping, catalogue).unknown : []) {
      const key = `${field} ${text.toLowerCase()}`;
      const found = unknown.get(key) ?? { field, text: text.slice(0, 300), count: 0 };
      unknown.set(key, { ...found, count: found.count + 1 });
    }
  }
  return {
    ...{ id: run.id, fileName: run.fileName, sheets: sheet.sheets, sheet: sheet.sheet },
    source: known ? sourceName : null,
    columns: sheet.header.map((title, at) => ({ title, sample: sampleOf(sheet.rows, at) })),
    ...{ mapping, remembered },
    unknown: [...unknown.values()].sort((a, b) => b.count - a.count).slice(0, 100),
    missing: mapping && !mapping.fields.includes('body') ? ['body'] : [],
    total: lines.length,
    ready: reads.filter(({ problems }) => problems.length === 0).length,
    rows: reads.slice(0, previewRows).map(({ line, word, problems }) => ({
      line,
      values: valuesOf(word ?? halfRead(cellsOf.get(line))),
      problems: tell(problems, language),
    })),
  };

  function halfRead(cells: string[] | undefined): Partial<ImportedWord> {
    return mapping && cells ? readMapped(cells, mapping, catalogue).word : {};
  }
}

/** Problems as sentences, in the reader's language. */
export function tell<Field extends string>(
  problems: Problem<Field>[],
  language: string,
): { field: Field | null; message: string }[] {
  return problems.map(({ field, code, facts }) => ({ field, message: say(language, code, facts) }));
}

interface Attempt {
  line: number;
  word: ImportedWord | null;
  problems: Problem[];
}

function attempt({ line, read }: IncomingLine): Attempt {
  try {
    return { line, word: read(), problems: [] };
  } catch (error) {
    if (!(error instanceof RowProblem)) throw error;
    return { line, word: null, problems: error.problems };
  }
}

function valuesOf(word: Partial<ImportedWord>): PreviewRowDto['values'] {
  const { unitId, themeId, severity, sourceId, ...rest } = word;
  const all: Partial<Record<ImportField, string | null>> = {
    ...{ body: rest.body?.slice(0, shown), title: rest.title, receivedOn: rest.receivedOn },
    ...{ kind: rest.kind, channel: rest.channel, reporter: rest.reporter },
    ...{ name: rest.name, email: rest.email, phone: rest.phone },
    ...{ service: unitId, theme: themeId, severity: severity?.toString(), externalId: sourceId },
  };
  const said = Object.entries(all).filter(([, value]) => value);
  return Object.fromEntries(said);
}

function sampleOf(rows: { cells: string[] }[], at: number): string {
  const filled = rows.find(({ cells }) => cells[at]?.trim());
  return filled?.cells[at]?.trim().slice(0, 120) ?? '';
}

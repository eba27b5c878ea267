import { previewRows } from '../domain/import-fields.js';
import type { PlanField } from '../domain/plan-fields.js';
import { planOutcomes, type Meaning, type PlanOutcome } from '../domain/plan-sheet.js';
import { tell } from '../imports/import-preview.js';
import { isEmpty, textOfCell } from '../sheets/grid.js';
import { sayWord } from '../words/words.js';
import type { PlanCatalogue } from './plan-catalogue.js';
import type { FatedLine, OpenedPlan } from './plan-sheet-files.js';
import type { PlanDraftDto, PlanPreviewRowDto } from './plan-sheet.dto.js';

/** How much of a long text is shown beforehand, and how many lines of a sort. */
const shown = 300;
const listed = 100;
const titleChoices = 20;

/** A plan's sheet as it will be: its first lines, what is wrong, and what both sides changed. */
export function planPreview(
  { run, grid, read, catalogue, lines }: OpenedPlan,
  known: Pick<PlanDraftDto, 'plan' | 'remembered'>,
  language: string,
): PlanDraftDto {
  const { planMapping: mapping } = run;
  const width = Math.max(mapping.fields.length, read.titles.length);
  const body = grid.rows.slice(mapping.titleLine);
  const sampleOf = (at: number) =>
    textOfCell(body.find((cells) => !isEmpty(cells[at]))?.[at]).slice(0, 120);
  const show = (one: FatedLine) => rowOf(one, catalogue, language);
  const some = (outcome: PlanOutcome) =>
    lines.filter(({ fate }) => fate.outcome === outcome).slice(0, listed);
  // A conflict that somebody chose a side of is shown with its choice.
  const chosen = new Set(mapping.choices.map(({ line }) => line));
  const both = lines.filter(
    ({ line, fate }) =>
      fate.outcome === 'conflict' || (fate.conflicts.length > 0 && chosen.has(line.line)),
  );
  return {
    ...{ id: run.id, fileName: run.fileName, sheets: grid.sheets, sheet: grid.sheet, ...known },
    proposal: proposalOf(run.fileName, lines, catalogue, read.others[0]?.cells.map(textOfCell)),
    titleLines: grid.rows.slice(0, titleChoices).flatMap((cells, row) => {
      const text = cells
        .map(textOfCell)
        .filter((cell) => cell.trim())
        .join(' · ');
      return text ? [{ line: row + 1, text: text.slice(0, 120) }] : [];
    }),
    columns: Array.from({ length: width }, (_, at) => ({
      ...{ title: textOfCell(read.titles[at]).trim(), sample: sampleOf(at) },
    })),
    mapping,
    unknown: unknownOf(lines),
    missing: missingOf(lines, mapping),
    total: lines.length,
    counts: countsOf(lines),
    words: read.others.length,
    rows: lines.slice(0, previewRows).map(show),
    refused: some('refused').map(show),
    changed: some('changed').map(show),
    conflicts: both.slice(0, listed).map(show),
  };
}

/** What keeps a sheet from being brought in at all. */
export function missingOf(
  lines: FatedLine[],
  { fields, defaults }: OpenedPlan['run']['planMapping'],
): ('title' | 'origin')[] {
  if (!fields.includes('title')) return ['title'];
  const asks = lines.some(({ line, fate }) => fate.outcome === 'added' && !line.meanings.origin);
  return asks && defaults.origin.trim().length < 2 ? ['origin'] : [];
}

function countsOf(lines: FatedLine[]): Record<PlanOutcome, number> {
  const counts = planOutcomes.map((outcome): [PlanOutcome, number] => [
    outcome,
    lines.filter(({ fate }) => fate.outcome === outcome).length,
  ]);
  return Object.fromEntries(counts) as Record<PlanOutcome, number>;
}

function unknownOf(lines: FatedLine[]): PlanDraftDto['unknown'] {
  const found = new Map<string, PlanDraftDto['unknown'][number]>();
  for (const { field, text } of lines.flatMap(({ line }) => line.unknown)) {
    const key = `${field} ${text.toLowerCase()}`;
    const one = found.get(key) ?? { field, text: text.slice(0, 300), count: 0 };
    found.set(key, { ...one, count: one.count + 1 });
  }
  return [...found.values()].sort((a, b) => b.count - a.count).slice(0, 200);
}

/** The words above the titles are the plan's own; its days are those of its actions. */
function proposalOf(
  fileName: string,
  lines: FatedLine[],
  { today }: PlanCatalogue,
  above: string[] = [],
): PlanDraftDto['proposal'] {
  const words = above.find((text) => text.trim().length >= 3)?.trim();
  const named = words ?? fileName.replace(/\.\w+$/, '');
  const told = (field: 'startOn' | 'dueOn') =>
    lines.flatMap(({ line }) => (line.meanings[field] ? [String(line.meanings[field])] : []));
  const days = [...told('startOn'), ...told('dueOn')].sort();
  const year = today.slice(0, 4);
  const first = days[0] ?? `${year}-01-01`;
  const last = days.at(-1) ?? `${year}-12-31`;
  return {
    title: named.length < 3 ? 'Plan d’actions' : named.slice(0, 160),
    fromDay: first < `${year}-01-01` ? first : `${year}-01-01`,
    toDay: last > today ? last : `${year}-12-31`,
  };
}

function rowOf(
  { line, stored, fate }: FatedLine,
  catalogue: PlanCatalogue,
  language: string,
): PlanPreviewRowDto {
  const said = (field: PlanField, meaning: Meaning | undefined) =>
    wordsOf(field, meaning ?? null, catalogue, language).slice(0, shown);
  const difference = (field: PlanField) => ({
    field,
    here: said(field, stored?.standing[field as 'title']),
    sheet: said(field, line.meanings[field]),
  });
  const values = Object.entries(line.meanings).flatMap(([field, meaning]) => {
    const words = said(field as PlanField, meaning);
    return words ? [[field, words]] : [];
  });
  const isOpen = fate.outcome !== 'refused';
  return {
    ...{ line: line.line, outcome: fate.outcome, seen: fate.seen },
    title: said('title', line.meanings.title).slice(0, 160),
    reference: stored?.action.reference ?? null,
    values: Object.fromEntries(values) as PlanPreviewRowDto['values'],
    problems: tell(fate.problems, language),
    changes: isOpen ? fate.changes.map(difference) : [],
    conflicts: isOpen ? fate.conflicts.map(difference) : [],
  };
}

function wordsOf(
  field: PlanField,
  meaning: Meaning,
  { personNames, unitNames }: PlanCatalogue,
  language: string,
): string {
  if (meaning === null) return '';
  const text = String(meaning);
  if (field === 'owner') return personNames.get(text) ?? '';
  if (field === 'service') return unitNames.get(text) ?? '';
  if (field === 'state') return sayWord(language, 'actionState', text as 'done');
  if (field === 'kind') return sayWord(language, 'actionKind', text as 'corrective');
  return field === 'progress' ? `${text} %` : text;
}

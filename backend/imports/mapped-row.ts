import { isEmail } from 'class-validator';
import type { Day } from '../domain/days.js';
import {
  bodyMaximum,
  type Channel,
  type FeedbackKind,
  type ReporterKind,
  type Severity,
} from '../domain/feedback.js';
import { foldText, type ChosenField, type ImportField } from '../domain/import-fields.js';
import { codeOf, codes, dayOf } from '../domain/import-values.js';
import type { ImportMappingDto } from './import.dto.js';
import type { ImportedWord } from './imported-word.js';
import type { Problem } from './row-problem.js';

/** What an organisation's own words mean: its services and its themes, by their folded names. */
export interface Catalogue {
  units: Map<string, string>;
  themes: Map<string, string>;
  today: Day;
}

/** A row as it will be, with what is wrong, and the words that mean nothing yet. */
export interface MappedRow {
  word: Omit<ImportedWord, 'source' | 'sourceId' | 'record' | 'answers' | 'otherChannels'>;
  externalId: string | null;
  problems: Problem[];
  unknown: { field: ChosenField; text: string }[];
}

const longest: Partial<Record<ImportField, number>> = {
  ...{ body: bodyMaximum, title: 300, externalId: 200, name: 120, email: 254, phone: 40 },
};

/** Reads a row by its mapping; it tells all that is wrong at once. */
export function readMapped(
  cells: string[],
  mapping: ImportMappingDto,
  catalogue: Catalogue,
): MappedRow {
  const problems: Problem[] = [];
  const unknown: MappedRow['unknown'] = [];
  const complain = (field: ImportField, code: Problem['code'], facts = {}) =>
    problems.push({ field, code, facts });
  const text = (field: ImportField): string | null => {
    const cell = cells[mapping.fields.indexOf(field)] ?? '';
    const maximum = longest[field] ?? Infinity;
    if (cell.includes('\0') || !cell.isWellFormed()) complain(field, 'row.nul');
    if (cell.length > maximum) complain(field, 'row.too_long', { maximum });
    return cell.trim() === '' ? null : cell;
  };
  /** What a cell means, '' where it says nothing. */
  const choice = (field: ChosenField): string => {
    const cell = text(field);
    if (cell === null) return '';
    const meant = meaning(field, cell, mapping, catalogue);
    if (meant !== undefined) return meant;
    unknown.push({ field, text: cell.trim() });
    complain(field, 'row.unknown_value', { text: cell.trim().slice(0, 80) });
    return '';
  };
  const { defaults } = mapping;
  const body = text('body');
  if (body === null) complain('body', 'row.body_missing');
  const email = text('email')?.trim() ?? null;
  if (email !== null && !isEmail(email)) complain('email', 'row.email', { text: email });
  const received = text('receivedOn');
  const receivedOn = received === null ? catalogue.today : dayOf(received);
  if (receivedOn === undefined) complain('receivedOn', 'row.date', { text: received });
  else if (receivedOn > catalogue.today) complain('receivedOn', 'row.future', { text: received });
  const severity = choice('severity');
  const unitId = choice('service') || defaults.unitId;
  if (![...catalogue.units.values()].includes(unitId)) complain('service', 'unit.unknown');
  return {
    word: {
      kind: (choice('kind') || defaults.kind) as FeedbackKind,
      title: text('title')?.trim() ?? null,
      body: body ?? '',
      receivedOn: receivedOn ?? catalogue.today,
      channel: (choice('channel') || defaults.channel) as Channel,
      reporter: (choice('reporter') || defaults.reporter) as ReporterKind,
      unitId,
      themeId: choice('theme') || null,
      severity: severity ? (Number(severity) as Severity) : null,
      ...{ name: text('name')?.trim() ?? null, email, phone: text('phone')?.trim() ?? null },
    },
    externalId: text('externalId')?.trim() ?? null,
    problems,
    unknown,
  };
}

/** The code or the id that a cell means: as somebody decided, or by itself. */
function meaning(
  field: ChosenField,
  cell: string,
  { values }: ImportMappingDto,
  { units, themes }: Catalogue,
): string | undefined {
  const folded = foldText(cell);
  const decided = decisionsOf(values).get(`${field} ${folded}`);
  const known = {
    service: () => units.get(folded),
    theme: () => themes.get(folded),
  };
  if (decided !== undefined && fits(field, decided, units, themes)) return decided;
  return field === 'service' || field === 'theme' ? known[field]() : codeOf(field, cell);
}

const decisions = new WeakMap<object, Map<string, string>>();

/** What somebody decided that each word means: folded once, since every cell of a file asks. */
function decisionsOf(values: ImportMappingDto['values']): Map<string, string> {
  const known = decisions.get(values);
  if (known) return known;
  // Of two that speak of the same word, the first stands.
  const made = new Map(
    values.toReversed().map(({ field, text, to }) => [`${field} ${foldText(text)}`, to]),
  );
  decisions.set(values, made);
  return made;
}

function fits(
  field: ChosenField,
  to: string,
  units: Map<string, string>,
  themes: Map<string, string>,
): boolean {
  if (to === '') return true;
  if (field === 'service') return [...units.values()].includes(to);
  if (field === 'theme') return [...themes.values()].includes(to);
  return codes[field].includes(to);
}

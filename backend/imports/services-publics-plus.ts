import type { Channel, FeedbackKind } from '../domain/feedback.js';
import { pseudonymColumn, type ImportedRecord } from '../feedback/feedback.entity.js';
import type { ImportedWord } from './imported-word.js';
import { RowProblem } from './row-problem.js';

/** The columns of the published export of Services Publics+ (open data, Licence Ouverte 2.0). */
const columns = {
  id: 'ID expérience',
  title: 'Titre',
  pseudonym: pseudonymColumn,
  writtenOn: 'Écrit le',
  body: 'Description',
  feeling: 'Ressenti usager',
  channels: 'Canaux Typologie 1',
} as const;
const structureColumns = [1, 2, 3].map((rank) => `Intitulé structure ${rank}`);
const answerColumns = [1, 2, 3].map((rank) => `Réponse structure ${rank}`);
const ratingColumns = {
  accessibility: 'Accessibilité',
  information: 'Information/Explication',
  relation: 'Relation',
  responsiveness: 'Réactivité',
  simplicity: 'Simplicité/Complexité',
} as const;

const feelings: Record<string, FeedbackKind> = {
  négatif: 'complaint',
  neutre: 'suggestion',
  positif: 'compliment',
};
const ratings: Record<string, -1 | 0 | 1> = { négatif: -1, neutre: 0, positif: 1 };
// A channel that is not named here counts as `web`, where the experience was written; the row keeps
// its own word.
const channelOf: Record<string, Channel> = {
  accueil: 'front_desk',
  téléphone: 'phone',
  courrier: 'mail',
  'e-mail': 'email',
  'démarche en ligne': 'web',
  'compte ou espace personnel': 'web',
  'visio/video': 'meeting',
  patrouille: 'meeting',
};

/** One experience, read from its row. */
export interface Experience {
  sourceId: string;
  kind: FeedbackKind;
  title: string | null;
  body: string;
  pseudonym: string | null;
  /** ISO day. */
  receivedOn: string;
  channel: Channel;
  otherChannels: Channel[];
  answers: { body: string; structure: string }[];
  record: ImportedRecord;
}

export const sourceName = 'services-publics-plus';

/** @throws RowProblem when the file's first line is not that of the export. */
export function checkColumns(header: string[]): void {
  const missing = Object.values(columns).filter((column) => !header.includes(column));
  if (missing.length === 0) return;
  throw RowProblem.of('row.not_export', { columns: missing.join(', ') });
}

/** Whether a file's first line is that of the export. */
export function isExport(header: string[]): boolean {
  return Object.values(columns).every((column) => header.includes(column));
}

/** Reads one row. @throws RowProblem that says what is wrong with it. */
export function readExperience(row: Record<string, string>): Experience {
  const cell = (column: string): string => row[column] ?? '';
  const sourceId = cell(columns.id).trim();
  if (!sourceId) throw RowProblem.of('row.empty', { column: columns.id }, 'externalId');
  const body = cell(columns.body);
  if (!body.trim()) throw RowProblem.of('row.empty', { column: columns.body }, 'body');
  if (Object.values(row).some((value) => value.includes('\u0000'))) {
    throw RowProblem.of('row.nul');
  }
  const named = cell(columns.channels).split(',').map(fold).filter(Boolean);
  const [channel = 'web', ...otherChannels] = new Set(
    named.map((name) => channelOf[name] ?? 'web'),
  );
  return {
    sourceId,
    kind: known(feelings, cell(columns.feeling), columns.feeling),
    title: cell(columns.title) || null,
    body,
    pseudonym: cell(columns.pseudonym) || null,
    receivedOn: readDay(cell(columns.writtenOn)),
    channel,
    otherChannels,
    answers: answerColumns.flatMap((column, index) => {
      const structure = cell(structureColumns[index] ?? '');
      return cell(column).trim() ? [{ body: cell(column), structure }] : [];
    }),
    record: {
      structures: structureColumns.map(cell).filter(Boolean),
      ratings: Object.fromEntries(
        Object.entries(ratingColumns).flatMap(([axis, column]) =>
          cell(column) ? [[axis, known(ratings, cell(column), column)]] : [],
        ),
      ),
      record: row,
    },
  };
}

/** An experience as what is brought in, into the unit that is named. */
export function wordOf(experience: Experience, unitId: string): ImportedWord {
  const { pseudonym, answers, ...word } = experience;
  return {
    ...word,
    ...{ source: sourceName, reporter: 'user', unitId, themeId: null, severity: null },
    ...{ name: pseudonym, email: null, phone: null },
    answers: answers.map(({ body, structure }) => ({ body, author: structure || sourceName })),
  };
}

const fold = (text: string): string => text.trim().toLowerCase();

function known<Value>(values: Record<string, Value>, text: string, column: string): Value {
  const value = values[fold(text)];
  if (value !== undefined) return value;
  const expected = Object.keys(values).join(', ');
  const field = column === columns.feeling ? 'kind' : null;
  throw RowProblem.of('row.value', { column, text, expected }, field);
}

function readDay(text: string): string {
  const day = text.trim().slice(0, 10);
  const valid = /^[12]\d{3}-\d{2}-\d{2}$/.test(day) && new Date(day).toJSON()?.startsWith(day);
  if (valid) return day;
  throw RowProblem.of('row.iso_day', { column: columns.writtenOn, text }, 'receivedOn');
}

import { createHash } from 'node:crypto';
import type { Day } from '../domain/days.js';
import type { Channel, FeedbackKind, ReporterKind, Severity } from '../domain/feedback.js';
import { foldText } from '../domain/import-fields.js';
import type { ImportedRecord } from '../feedback/feedback.entity.js';

/** What somebody said elsewhere, ready to be brought in. */
export interface ImportedWord {
  source: string;
  /** Tells it from all others of its source: brought twice, it is added once. */
  sourceId: string;
  kind: FeedbackKind;
  title: string | null;
  body: string;
  receivedOn: Day;
  channel: Channel;
  otherChannels: Channel[];
  reporter: ReporterKind;
  unitId: string;
  themeId: string | null;
  severity: Severity | null;
  name: string | null;
  email: string | null;
  phone: string | null;
  answers: { body: string; author: string }[];
  record: ImportedRecord;
}

/** A line of a file, and how it is read. */
export interface IncomingLine {
  line: number;
  /** @throws RowProblem */
  read: () => ImportedWord;
}

/** Names the set of a file's titles, whatever their order. */
export function headersKey(header: string[]): string {
  return digest(header.map(foldText).sort()).slice(0, 32);
}

/** Names a row by all that stands in it, under its titles; the same row again has another number. */
export function rowNames(header: string[]): (cells: string[]) => string {
  const seen = new Map<string, number>();
  const order = header.map((title, at) => ({ title: foldText(title), at }));
  order.sort((a, b) => (a.title < b.title ? -1 : a.title > b.title ? 1 : a.at - b.at));
  return (cells) => {
    const name = digest(order.map(({ at }) => cells[at] ?? '')).slice(0, 32);
    const count = (seen.get(name) ?? 0) + 1;
    seen.set(name, count);
    return count === 1 ? name : `${name}-${count}`;
  };
}

function digest(parts: string[]): string {
  return createHash('sha256').update(JSON.stringify(parts)).digest('hex');
}

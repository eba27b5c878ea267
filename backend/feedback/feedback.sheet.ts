import type { SelectQueryBuilder } from 'typeorm';
import type { Column } from '../sheets/sheet.js';
import { say, sayWord, type Sentence } from '../words/words.js';
import type { Feedback } from './feedback.entity.js';

/** A feedback as a row of a file: what a list shows, with the whole of what was said. */
export type FeedbackLine = Pick<
  Feedback,
  | 'reference'
  | 'receivedOn'
  | 'kind'
  | 'state'
  | 'severity'
  | 'frequency'
  | 'criticality'
  | 'answerBy'
  | 'answeredOn'
  | 'channel'
  | 'reporter'
  | 'title'
  | 'body'
  | 'decision'
  | 'dismissalReason'
> & { unitName: string; themeLabel: string | null };

/** Reads rows of `f` as they stand in a file; who spoke is not among them. */
export function feedbackLines(found: SelectQueryBuilder<Feedback>): SelectQueryBuilder<Feedback> {
  return found
    .innerJoin('unit', 'u', 'u.id = f.unitId')
    .leftJoin('theme', 't', 't.id = f.themeId')
    .select([
      'f.reference AS reference',
      'f.receivedOn AS "receivedOn"',
      'f.kind AS kind',
      'f.state AS state',
      'f.severity AS severity',
      'f.frequency AS frequency',
      'f.criticality AS criticality',
      'f.answerBy AS "answerBy"',
      'f.answeredOn AS "answeredOn"',
      'f.channel AS channel',
      'f.reporter AS reporter',
      'f.title AS title',
      'f.body AS body',
      'f.decision AS decision',
      'f.dismissalReason AS "dismissalReason"',
      'u.name AS "unitName"',
      't.label AS "themeLabel"',
    ]);
}

/** The columns of the file, in the reader's language. */
export function feedbackColumns(language: string): Column<FeedbackLine>[] {
  const title = (name: string) => say(language, `sheet.column.${name}` as Sentence);
  return [
    { title: title('reference'), cell: ({ reference }) => reference },
    { title: title('receivedOn'), kind: 'day', cell: ({ receivedOn }) => receivedOn },
    { title: title('kind'), cell: ({ kind }) => sayWord(language, 'kind', kind) },
    { title: title('state'), cell: ({ state }) => sayWord(language, 'feedbackState', state) },
    { title: title('unit'), width: 28, cell: ({ unitName }) => unitName },
    { title: title('theme'), width: 24, cell: ({ themeLabel }) => themeLabel },
    {
      title: title('severity'),
      cell: ({ severity }) => severity && sayWord(language, 'severity', `${severity}`),
    },
    {
      title: title('frequency'),
      cell: ({ frequency }) => frequency && sayWord(language, 'frequency', `${frequency}`),
    },
    {
      title: title('criticality'),
      cell: ({ criticality }) => criticality && sayWord(language, 'criticality', `${criticality}`),
    },
    { title: title('answerBy'), kind: 'day', cell: ({ answerBy }) => answerBy },
    { title: title('answeredOn'), kind: 'day', cell: ({ answeredOn }) => answeredOn },
    { title: title('channel'), cell: ({ channel }) => sayWord(language, 'channel', channel) },
    {
      title: title('reporter'),
      width: 20,
      cell: ({ reporter }) => sayWord(language, 'reporter', reporter),
    },
    { title: title('title'), width: 40, cell: (line) => line.title },
    { title: title('body'), width: 90, cell: ({ body }) => body },
    { title: title('decision'), width: 45, cell: ({ decision }) => decision },
    { title: title('dismissal'), width: 45, cell: ({ dismissalReason }) => dismissalReason },
  ];
}

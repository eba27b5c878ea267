import type { Column } from '../sheets/sheet.js';
import type { Satisfaction } from '../domain/satisfaction.js';
import { say } from '../words/words.js';
import type { CampaignDto, SurveyDto } from './surveys.dto.js';

/** A campaign as a row of a file, with the question that it asks. */
export interface SatisfactionLine extends CampaignDto {
  survey: SurveyDto;
}

/** Every campaign of these surveys, as rows. */
export function satisfactionLines(surveys: SurveyDto[]): SatisfactionLine[] {
  return surveys.flatMap((survey) => survey.campaigns.map((campaign) => ({ ...campaign, survey })));
}

/** The columns of the satisfaction file, in the reader's language. */
export function campaignColumns(language: string): Column<SatisfactionLine>[] {
  return [
    { title: say(language, 'sheet.column.survey'), width: 28, cell: ({ survey }) => survey.title },
    {
      title: say(language, 'sheet.column.question'),
      width: 60,
      cell: ({ survey }) => survey.question,
    },
    { title: say(language, 'sheet.column.unit'), width: 28, cell: ({ unit }) => unit.name },
    { title: say(language, 'sheet.column.opensOn'), kind: 'day', cell: ({ opensOn }) => opensOn },
    ...satisfactionColumns<SatisfactionLine>(language, ({ satisfaction }) => satisfaction),
  ];
}

/** How many answered, the share with its interval; nothing but the number while they are too few. */
export function satisfactionColumns<Row>(
  language: string,
  of: (row: Row) => Satisfaction,
): Column<Row>[] {
  const shown = (row: Row) => {
    const satisfaction = of(row);
    return satisfaction.shown ? satisfaction : null;
  };
  return [
    { title: say(language, 'sheet.column.answers'), cell: (row) => of(row).n },
    {
      title: say(language, 'sheet.column.share'),
      kind: 'share',
      cell: (row) => shown(row)?.share ?? null,
    },
    {
      title: say(language, 'sheet.column.low'),
      ...{ kind: 'share', width: 26 },
      cell: (row) => shown(row)?.interval.low ?? null,
    },
    {
      title: say(language, 'sheet.column.high'),
      ...{ kind: 'share', width: 26 },
      cell: (row) => shown(row)?.interval.high ?? null,
    },
  ];
}

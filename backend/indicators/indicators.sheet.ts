import type { Column } from '../sheets/sheet.js';
import { satisfactionColumns } from '../surveys/surveys.sheet.js';
import { say } from '../words/words.js';
import type { IndicatorDto, MeasurementDto } from './indicators.dto.js';

/** A point of an indicator as a row of a file. */
export interface IndicatorLine extends MeasurementDto {
  indicator: IndicatorDto;
}

/** The months of these indicators, oldest first, as their charts draw them. */
export function indicatorLines(indicators: IndicatorDto[]): IndicatorLine[] {
  return indicators.flatMap((indicator) =>
    indicator.months.map((month) => ({ ...month, indicator })),
  );
}

/** The columns of the indicators' file, in the reader's language. */
export function indicatorColumns(language: string): Column<IndicatorLine>[] {
  return [
    {
      title: say(language, 'sheet.column.indicator'),
      width: 36,
      cell: ({ indicator }) => indicator.name,
    },
    {
      title: say(language, 'sheet.column.question'),
      width: 60,
      cell: ({ indicator }) => indicator.source,
    },
    { title: say(language, 'sheet.column.period'), cell: ({ period }) => period },
    ...satisfactionColumns<IndicatorLine>(language, ({ satisfaction }) => satisfaction),
    {
      title: say(language, 'sheet.column.target'),
      kind: 'share',
      cell: ({ indicator }) => indicator.target,
    },
  ];
}

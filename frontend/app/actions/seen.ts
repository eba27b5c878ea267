import type { OriginInputDto } from '../../../backend/actions/actions.dto';
import type { Satisfaction } from '../../../backend/domain/satisfaction';
import type { IndicatorDto } from '../../../backend/indicators/indicators.dto';
import type { SurveyDto } from '../../../backend/surveys/surveys.dto';

/** What was measured and calls for an action: a survey's result, or an indicator's point. */
export interface Seen {
  kind: 'survey' | 'indicator';
  id: string;
  /** The survey's title, or the indicator's name. */
  name: string;
  question: string;
  /** Where it was measured; null for all units together. */
  unit: { id: string; name: string } | null;
  /** ISO month, where it is the point of one. */
  month: string | null;
  /** Null where no single figure was pointed at. */
  satisfaction: Satisfaction | null;
  /** The share aimed at, 0 to 1. */
  target: number | null;
}

/** A survey, or its result in one campaign; null where the reader sees no such survey. */
export function seenInSurveys(
  surveys: readonly SurveyDto[],
  surveyId: string,
  campaignId?: string,
): Seen | null {
  const survey = surveys.find(({ id }) => id === surveyId);
  if (!survey) return null;
  const { id, title: name, question } = survey;
  const campaign = survey.campaigns.find((one) => one.id === campaignId);
  return {
    ...{ kind: 'survey', id, name, question, month: null, target: null },
    unit: campaign?.unit ?? null,
    satisfaction: campaign?.satisfaction ?? null,
  };
}

/** An indicator, or its point of one month or in one unit; null where the reader sees no such one. */
export function seenInIndicators(
  indicators: readonly IndicatorDto[],
  indicatorId: string,
  { month, unitId }: { month?: string | undefined; unitId?: string | undefined },
): Seen | null {
  const indicator = indicators.find(({ id }) => id === indicatorId);
  if (!indicator) return null;
  const { id, name, source: question, target, overall, months, units } = indicator;
  const ofMonth = months.find(({ period }) => period === month);
  const ofUnit = units.find(({ unit }) => unit?.id === unitId);
  return {
    ...{ kind: 'indicator', id, name, question, target },
    unit: ofUnit?.unit ?? null,
    month: ofMonth?.period ?? null,
    satisfaction: (ofMonth ?? ofUnit)?.satisfaction ?? overall,
  };
}

/** The origin that it makes, with the figure in words: it may be another one tomorrow. */
export function originOf({ kind, id }: Seen, reference: string): OriginInputDto {
  const point = reference ? { reference: reference.slice(0, 200) } : {};
  return kind === 'survey' ? { kind, surveyId: id, ...point } : { kind, indicatorId: id, ...point };
}

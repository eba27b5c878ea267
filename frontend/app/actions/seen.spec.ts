import type { IndicatorDto } from '../../../backend/indicators/indicators.dto';
import type { SurveyDto } from '../../../backend/surveys/surveys.dto';
import { originOf, seenInIndicators, seenInSurveys } from './seen';

const few = { n: 2, shown: false } as const;
const many = { n: 20, shown: true, share: 0.5, interval: { low: 0.3, high: 0.7 } } as never;
const desk = { id: 'desk', name: 'Accueil' };
const surveys: SurveyDto[] = [
  {
    ...{ id: 's', title: 'Accueil', question: 'Bien reçu ?', actions: [] },
    campaigns: [
      {
        id: 'c',
        unit: desk,
        publicKey: 'k',
        opensOn: '2026-10-01',
        satisfaction: many,
        reasons: [],
      },
    ],
  },
];
const indicators: IndicatorDto[] = [
  {
    ...{ id: 'i', name: 'Satisfaits', source: 'Bien reçu ?', target: 0.8, againstTarget: null },
    overall: few,
    months: [{ unit: null, period: '2026-10', satisfaction: many }],
    units: [{ unit: desk, period: '', satisfaction: many }],
    actions: [],
  },
];

describe('what was measured and calls for an action', () => {
  it('is a survey, or its result in one unit', () => {
    expect(seenInSurveys(surveys, 's', 'c')).toMatchObject({ unit: desk, satisfaction: many });
    expect(seenInSurveys(surveys, 's')).toMatchObject({ unit: null, satisfaction: null });
    expect(seenInSurveys(surveys, 'another')).toBeNull();
  });

  it('is an indicator, or its point of a month or of a unit', () => {
    const at = (point: object) => seenInIndicators(indicators, 'i', point);
    expect(at({})).toMatchObject({ month: null, unit: null, satisfaction: few, target: 0.8 });
    expect(at({ month: '2026-10' })).toMatchObject({ month: '2026-10', satisfaction: many });
    expect(at({ unitId: 'desk' })).toMatchObject({ unit: desk, satisfaction: many });
    expect(at({ month: '1999-01' })).toMatchObject({ month: null, satisfaction: few });
    expect(seenInIndicators(indicators, 'another', {})).toBeNull();
  });

  it('becomes an origin that keeps the figure, no longer than the server takes', () => {
    const seen = seenInSurveys(surveys, 's', 'c');
    expect(originOf(seen as never, '')).toEqual({ kind: 'survey', surveyId: 's' });
    expect(originOf(seen as never, 'x'.repeat(300)).reference).toHaveLength(200);
  });
});

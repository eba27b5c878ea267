import type { OriginDto } from '../../../backend/actions/actions.dto';
import type { I18n } from '../i18n/i18n';

/** The page of what an action comes from, where there is one that the reader may open. */
export function linkTo({ feedback, cause, survey, indicator }: OriginDto): string | null {
  if (feedback) return `/fiches/${feedback.id}`;
  if (cause) return `/analyses/${cause.analysisId}`;
  if (survey) return '/enquetes';
  return indicator ? '/indicateurs' : null;
}

/** What an action comes from, in one line. */
export function nameOf(
  t: I18n['t'],
  { kind, reference, feedback, cause, survey, indicator }: OriginDto,
): string {
  switch (kind) {
    case 'feedback':
      return t(feedback ? 'actions.origins.feedback' : 'actions.origins.elsewhere', { reference });
    case 'analysis_cause':
      return t(cause ? 'actions.origins.cause' : 'actions.origins.causeElsewhere', { reference });
    case 'survey':
      return t('actions.origins.survey', { name: survey?.title ?? reference });
    case 'indicator':
      return t('actions.origins.indicator', { name: indicator?.name ?? reference });
    case 'recommendation':
      return t('actions.origins.recommendation', { reference });
    case 'audit':
      return t('actions.origins.audit', { reference });
  }
}

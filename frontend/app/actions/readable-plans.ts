import { httpResource } from '@angular/common/http';
import { computed, inject, type Signal } from '@angular/core';
import type { Page } from '../../../backend/access/page.dto';
import type { PlanSummaryDto } from '../../../backend/plans/plans.dto';
import { I18n } from '../i18n/i18n';
import { Session } from '../session/session';
import type { FilterOption } from '../ui/filter-sentence';

/** The plans that I may read, to choose from; the one that is chosen is there whichever it is. */
export function readablePlans(chosen: () => string | undefined): Signal<readonly FilterOption[]> {
  const t = inject(I18n).t;
  const mayRead = inject(Session).may('plan.read');
  const found = httpResource<Page<PlanSummaryDto>>(() =>
    mayRead ? { url: '/api/plans', params: { pageSize: 100 } } : undefined,
  );
  return computed(() => {
    const plans = found.hasValue() ? found.value().items : [];
    const options = plans.map(({ id, title }) => ({
      value: id,
      label: t('actions.filter.plan.of', { title }),
    }));
    const plan = chosen();
    if (!plan || plans.some(({ id }) => id === plan)) return options;
    return [...options, { value: plan, label: t('actions.filter.plan.other') }];
  });
}

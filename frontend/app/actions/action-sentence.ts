import { httpResource } from '@angular/common/http';
import { computed, inject, type Signal } from '@angular/core';
import { actionKinds } from '../../../backend/domain/action';
import { priorityNames } from '../../../backend/domain/priority';
import type { PersonDto } from '../../../backend/people/people.dto';
import { I18n } from '../i18n/i18n';
import { Session } from '../session/session';
import type { Filter, FilterOption } from '../ui/filter-sentence';
import { unitList } from '../ui/unit-list';
import { sorts, statuses, usualStatus, type ActionAddress, type Status } from './action-filters';
import { isOwn, spans } from './due-period';
import { readablePlans } from './readable-plans';

/** The filters of the actions as a sentence, the same above each of their views. */
export function actionSentence(
  address: Signal<ActionAddress>,
): Signal<Readonly<Record<string, Filter>>> {
  const t = inject(I18n).t;
  const units = unitList();
  const plans = readablePlans(() => address().plan);
  const mayChoosePeople = inject(Session).may('person.read');
  const people = httpResource<PersonDto[]>(() => (mayChoosePeople ? '/api/people' : undefined));
  const persons = computed(() => (people.hasValue() ? people.value() : []));

  const choice = (
    name: 'owner' | 'kind' | 'priority' | 'unit' | 'plan' | 'due',
    value: string | undefined,
    options: readonly FilterOption[],
  ): Filter => ({
    label: t(`actions.filter.${name}.name`),
    value: value ?? '',
    options: [{ value: '', label: t(`actions.filter.${name}.any`) }, ...options],
  });

  return computed(() => {
    const { owner, status, kind, priority, unit, plan, due, sort } = address();
    const usual = usualStatus(address());
    const label = (value: Status) => t(`actions.filter.status.${value}`);
    const others = Object.keys(statuses).filter((value) => value !== usual) as Status[];
    return {
      owner: choice('owner', owner, [
        { value: 'me', label: t('actions.filter.owner.me') },
        ...persons().map(({ id, name }) => ({
          value: id,
          label: t('actions.filter.owner.of', { name }),
        })),
      ]),
      status: {
        label: t('actions.filter.status.name'),
        value: status === usual ? '' : (status ?? ''),
        options: [
          { value: '', label: label(usual) },
          ...others.map((value) => ({ value, label: label(value) })),
        ],
      },
      kind: choice(
        'kind',
        kind,
        actionKinds.map((value) => ({ value, label: t(`actions.filter.kind.${value}`) })),
      ),
      priority: choice(
        'priority',
        priority,
        priorityNames.map((value) => ({ value, label: t(`actions.filter.priority.${value}`) })),
      ),
      unit: choice('unit', unit, units()),
      ...(plans().length > 0 && { plan: choice('plan', plan, plans()) }),
      due: choice(
        'due',
        isOwn(due) ? 'own' : due,
        [...spans, 'own' as const].map((value) => ({
          value,
          label: t(`actions.filter.due.${value}`),
        })),
      ),
      sort: {
        label: t('actions.filter.sort.name'),
        value: sort === 'dueOn' ? '' : (sort ?? ''),
        options: (Object.keys(sorts) as (keyof typeof sorts)[]).map((name, rank) => ({
          value: rank === 0 ? '' : name,
          label: t(`actions.filter.sort.${name}`),
        })),
      },
    };
  });
}

import type { ActionQuery, ActionSort } from '../../../backend/actions/actions.dto';
import { actionKinds } from '../../../backend/domain/action';
import type { Day } from '../../../backend/domain/days';
import { priorityNames } from '../../../backend/domain/priority';
import { isId, oneOf } from '../ui/address-filters';
import { isPeriod, periodOf } from './due-period';

/** The orders that the sentence proposes, the usual one first. */
export const sorts = {
  dueOn: 'dueOn',
  latest: '-dueOn',
  newest: '-createdAt',
} as const satisfies Record<string, ActionSort>;

/** The stages that the sentence proposes, as the server is asked for them. */
export const statuses = {
  open: { status: 'open' },
  late: { status: 'late' },
  unsettled: { status: 'unsettled' },
  planned: { state: 'planned' },
  in_progress: { state: 'in_progress' },
  toVerify: { status: 'toVerify' },
  verified: { state: 'verified' },
  cancelled: { state: 'cancelled' },
  all: {},
} as const satisfies Record<string, Pick<ActionQuery, 'state' | 'status'>>;
export type Status = keyof typeof statuses;

/** What the address may say of the actions, and which values make sense. */
export const actionFilters = {
  owner: (value: string) => value === 'me' || isId(value),
  status: oneOf(Object.keys(statuses)),
  kind: oneOf(actionKinds),
  priority: oneOf(priorityNames),
  unit: isId,
  plan: isId,
  due: isPeriod,
  q: (words: string) => words.length <= 200,
  sort: oneOf(Object.keys(sorts)),
};

export type ActionFilter = keyof typeof actionFilters;
export type ActionAddress = Partial<Record<ActionFilter | 'page', string>>;

/** Where nobody says otherwise: what is still owed; of mine, what waits for others too. */
export function usualStatus({ owner }: ActionAddress): Status {
  return owner === 'me' ? 'unsettled' : 'open';
}

/** The address of the list as the server is asked for it. */
export function actionQuery(address: ActionAddress, today: Day): Record<string, string> {
  const { unit, due, status = usualStatus(address), sort = 'dueOn', ...same } = address;
  return {
    ...same,
    ...statuses[status as Status],
    ...periodOf(due, today),
    ...(unit && { unitId: unit }),
    sort: sorts[sort as keyof typeof sorts],
  };
}

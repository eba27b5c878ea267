import type { ActionQuery, ActionSort } from '../../../backend/actions/actions.dto';
import { actionKinds } from '../../../backend/domain/action';
import { isId, oneOf } from '../ui/address-filters';

/** The orders that the sentence proposes, the usual one first. */
export const sorts = {
  dueOn: 'dueOn',
  latest: '-dueOn',
  newest: '-createdAt',
} as const satisfies Record<string, ActionSort>;

/** The stages that the sentence proposes, those that still owe something first. */
export const statuses = ['open', 'late', 'toVerify', 'all'] as const satisfies (
  ActionQuery['status'] | 'all'
)[];

/** What the address may say of the list, and which values make sense. */
export const actionFilters = {
  owner: oneOf(['me']),
  status: oneOf(statuses),
  kind: oneOf(actionKinds),
  unit: isId,
  q: (words: string) => words.length <= 200,
  sort: oneOf(Object.keys(sorts)),
};

export type ActionFilter = keyof typeof actionFilters;

/** The address of the list as the server is asked for it. */
export function actionQuery(
  address: Partial<Record<ActionFilter | 'page', string>>,
): Record<string, string> {
  const { unit, status = 'open', sort = 'dueOn', ...same } = address;
  return {
    ...same,
    ...(status !== 'all' && { status }),
    ...(unit && { unitId: unit }),
    sort: sorts[sort as keyof typeof sorts],
  };
}

import type { Permission } from '../../../backend/domain/permissions';
import type { Key } from '../i18n/words';
import type { IconName } from '../ui/icons';

/**
 * The sign over a room's door. A route under the shell that carries one in its data stands in the
 * rail, in the order of routes.ts: `data: { room: { … } satisfies RoomSign }`.
 */
export interface RoomSign {
  icon: IconName;
  label: Key;
  /** Those who may not are not shown the door; without it, everybody is. */
  needs?: Permission;
  /** Whether it may stand in the bar of a phone, which holds the first three. */
  inBar?: boolean;
}

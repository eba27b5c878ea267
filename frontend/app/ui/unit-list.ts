import { httpResource } from '@angular/common/http';
import { computed, type Signal } from '@angular/core';
import type { UnitDto } from '../../../backend/organization/organization.dto';
import type { FilterOption } from './filter-sentence';

/** The services that I may see, parents first, the depth of each shown by an indent. */
export function unitList(): Signal<FilterOption[]> {
  const units = httpResource<UnitDto[]>(() => '/api/units');
  return computed(() => {
    const found = units.hasValue() ? units.value() : [];
    const top = Math.min(...found.map(({ depth }) => depth));
    return found.map(({ id, name, depth }) => ({
      value: id,
      label: '\u2003'.repeat(depth - top) + name,
    }));
  });
}

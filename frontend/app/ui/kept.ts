import { linkedSignal, type Resource, type Signal } from '@angular/core';

/** The value of a resource, or the one before while the next is on its way: a list does not flicker. */
export function kept<Value>(resource: Resource<Value | undefined>): Signal<Value | undefined> {
  return linkedSignal<Value | undefined, Value | undefined>({
    source: () => (resource.hasValue() ? resource.value() : undefined),
    computation: (now, before) => now ?? (resource.error() ? undefined : before?.value),
  });
}

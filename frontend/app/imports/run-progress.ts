import type { HttpResourceRef } from '@angular/common/http';
import { computed, effect, type Signal } from '@angular/core';
import type { ImportState } from '../../../backend/domain/import-fields';
import { kept } from '../ui/kept';

/** How often the progress is asked for, in milliseconds. */
const rhythm = 1000;

/** A run that was begun, asked for again until it is done. */
export function runProgress<Run extends { state: ImportState }>(
  found: HttpResourceRef<Run | undefined>,
): Signal<Run | undefined> {
  const run = kept(found);
  const running = computed(() => run()?.state === 'running');
  effect((end) => {
    if (!running()) return;
    const clock = setInterval(() => found.reload(), rhythm);
    end(() => clearInterval(clock));
  });
  return run;
}

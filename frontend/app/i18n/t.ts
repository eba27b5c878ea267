import { Pipe, inject, type PipeTransform } from '@angular/core';
import { I18n } from './i18n';
import type { Key } from './words';

/** `{{ 'ui.retry' | t }}`, `{{ 'ui.pager.range' | t: { from, to, count } }}`. */
@Pipe({ name: 't', pure: false })
export class T implements PipeTransform {
  private readonly i18n = inject(I18n);

  transform(key: Key, values?: Record<string, unknown>): string {
    return this.i18n.t(key, values);
  }
}

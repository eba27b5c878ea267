import { Component, computed, inject, input } from '@angular/core';
import type { CheckedAddressesDto } from '../../../backend/surveys/mailings.dto';
import { I18n } from '../i18n/i18n';

/** What was read in a list of addresses, said aloud when it changes. */
@Component({
  selector: 'boucle-checked-addresses',
  template: `
    @if (of(); as of) {
      <p>
        <strong>{{ t('surveys.mailings.fresh', { count: of.fresh }) }}</strong>
        @if (of.already > 0) {
          {{ t('surveys.mailings.already', { count: of.already }) }}
        }
        @if (of.declined > 0) {
          {{ t('surveys.mailings.declined', { count: of.declined }) }}
        }
      </p>
      @if (of.wrong > 0) {
        <div class="stack tight">
          <p>{{ t('surveys.mailings.wrong', { count: of.wrong }) }}</p>
          <ul class="wrong">
            @for (line of of.unreadable; track line.line) {
              <li>{{ t('surveys.mailings.line', { line: line.line, text: line.text }) }}</li>
            }
            @if (more(); as more) {
              <li>{{ t('surveys.mailings.andMore', { count: more }) }}</li>
            }
          </ul>
        </div>
      }
    }
  `,
  styles: `
    :host {
      display: grid;
      gap: var(--space-2);
    }
    .wrong {
      padding-inline-start: var(--space-5);
      list-style: disc;
      overflow-wrap: anywhere;
    }
  `,
  host: { role: 'status' },
})
export class CheckedAddresses {
  readonly of = input<CheckedAddressesDto>();

  protected readonly t = inject(I18n).t;
  protected readonly more = computed(() => {
    const { wrong = 0, unreadable = [] } = this.of() ?? {};
    return wrong - unreadable.length;
  });
}

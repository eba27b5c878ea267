import { Component, computed, inject, input } from '@angular/core';
import { planFields, type PlanField } from '../../../backend/domain/plan-fields';
import type { PlanPreviewRowDto } from '../../../backend/plan-sheets/plan-sheet.dto';
import { Dates } from '../i18n/dates';
import { I18n } from '../i18n/i18n';
import { Icon } from '../ui/icon';

const days: readonly PlanField[] = ['dueOn', 'startOn', 'doneOn'];

/** Lines of a plan's sheet as they will be, with what is wrong in each. */
@Component({
  selector: 'boucle-plan-sheet-preview',
  imports: [Icon],
  template: `
    <div class="table-frame" tabindex="0" role="region" [attr.aria-label]="name()">
      <table>
        <thead>
          <tr>
            <th scope="col">{{ t('planSheets.line') }}</th>
            <th scope="col">{{ t('planSheets.becomes') }}</th>
            @for (field of fields(); track field) {
              <th scope="col">{{ t('planSheets.field.' + field) }}</th>
            }
          </tr>
        </thead>
        <tbody>
          @for (row of rows(); track row.line) {
            <tr>
              <th scope="row" class="number">{{ row.line }}</th>
              <td>
                {{ t('planSheets.one.' + row.outcome) }}
                @for (problem of row.problems; track $index) {
                  <span class="problem">
                    <boucle-icon name="circle-alert" /> {{ problem.message }}
                  </span>
                }
                @for (change of row.changes; track change.field) {
                  <span class="small change">
                    {{ t('planSheets.field.' + change.field) }} :
                    {{ said(change.field, change.here) || '—' }} →
                    {{ said(change.field, change.sheet) || '—' }}
                  </span>
                }
              </td>
              @for (field of fields(); track field) {
                <td [class.wide]="field === 'title'">{{ said(field, row.values[field]) }}</td>
              }
            </tr>
          }
        </tbody>
      </table>
    </div>
  `,
  styles: `
    :host {
      display: block;
      min-width: 0;
    }
    .problem,
    .change {
      display: block;
      min-width: 14rem;
      font-size: var(--size-small);
    }
    .problem {
      color: var(--late);
    }
    .wide {
      min-width: 18rem;
    }
  `,
})
export class PlanSheetPreview {
  readonly rows = input.required<PlanPreviewRowDto[]>();
  readonly name = input.required<string>();

  protected readonly t = inject(I18n).t as (key: string) => string;
  private readonly dates = inject(Dates);

  protected readonly fields = computed(() => {
    const told = new Set(this.rows().flatMap(({ values }) => Object.keys(values)));
    return planFields.filter((field) => told.has(field));
  });

  protected said(field: PlanField, value: string | undefined): string {
    return value && days.includes(field) ? this.dates.day(value, 'full') : (value ?? '');
  }
}

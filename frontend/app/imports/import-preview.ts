import { Component, computed, inject, input } from '@angular/core';
import {
  chosenFields,
  importFields,
  type ChosenField,
  type ImportField,
} from '../../../backend/domain/import-fields';
import type { ImportDraftDto, PreviewRowDto } from '../../../backend/imports/import.dto';
import { Dates } from '../i18n/dates';
import { I18n } from '../i18n/i18n';
import type { FilterOption } from '../ui/filter-sentence';
import { Icon } from '../ui/icon';

/** The fields that every feedback has, whatever the file says. */
const always: readonly ImportField[] = ['body', 'kind', 'receivedOn', 'service', 'channel'];

/** The first rows of a file as they will be, with what is wrong in each cell. */
@Component({
  selector: 'boucle-import-preview',
  imports: [Icon],
  template: `
    <div class="table-frame" tabindex="0" role="region" aria-labelledby="import-preview">
      <table>
        <thead>
          <tr>
            <th scope="col">{{ t('imports.line') }}</th>
            @for (field of fields(); track field) {
              <th scope="col">{{ t('imports.field.' + field) }}</th>
            }
          </tr>
        </thead>
        <tbody>
          @for (row of draft().rows; track row.line) {
            <tr>
              <th scope="row" class="number">
                {{ row.line }}
                @for (problem of problemsOf(row, null); track $index) {
                  <span class="problem"> <boucle-icon name="circle-alert" /> {{ problem }} </span>
                }
              </th>
              @for (field of fields(); track field) {
                <td [class.wide]="field === 'body'">
                  @if (field === 'body' || problemsOf(row, field).length === 0) {
                    {{ said(field, row.values[field]) }}
                  }
                  @for (problem of problemsOf(row, field); track $index) {
                    <span class="problem"> <boucle-icon name="circle-alert" /> {{ problem }} </span>
                  }
                </td>
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
    .problem {
      display: block;
      min-width: 12rem;
      color: var(--late);
      font-size: var(--size-small);
      text-align: start;
    }
    .wide {
      min-width: 20rem;
      white-space: pre-line;
    }
  `,
})
export class ImportPreview {
  readonly draft = input.required<ImportDraftDto>();
  readonly options = input.required<Record<ChosenField, readonly FilterOption[]>>();

  protected readonly t = inject(I18n).t as (key: string) => string;
  private readonly dates = inject(Dates);

  protected readonly fields = computed(() => {
    const { mapping, rows } = this.draft();
    const given = mapping?.fields ?? rows.flatMap(({ values }) => Object.keys(values));
    return importFields.filter((field) => always.includes(field) || given.includes(field));
  });

  protected said(field: ImportField, value: string | undefined): string {
    if (!value) return '';
    if (field === 'receivedOn') return this.dates.day(value, 'full');
    if (!isChosen(field)) return value;
    const option = this.options()[field].find((one) => one.value === value);
    return option?.label.trim() ?? value;
  }

  protected problemsOf({ problems }: PreviewRowDto, field: ImportField | null): string[] {
    const here = (named: ImportField | null) =>
      field === null ? named === null || !this.fields().includes(named) : named === field;
    return problems.filter((problem) => here(problem.field)).map(({ message }) => message);
  }
}

function isChosen(field: ImportField): field is ChosenField {
  return (chosenFields as readonly ImportField[]).includes(field);
}

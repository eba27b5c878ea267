import { Component, inject, input, output } from '@angular/core';
import type { PlanField } from '../../../backend/domain/plan-fields';
import type { PlanMapping } from '../../../backend/domain/plan-sheet';
import type { PlanPreviewRowDto } from '../../../backend/plan-sheets/plan-sheet.dto';
import { I18n } from '../i18n/i18n';

/** Which side somebody takes of a line; none where it is to be left alone. */
export interface TakenSide {
  row: PlanPreviewRowDto;
  take: string;
}

/** Actions that changed in the sheet and in Boucle, each with both values, to be chosen. */
@Component({
  selector: 'boucle-plan-sheet-conflicts',
  template: `
    <ul class="rows">
      @for (row of rows(); track row.line) {
        <li>
          <label class="choice-of">
            <span>
              <strong>{{ row.title }}</strong>
              @for (one of row.conflicts; track one.field) {
                <span class="soft both">
                  {{
                    t('planSheets.both', {
                      field: nameOf(one.field),
                      here: one.here || '—',
                      sheet: one.sheet || '—',
                    })
                  }}
                </span>
              }
            </span>
            <select (change)="chosen.emit({ row, take: $any($event.target).value })">
              <option value="" [selected]="sideOf(row.line) === ''">
                {{ t('planSheets.side.none') }}
              </option>
              <option value="sheet" [selected]="sideOf(row.line) === 'sheet'">
                {{ t('planSheets.side.sheet') }}
              </option>
              <option value="here" [selected]="sideOf(row.line) === 'here'">
                {{ t('planSheets.side.here') }}
              </option>
            </select>
          </label>
        </li>
      }
    </ul>
  `,
  styleUrl: '../imports/import-draft.css',
  styles: `
    .both {
      display: block;
    }
  `,
})
export class PlanSheetConflicts {
  readonly rows = input.required<PlanPreviewRowDto[]>();
  readonly choices = input.required<PlanMapping['choices']>();
  readonly chosen = output<TakenSide>();

  protected readonly t = inject(I18n).t;

  protected nameOf(field: PlanField): string {
    return this.t(`planSheets.field.${field}`);
  }

  protected sideOf(line: number): string {
    return this.choices().find((one) => one.line === line)?.take ?? '';
  }
}

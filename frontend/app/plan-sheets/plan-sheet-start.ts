import { httpResource } from '@angular/common/http';
import { Component, inject, input, signal } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { fileMaximum, fileMaximumMegabytes } from '../../../backend/domain/attachments';
import { rowMaximum } from '../../../backend/domain/import-fields';
import type { PlanRunDto } from '../../../backend/plan-sheets/plan-sheet.dto';
import { Dates } from '../i18n/dates';
import { I18n } from '../i18n/i18n';
import { Numbers } from '../i18n/numbers';
import { ErrorState } from '../ui/error-state';
import { Heading } from '../ui/heading';
import { Icon } from '../ui/icon';
import { PlanSheetsClient } from './plan-sheets-client';

/** `/reprendre-un-plan`: choose a sheet, for a new plan or for the one of the address. */
@Component({
  selector: 'boucle-plan-sheet-start',
  imports: [ErrorState, Heading, Icon, RouterLink],
  template: `
    <boucle-heading [title]="t('planSheets.title')" [lead]="t('planSheets.lead')">
      <a class="button quiet" [routerLink]="plan() ? ['/plans', plan()] : ['/plans']">
        <boucle-icon name="arrow-left" /> {{ t(plan() ? 'planSheets.toPlan' : 'planSheets.back') }}
      </a>
    </boucle-heading>
    <div class="stack loose">
      <div class="buttons">
        <button
          class="button primary"
          type="button"
          aria-describedby="sheet-limits"
          [attr.aria-busy]="sending() || null"
          (click)="file.click()"
        >
          {{ t('planSheets.choose') }}
        </button>
      </div>
      <input #file type="file" hidden accept=".xlsx,.csv,.tsv,.txt" (change)="take(file)" />
      <p class="small soft" id="sheet-limits">{{ t('planSheets.limits', limits) }}</p>
      <p role="status">{{ sending() ? t('planSheets.sending') : '' }}</p>
      @if (tooLarge()) {
        <p role="alert">
          <boucle-icon name="circle-alert" /> {{ t('planSheets.tooLarge', limits) }}
        </p>
      }
      <boucle-error-state inForm [error]="failure()" />
      @if (runs.error(); as error) {
        <boucle-error-state [error]="error" (retry)="runs.reload()" />
      } @else if (runs.hasValue() && runs.value().length > 0) {
        <section class="part" aria-labelledby="sheet-runs">
          <h2 id="sheet-runs">{{ t('planSheets.mine') }}</h2>
          <ul class="rows">
            @for (run of runs.value(); track run.id) {
              <li>
                <a class="row-link" [routerLink]="['/reprendre-un-plan', run.id]">
                  <span class="row-title">{{ run.fileName }}</span>
                  <span class="small soft">
                    {{ dates.moment(run.createdAt) }}, {{ t('planSheets.state.' + run.state) }}
                  </span>
                </a>
              </li>
            }
          </ul>
        </section>
      }
    </div>
  `,
})
export class PlanSheetStart {
  /** The plan that the sheet goes to, from the address; a new one where none is named. */
  readonly plan = input<string>();

  protected readonly t = inject(I18n).t as (key: string, facts?: object) => string;
  protected readonly dates = inject(Dates);
  private readonly client = inject(PlanSheetsClient);
  private readonly router = inject(Router);
  protected readonly runs = httpResource<PlanRunDto[]>(() => '/api/plan-sheets');
  protected readonly sending = signal(false);
  protected readonly tooLarge = signal(false);
  protected readonly failure = signal<unknown>(null);
  protected readonly limits = {
    megabytes: fileMaximumMegabytes,
    rows: inject(Numbers).count(rowMaximum),
  };

  protected async take(input: HTMLInputElement): Promise<void> {
    const file = input.files?.[0];
    input.value = '';
    if (!file || this.sending()) return;
    this.failure.set(null);
    this.tooLarge.set(file.size > fileMaximum);
    if (this.tooLarge()) return;
    this.sending.set(true);
    try {
      const { id } = await this.client.send(file, this.plan() ?? '');
      await this.router.navigate(['/reprendre-un-plan', id]);
    } catch (error) {
      this.failure.set(error);
    } finally {
      this.sending.set(false);
    }
  }
}

import { httpResource } from '@angular/common/http';
import { Component, computed, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { Page } from '../../../backend/access/page.dto';
import { planOutcomes } from '../../../backend/domain/plan-sheet';
import type { PlanLineDto, PlanRunDto } from '../../../backend/plan-sheets/plan-sheet.dto';
import { I18n } from '../i18n/i18n';
import { addressFilters, oneOf } from '../ui/address-filters';
import { ErrorState } from '../ui/error-state';
import { FilterSentence, type Filter } from '../ui/filter-sentence';
import { Icon } from '../ui/icon';
import { kept } from '../ui/kept';
import { Loading } from '../ui/loading';
import { Pager } from '../ui/pager';

/** How far a sheet has come in, then what became of each line. It can be left, and found again. */
@Component({
  selector: 'boucle-plan-sheet-report',
  imports: [ErrorState, FilterSentence, Icon, Loading, Pager, RouterLink],
  templateUrl: './plan-sheet-report.html',
  styleUrl: '../imports/import-report.css',
})
export class PlanSheetReport {
  readonly run = input.required<PlanRunDto>();

  protected readonly t = inject(I18n).t;
  protected readonly filters = addressFilters<'outcome'>({ outcome: oneOf(planOutcomes) });
  protected readonly outcomes = planOutcomes;

  protected readonly done = computed(() =>
    Object.values(this.run().counts).reduce((sum, count) => sum + count, 0),
  );

  protected readonly found = httpResource<Page<PlanLineDto>>(() =>
    this.run().state === 'done'
      ? { url: `/api/plan-sheets/${this.run().id}/lines`, params: this.filters.values() }
      : undefined,
  );
  protected readonly page = kept(this.found);

  protected readonly sentence = computed<Record<string, Filter>>(() => ({
    outcome: {
      label: this.t('planSheets.outcome.name'),
      value: this.filters.values().outcome ?? '',
      options: [
        { value: '', label: this.t('planSheets.outcome.any') },
        ...planOutcomes.map((value) => ({ value, label: this.t(`planSheets.outcome.${value}`) })),
      ],
    },
  }));
}

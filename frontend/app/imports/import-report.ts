import { httpResource } from '@angular/common/http';
import { Component, computed, inject, input, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { Page } from '../../../backend/access/page.dto';
import { lineOutcomes } from '../../../backend/domain/import-fields';
import type { ImportLineDto, ImportRunDto } from '../../../backend/imports/import.dto';
import { I18n } from '../i18n/i18n';
import { addressFilters, oneOf } from '../ui/address-filters';
import { ErrorState } from '../ui/error-state';
import { FilterSentence, type Filter } from '../ui/filter-sentence';
import { Icon } from '../ui/icon';
import { kept } from '../ui/kept';
import { Loading } from '../ui/loading';
import { Pager } from '../ui/pager';
import { ImportsClient } from './imports-client';

/** How far an import has come, then what became of each line. It can be left, and found again. */
@Component({
  selector: 'boucle-import-report',
  imports: [ErrorState, FilterSentence, Icon, Loading, Pager, RouterLink],
  templateUrl: './import-report.html',
  styleUrl: './import-report.css',
})
export class ImportReport {
  readonly run = input.required<ImportRunDto>();

  protected readonly t = inject(I18n).t;
  private readonly client = inject(ImportsClient);
  protected readonly filters = addressFilters<'outcome'>({ outcome: oneOf(lineOutcomes) });
  protected readonly failure = signal<unknown>(null);

  protected readonly done = computed(() => {
    const { added, alreadyThere, refused } = this.run();
    return added + alreadyThere + refused;
  });

  protected readonly found = httpResource<Page<ImportLineDto>>(() =>
    this.run().state === 'done'
      ? { url: `/api/feedback/imports/${this.run().id}/lines`, params: this.filters.values() }
      : undefined,
  );
  protected readonly page = kept(this.found);

  protected readonly sentence = computed<Record<string, Filter>>(() => ({
    outcome: {
      label: this.t('imports.outcome.name'),
      value: this.filters.values().outcome ?? '',
      options: [
        { value: '', label: this.t('imports.outcome.any') },
        ...lineOutcomes.map((value) => ({ value, label: this.t(`imports.outcome.${value}`) })),
      ],
    },
  }));

  protected async takeRefused(): Promise<void> {
    this.failure.set(null);
    try {
      await this.client.takeRefused(this.run().id);
    } catch (error) {
      this.failure.set(error);
    }
  }
}

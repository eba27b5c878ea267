import { Component, computed, inject, input, output, signal } from '@angular/core';
import { batchMaximum } from '../../../backend/domain/feedback';
import type { BatchChangeDto, BatchDto, SkippedDto } from '../../../backend/batches/batches.dto';
import { I18n } from '../i18n/i18n';
import { Icon } from '../ui/icon';
import { ReasonDialog } from '../ui/reason-dialog';
import { Toasts } from '../ui/toasts';
import { ManyClient } from './many-client';
import { ManyForm } from './many-form';
import type { Selection } from './selection';

/** What can be done with the rows that are chosen, and what became of those that were left. */
@Component({
  selector: 'boucle-many-bar',
  imports: [Icon, ManyForm, ReasonDialog],
  templateUrl: './many-bar.html',
  styleUrl: './many-bar.css',
})
export class ManyBar {
  readonly selection = input.required<Selection>();
  /** The rows on show, and how many the filters let through in all. */
  readonly rows = input.required<readonly string[]>();
  readonly total = input.required<number>();
  /** The filters, as the server is asked for them. */
  readonly filters = input.required<Record<string, string>>();
  /** Something was changed. */
  readonly done = output();

  protected readonly t = inject(I18n).t;
  protected readonly most = batchMaximum;
  protected readonly asking = signal<'qualify' | 'dismiss' | null>(null);
  protected readonly skipped = signal<readonly SkippedDto[]>([]);
  private readonly client = inject(ManyClient);
  private readonly toasts = inject(Toasts);

  protected readonly count = computed(() =>
    this.selection().all() ? this.total() : this.selection().chosen().length,
  );

  protected readonly offersAll = computed(
    () => !this.selection().all() && this.total() > this.rows().length,
  );

  protected readonly change = async (change: BatchChangeDto): Promise<void> => {
    const { page: _, days, ...filters } = this.filters();
    const many = this.selection().all()
      ? { filters: { ...filters, ...(days && { days: Number(days) }) } }
      : { ids: this.selection().chosen() };
    const told = await this.client.change(many, change);
    this.selection().clear();
    this.tell(told);
    const undo = told.changed > 0 ? () => this.undo(told.id) : null;
    this.toasts.show(this.t('feedback.many.done', { count: told.changed }), undo);
  };

  protected readonly dismiss = (dismissal: string): Promise<void> => this.change({ dismissal });

  private async undo(id: string): Promise<void> {
    try {
      const told = await this.client.undo(id);
      this.tell(told);
      this.toasts.show(this.t('feedback.many.undone', { count: told.changed }));
    } catch {
      this.toasts.show(this.t('errors.title'));
    }
  }

  private tell({ skipped }: BatchDto): void {
    this.skipped.set(skipped);
    this.done.emit();
  }
}

import { HttpClient } from '@angular/common/http';
import { Component, computed, inject, input, linkedSignal, output, signal } from '@angular/core';
import { firstValueFrom } from 'rxjs';
import { criticalities, frequencies, severities } from '../../../backend/domain/feedback';
import type { GridVersionDto } from '../../../backend/organization/rules.dto';
import { DayPipe } from '../i18n/dates';
import { I18n } from '../i18n/i18n';
import { ErrorState } from '../ui/error-state';
import { Toasts } from '../ui/toasts';

/** What severity and frequency make; each change is a new version, and past ratings keep theirs. */
@Component({
  selector: 'boucle-grid-rules',
  imports: [DayPipe, ErrorState],
  templateUrl: './grid-rules.html',
})
export class GridRules {
  /** The one in use first. */
  readonly versions = input.required<readonly GridVersionDto[]>();
  readonly changed = output();

  protected readonly t = inject(I18n).t;
  protected readonly severities = severities;
  protected readonly frequencies = frequencies;
  protected readonly criticalities = criticalities;
  protected readonly failure = signal<unknown>(null);
  protected readonly busy = signal(false);
  private readonly http = inject(HttpClient);
  private readonly toasts = inject(Toasts);

  private readonly inUse = computed(() => this.versions()[0]);
  protected readonly cells = linkedSignal<number[][]>(() =>
    (this.inUse()?.cells ?? []).map((row) => [...row]),
  );
  protected readonly isChanged = computed(
    () => JSON.stringify(this.cells()) !== JSON.stringify(this.inUse()?.cells),
  );

  protected change(severity: number, frequency: number, value: string): void {
    this.cells.update((cells) =>
      cells.map((row, at) =>
        at === severity - 1
          ? row.map((cell, nth) => (nth === frequency - 1 ? Number(value) : cell))
          : row,
      ),
    );
  }

  protected async save(): Promise<void> {
    if (this.busy() || !this.isChanged()) return;
    this.busy.set(true);
    this.failure.set(null);
    try {
      const grid = { cells: this.cells(), from: this.inUse()?.version };
      await firstValueFrom(this.http.put('/api/organization/grid', grid));
      this.toasts.show(this.t('organization.rules.gridSaved'));
      this.changed.emit();
    } catch (error) {
      this.failure.set(error);
    } finally {
      this.busy.set(false);
    }
  }
}

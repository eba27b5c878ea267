import { httpResource } from '@angular/common/http';
import { Component, inject, signal } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { fileMaximum, fileMaximumMegabytes } from '../../../backend/domain/attachments';
import { rowMaximum } from '../../../backend/domain/import-fields';
import type { ImportRunDto, RememberedMappingDto } from '../../../backend/imports/import.dto';
import { Dates } from '../i18n/dates';
import { I18n } from '../i18n/i18n';
import { Numbers } from '../i18n/numbers';
import { ErrorState } from '../ui/error-state';
import { Heading } from '../ui/heading';
import { Icon } from '../ui/icon';
import { Toasts } from '../ui/toasts';
import { ImportsClient } from './imports-client';

/** `/fiches/importer`: choose a file, or find an import again. */
@Component({
  selector: 'boucle-import-start',
  imports: [ErrorState, Heading, Icon, RouterLink],
  templateUrl: './import-start.html',
  styleUrl: './import-start.css',
})
export class ImportStart {
  protected readonly t = inject(I18n).t;
  private readonly client = inject(ImportsClient);
  private readonly router = inject(Router);
  private readonly dates = inject(Dates);
  private readonly toasts = inject(Toasts);

  protected readonly runs = httpResource<ImportRunDto[]>(() => '/api/feedback/imports');
  protected readonly remembered = httpResource<RememberedMappingDto[]>(
    () => '/api/feedback/imports/mappings',
  );
  protected readonly sending = signal(false);
  protected readonly over = signal(false);
  protected readonly tooLarge = signal(false);
  protected readonly failure = signal<unknown>(null);
  protected readonly limits = {
    megabytes: fileMaximumMegabytes,
    rows: inject(Numbers).count(rowMaximum),
  };

  protected take(input: HTMLInputElement): void {
    const file = input.files?.[0];
    input.value = '';
    if (file) void this.send(file);
  }

  protected drop(event: DragEvent): void {
    event.preventDefault();
    this.over.set(false);
    const file = event.dataTransfer?.files[0];
    if (file) void this.send(file);
  }

  protected drag(event: DragEvent): void {
    event.preventDefault();
    this.over.set(true);
  }

  protected async forget({ id, name }: RememberedMappingDto): Promise<void> {
    try {
      await this.client.forget(id);
      this.toasts.show(this.t('imports.forgotten', { name }));
      this.remembered.reload();
    } catch (error) {
      this.failure.set(error);
    }
  }

  protected when(run: ImportRunDto): string {
    return this.dates.moment(run.createdAt);
  }

  private async send(file: File): Promise<void> {
    if (this.sending()) return;
    this.failure.set(null);
    this.tooLarge.set(file.size > fileMaximum);
    if (this.tooLarge()) return;
    this.sending.set(true);
    try {
      const { id } = await this.client.send(file);
      await this.router.navigate(['/fiches/importer', id]);
    } catch (error) {
      this.failure.set(error);
    } finally {
      this.sending.set(false);
    }
  }
}

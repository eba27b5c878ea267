import { httpResource } from '@angular/common/http';
import { Component, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { ImportRunDto } from '../../../backend/imports/import.dto';
import { I18n } from '../i18n/i18n';
import { ErrorState } from '../ui/error-state';
import { Heading } from '../ui/heading';
import { Icon } from '../ui/icon';
import { Loading } from '../ui/loading';
import { ImportDraft } from './import-draft';
import { ImportReport } from './import-report';
import { runProgress } from './run-progress';

/** `/fiches/importer/…`: one file, from how it is read to what became of it. */
@Component({
  selector: 'boucle-import-page',
  imports: [ErrorState, Heading, Icon, ImportDraft, ImportReport, Loading, RouterLink],
  template: `
    <boucle-heading
      [title]="run()?.fileName ?? t('imports.title')"
      [above]="t('imports.above')"
      [awaited]="!run()"
    >
      <a class="button quiet" routerLink="/fiches/importer">
        <boucle-icon name="arrow-left" /> {{ t('imports.others') }}
      </a>
    </boucle-heading>
    @if (run(); as run) {
      @if (run.state === 'draft') {
        <boucle-import-draft [id]="run.id" (started)="found.set($event)" />
      } @else {
        <boucle-import-report [run]="run" />
      }
    } @else if (found.error(); as error) {
      <boucle-error-state [error]="error" (retry)="found.reload()" />
    } @else {
      <boucle-loading [rows]="8" />
    }
  `,
})
export class ImportPage {
  readonly id = input.required<string>();

  protected readonly t = inject(I18n).t;
  protected readonly found = httpResource<ImportRunDto>(
    () => `/api/feedback/imports/${encodeURIComponent(this.id())}`,
  );
  protected readonly run = runProgress(this.found);
}

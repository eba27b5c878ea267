import { httpResource } from '@angular/common/http';
import { Component, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { PlanRunDto } from '../../../backend/plan-sheets/plan-sheet.dto';
import { I18n } from '../i18n/i18n';
import { runProgress } from '../imports/run-progress';
import { ErrorState } from '../ui/error-state';
import { Heading } from '../ui/heading';
import { Icon } from '../ui/icon';
import { Loading } from '../ui/loading';
import { PlanSheetDraft } from './plan-sheet-draft';
import { PlanSheetReport } from './plan-sheet-report';

/** `/reprendre-un-plan/…`: one sheet, from how it is read to what became of it. */
@Component({
  selector: 'boucle-plan-sheet-page',
  imports: [ErrorState, Heading, Icon, Loading, PlanSheetDraft, PlanSheetReport, RouterLink],
  template: `
    <boucle-heading
      [title]="run()?.fileName ?? t('planSheets.title')"
      [above]="run()?.plan?.title ?? t('planSheets.newPlan')"
      [awaited]="!run()"
    >
      <a class="button quiet" routerLink="/reprendre-un-plan">
        <boucle-icon name="arrow-left" /> {{ t('planSheets.others') }}
      </a>
    </boucle-heading>
    @if (run(); as run) {
      @if (run.state === 'draft') {
        <boucle-plan-sheet-draft [id]="run.id" (started)="found.set($event)" />
      } @else {
        <boucle-plan-sheet-report [run]="run" />
      }
    } @else if (found.error(); as error) {
      <boucle-error-state [error]="error" (retry)="found.reload()" />
    } @else {
      <boucle-loading [rows]="8" />
    }
  `,
})
export class PlanSheetPage {
  readonly id = input.required<string>();

  protected readonly t = inject(I18n).t;
  protected readonly found = httpResource<PlanRunDto>(
    () => `/api/plan-sheets/${encodeURIComponent(this.id())}`,
  );
  protected readonly run = runProgress(this.found);
}

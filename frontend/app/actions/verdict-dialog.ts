import { httpResource } from '@angular/common/http';
import { Component, inject, input, output } from '@angular/core';
import type { ActionDto } from '../../../backend/actions/actions.dto';
import { I18n } from '../i18n/i18n';
import { Dialog } from '../ui/dialog';
import { ErrorState } from '../ui/error-state';
import { Loading } from '../ui/loading';
import { onChange } from './drawn-actions';
import { VerdictStep } from './verdict-step';

/** Asks over the board what an action's record asks: whether it had the effect expected of it. */
@Component({
  selector: 'boucle-verdict-dialog',
  imports: [Dialog, ErrorState, Loading, VerdictStep],
  template: `
    <boucle-dialog [title]="action().title" (dismissed)="closed.emit()">
      @if (record.error(); as error) {
        <boucle-error-state [error]="error" (retry)="record.reload()" />
      } @else if (record.hasValue()) {
        <boucle-verdict-step [action]="record.value()" />
      } @else {
        <boucle-loading [rows]="4" />
      }
    </boucle-dialog>
  `,
})
export class VerdictDialog {
  readonly action = input.required<{ id: string; title: string }>();
  readonly closed = output();

  protected readonly t = inject(I18n).t;
  protected readonly record = httpResource<ActionDto>(() => `/api/actions/${this.action().id}`);

  constructor() {
    onChange(() => this.closed.emit());
  }
}

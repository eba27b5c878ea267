import { httpResource } from '@angular/common/http';
import { Component, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { Page } from '../../../backend/access/page.dto';
import type { ActionSummaryDto } from '../../../backend/actions/actions.dto';
import { ErrorState } from '../ui/error-state';
import { kept } from '../ui/kept';
import { Loading } from '../ui/loading';
import { Pager } from '../ui/pager';
import { ActionRow } from './action-row';
import { onChange } from './drawn-actions';

/** The actions one under the other, page by page. */
@Component({
  selector: 'boucle-action-rows',
  imports: [ActionRow, ErrorState, Loading, Pager, RouterLink],
  template: `
    @if (found.error(); as error) {
      <boucle-error-state [error]="error" (retry)="found.reload()" />
    } @else if (page(); as page) {
      <ul class="rows" [attr.aria-busy]="found.isLoading()">
        @for (row of page.items; track row.id) {
          <li>
            <a
              class="row-link"
              [routerLink]="['/actions', row.id]"
              queryParamsHandling="preserve"
              [attr.aria-current]="row.id === open() || null"
            >
              <boucle-action-row [row]="row" />
            </a>
          </li>
        }
      </ul>
      <boucle-pager [total]="page.total" [page]="page.page" [pageSize]="page.pageSize" />
    } @else {
      <boucle-loading [rows]="8" />
    }
  `,
})
export class ActionRows {
  readonly query = input.required<Record<string, string>>();
  /** The record that is open beside. */
  readonly open = input<string | null>(null);

  protected readonly found = httpResource<Page<ActionSummaryDto>>(() => ({
    url: '/api/actions',
    params: this.query(),
  }));
  protected readonly page = kept(this.found);

  constructor() {
    onChange(() => this.found.reload());
  }
}

import { httpResource } from '@angular/common/http';
import { Component, inject, input, output, signal } from '@angular/core';
import type { Page } from '../../../backend/access/page.dto';
import type { ActionSummaryDto } from '../../../backend/actions/actions.dto';
import type { PlanDto } from '../../../backend/plans/plans.dto';
import { ActionRow } from '../actions/action-row';
import { I18n } from '../i18n/i18n';
import { Dialog } from '../ui/dialog';
import { ErrorState } from '../ui/error-state';
import { kept } from '../ui/kept';
import { SearchBox } from '../ui/search-box';
import { PlansClient } from './plans-client';

/** Looks for actions that exist already, and brings them into a plan one after the other. */
@Component({
  selector: 'boucle-add-action-dialog',
  imports: [ActionRow, Dialog, ErrorState, SearchBox],
  template: `
    <boucle-dialog [title]="t('plans.add.title')" (dismissed)="closed.emit()">
      <boucle-search-box [label]="t('plans.add.search')" [value]="q()" (asked)="q.set($event)" />
      <boucle-error-state [error]="failure() ?? found.error()" (retry)="found.reload()" />
      @if (page(); as page) {
        <p class="small soft" role="status">
          {{ t('plans.add.found', { count: page.total }) }}
        </p>
        <ul class="rows">
          @for (row of page.items; track row.id) {
            <li>
              <boucle-action-row [row]="row" />
              @if (isIn(row.id)) {
                <span class="small soft">{{ t('plans.add.already') }}</span>
              } @else {
                <button
                  class="button"
                  type="button"
                  [attr.aria-label]="t('plans.add.this', { title: row.title })"
                  [attr.aria-busy]="busy() === row.id || null"
                  (click)="add(row)"
                >
                  {{ t('plans.add.verb') }}
                </button>
              }
            </li>
          }
        </ul>
      }
      <div class="buttons">
        <button class="button quiet" type="button" (click)="closed.emit()">
          {{ t('plans.add.close') }}
        </button>
      </div>
    </boucle-dialog>
  `,
  styles: `
    li {
      display: flex;
      flex-wrap: wrap;
      align-items: center;
      justify-content: space-between;
      gap: var(--space-2) var(--space-4);
      padding-block: var(--space-3);
    }
    li > :first-child {
      flex: 1 1 14rem;
    }
  `,
})
export class AddActionDialog {
  readonly plan = input.required<PlanDto>();
  readonly objectiveId = input<string | null>(null);
  /** The plan as it stands with one action more. */
  readonly told = output<PlanDto>();
  readonly closed = output();

  protected readonly t = inject(I18n).t;
  private readonly client = inject(PlansClient);
  protected readonly q = signal('');
  protected readonly busy = signal<string | null>(null);
  protected readonly failure = signal<unknown>(null);
  protected readonly found = httpResource<Page<ActionSummaryDto>>(() => ({
    url: '/api/actions',
    params: { pageSize: 8, sort: '-createdAt', ...(this.q() && { q: this.q() }) },
  }));
  protected readonly page = kept(this.found);

  protected isIn(actionId: string): boolean {
    return this.plan().actions.some(({ id }) => id === actionId);
  }

  protected async add({ id }: ActionSummaryDto): Promise<void> {
    if (this.busy()) return;
    this.busy.set(id);
    this.failure.set(null);
    const objectiveId = this.objectiveId();
    try {
      const place = objectiveId ? { objectiveId } : {};
      this.told.emit(await this.client.place(this.plan().id, id, place));
    } catch (error) {
      this.failure.set(error);
    } finally {
      this.busy.set(null);
    }
  }
}

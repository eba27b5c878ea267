import { Component, computed, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { CountPipe } from '../i18n/numbers';
import { I18n } from '../i18n/i18n';
import { Icon } from './icon';

/**
 * Where one is in a long list, and the way to its other pages. The page is in the address
 * (`?page=2`), so that it can be sent to a colleague; the list reads it from there.
 *
 *     <boucle-pager [total]="list.total" [page]="list.page" [pageSize]="list.pageSize" />
 */
@Component({
  selector: 'boucle-pager',
  imports: [CountPipe, Icon, RouterLink],
  templateUrl: './pager.html',
  styleUrl: './pager.css',
})
export class Pager {
  readonly total = input.required<number>();
  readonly page = input.required<number>();
  readonly pageSize = input(25);

  protected readonly t = inject(I18n).t;
  protected readonly pages = computed(() => Math.max(1, Math.ceil(this.total() / this.pageSize())));
  protected readonly from = computed(() => (this.page() - 1) * this.pageSize() + 1);
  protected readonly to = computed(() => Math.min(this.page() * this.pageSize(), this.total()));
  protected readonly previous = computed(() => (this.page() > 1 ? this.page() - 1 : null));
  protected readonly next = computed(() => (this.page() < this.pages() ? this.page() + 1 : null));
}

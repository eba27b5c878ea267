import { HttpClient } from '@angular/common/http';
import {
  Component,
  DOCUMENT,
  ElementRef,
  booleanAttribute,
  inject,
  input,
  signal,
  viewChild,
} from '@angular/core';
import { firstValueFrom } from 'rxjs';
import { I18n } from '../i18n/i18n';
import { Icon } from './icon';
import { saveFile } from './save-file';
import { Toasts } from './toasts';

const formats = ['xlsx', 'csv'] as const;

let menus = 0;

/**
 * Takes what a list shows away as a file, with the list's own filters:
 *
 *     <boucle-export-menu from="/api/feedback/export" [filters]="query()" [empty]="total === 0" />
 */
@Component({
  selector: 'boucle-export-menu',
  imports: [Icon],
  template: `
    <button
      #button
      class="button quiet"
      type="button"
      [attr.aria-expanded]="open()"
      [attr.aria-controls]="id"
      [attr.aria-disabled]="empty() || null"
      [attr.aria-busy]="busy() || null"
      (click)="open.set(!open())"
    >
      <boucle-icon name="download" /> {{ t('ui.export.verb') }}
    </button>
    <div class="panel" [id]="id" [hidden]="!open()">
      @if (empty()) {
        <p role="status">{{ t('ui.export.empty') }}</p>
      } @else {
        @for (format of formats; track format) {
          <button class="button quiet" type="button" (click)="take(format)">
            {{ t(format === 'csv' ? 'ui.export.csv' : 'ui.export.xlsx') }}
          </button>
        }
        <p class="small soft">{{ t('ui.export.hint') }}</p>
      }
    </div>
  `,
  styleUrl: './export-menu.css',
  host: {
    '(document:click)': 'leave($event.target)',
    '(focusout)': '$event.relatedTarget && leave($event.relatedTarget)',
    '(keydown.escape)': 'close($event)',
  },
})
export class ExportMenu {
  /** The address of the file, without its filters. */
  readonly from = input.required<string>();
  readonly filters = input<Readonly<Record<string, string>>>({});
  readonly empty = input(false, { transform: booleanAttribute });

  protected readonly t = inject(I18n).t;
  protected readonly id = `export-${++menus}`;
  protected readonly formats = formats;
  protected readonly open = signal(false);
  protected readonly busy = signal(false);
  private readonly http = inject(HttpClient);
  private readonly toasts = inject(Toasts);
  private readonly document = inject(DOCUMENT);
  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef);
  private readonly button = viewChild.required<ElementRef<HTMLButtonElement>>('button');

  protected async take(format: (typeof formats)[number]): Promise<void> {
    this.open.set(false);
    this.button().nativeElement.focus();
    if (this.busy()) return;
    this.busy.set(true);
    const { page: _, ...filters } = this.filters();
    try {
      const response = await firstValueFrom(
        this.http.get(this.from(), {
          params: { ...filters, format },
          responseType: 'blob',
          observe: 'response',
        }),
      );
      saveFile(this.document, response, `export.${format}`);
      this.toasts.show(this.t('ui.export.done'));
    } catch {
      this.toasts.show(this.t('ui.export.failed'));
    } finally {
      this.busy.set(false);
    }
  }

  protected leave(to: EventTarget | null): void {
    if (!(to instanceof Node && this.host.nativeElement.contains(to))) this.open.set(false);
  }

  protected close(event: Event): void {
    if (!this.open()) return;
    event.stopPropagation();
    this.open.set(false);
    this.button().nativeElement.focus();
  }
}

import type { ElementRef } from '@angular/core';
import { I18n } from '../i18n/i18n';
import { Icon } from './icon';
import {
  Component,
  DOCUMENT,
  DestroyRef,
  afterNextRender,
  inject,
  input,
  output,
  viewChild,
} from '@angular/core';

let dialogs = 0;

/**
 * Something over the page, until it is answered. Escape and a click outside dismiss it; the focus
 * goes in, stays in, and comes back where it was.
 *
 *     @if (asking()) {
 *       <boucle-dialog [title]="t('…')" (dismissed)="asking.set(false)">
 *         … <div class="buttons">…</div>
 *       </boucle-dialog>
 *     }
 *
 * For a plain « are you sure », use Confirm instead.
 */
@Component({
  selector: 'boucle-dialog',
  imports: [Icon],
  template: `
    <dialog
      #dialog
      [attr.aria-labelledby]="id"
      (cancel)="$event.preventDefault(); dismissed.emit()"
      (mousedown)="outside($event) && dismissed.emit()"
    >
      <div class="dialog-matter">
        <header>
          <h2 [id]="id" tabindex="-1">{{ title() }}</h2>
          <button
            class="button quiet square"
            type="button"
            [attr.aria-label]="t('ui.close')"
            (click)="dismissed.emit()"
          >
            <boucle-icon name="x" />
          </button>
        </header>
        <ng-content />
      </div>
    </dialog>
  `,
})
export class Dialog {
  readonly title = input.required<string>();
  readonly dismissed = output();

  protected readonly t = inject(I18n).t;
  protected readonly id = `dialog-${++dialogs}`;
  private readonly dialog = viewChild.required<ElementRef<HTMLDialogElement>>('dialog');

  constructor() {
    const opener = inject(DOCUMENT).activeElement;
    afterNextRender(() => this.show());
    inject(DestroyRef).onDestroy(() => {
      if (opener instanceof HTMLElement) queueMicrotask(() => opener.focus());
    });
  }

  /** The focus goes to the first field of a form, else to the title, so that it is read first. */
  private show(): void {
    const box = this.dialog().nativeElement;
    box.showModal();
    const field = box.querySelector<HTMLElement>(
      'form :is(input:not([tabindex="-1"]), select, textarea)',
    );
    (field ?? box.querySelector('h2'))?.focus();
  }

  /** The veil belongs to the dialog's element, so a press on it is a press outside the box. */
  protected outside({ target, clientX, clientY }: MouseEvent): boolean {
    const box = this.dialog().nativeElement;
    const { left, right, top, bottom } = box.getBoundingClientRect();
    if (target !== box) return false;
    return clientX < left || clientX > right || clientY < top || clientY > bottom;
  }
}

import type { ElementRef } from '@angular/core';
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
  template: `
    <dialog
      #dialog
      [attr.aria-labelledby]="id"
      (cancel)="$event.preventDefault(); dismissed.emit()"
      (mousedown)="outside($event) && dismissed.emit()"
    >
      <div class="dialog-matter">
        <h2 [id]="id">{{ title() }}</h2>
        <ng-content />
      </div>
    </dialog>
  `,
})
export class Dialog {
  readonly title = input.required<string>();
  readonly dismissed = output();

  protected readonly id = `dialog-${++dialogs}`;
  private readonly dialog = viewChild.required<ElementRef<HTMLDialogElement>>('dialog');

  constructor() {
    const opener = inject(DOCUMENT).activeElement;
    afterNextRender(() => this.dialog().nativeElement.showModal());
    inject(DestroyRef).onDestroy(() => {
      if (opener instanceof HTMLElement) queueMicrotask(() => opener.focus());
    });
  }

  /** The veil belongs to the dialog's element, so a press on it is a press outside the box. */
  protected outside({ target, clientX, clientY }: MouseEvent): boolean {
    const box = this.dialog().nativeElement;
    const { left, right, top, bottom } = box.getBoundingClientRect();
    if (target !== box) return false;
    return clientX < left || clientX > right || clientY < top || clientY > bottom;
  }
}

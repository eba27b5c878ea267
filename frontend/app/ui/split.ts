import {
  Component,
  ElementRef,
  computed,
  effect,
  inject,
  input,
  untracked,
  viewChild,
} from '@angular/core';
import { toSignal } from '@angular/core/rxjs-interop';
import { ActivatedRoute, RouterLink } from '@angular/router';
import { map } from 'rxjs';
import { I18n } from '../i18n/i18n';
import { focusTitle } from './focus-title';
import { Icon } from './icon';

/**
 * A list, and the record that it opens: beside it where there is room, over it where there is not.
 * The record is a child route, so the address always says where one is.
 *
 *     <boucle-split [open]="chosenId()" back="/fiches" [label]="t('feedback.record')">
 *       <div list> … <a class="row-link" [routerLink]="['/fiches', row.id]"
 *         queryParamsHandling="preserve" [attr.aria-current]="row.id === chosenId() || null">…</a></div>
 *       <div record><router-outlet /></div>
 *     </boucle-split>
 *
 * `open` is the id of the record, null without one. The focus goes to the record's title when it
 * opens and back to its row when it closes; Escape closes it. The list keeps the row in sight, and
 * starts anew from its top with each page.
 */
@Component({
  selector: 'boucle-split',
  imports: [Icon, RouterLink],
  templateUrl: './split.html',
  styleUrl: './split.css',
})
export class Split {
  readonly open = input.required<string | null>();
  /** The address of the list alone. */
  readonly back = input.required<string>();
  /** What the record is, for those who listen: « Fiche ». */
  readonly label = input.required<string>();

  protected readonly t = inject(I18n).t;
  protected readonly isOpen = computed(() => this.open() !== null);
  private readonly list = viewChild.required<ElementRef<HTMLElement>>('list');
  private readonly record = viewChild.required<ElementRef<HTMLElement>>('record');
  private readonly backLink = viewChild.required<unknown, ElementRef<HTMLElement>>('leave', {
    read: ElementRef,
  });
  private readonly page = toSignal(
    inject(ActivatedRoute).queryParamMap.pipe(map((params) => params.get('page'))),
  );
  private opener: HTMLElement | null = null;

  constructor() {
    let before: string | null = null;
    effect(() => {
      const now = this.open();
      untracked(() => this.moveFocus(before, now));
      before = now;
    });
    effect(() => {
      this.page();
      this.list().nativeElement.scrollTop = 0;
    });
  }

  protected close(event: Event): void {
    // A dialog over the record has an Escape of its own.
    const elsewhere =
      event.target instanceof HTMLElement &&
      event.target.closest('input, textarea, select, dialog') !== null;
    if (!elsewhere) this.backLink().nativeElement.click();
  }

  /** Arriving by the address moves nothing: the page's title has the focus then. */
  private moveFocus(before: string | null, now: string | null): void {
    const { activeElement } = document;
    if (now !== null && activeElement instanceof HTMLElement) {
      if (!this.list().nativeElement.contains(activeElement)) return;
      this.opener = activeElement;
      setTimeout(() => {
        focusTitle(this.record().nativeElement);
        this.showRow();
      });
    } else if (before !== null) {
      const { opener } = this;
      // Its row may have gone with a page or a filter.
      setTimeout(() =>
        opener?.isConnected ? opener.focus() : focusTitle(this.list().nativeElement),
      );
    }
  }

  /** The list now scrolls on its own, from its top, and the row may be far below. */
  private showRow(): void {
    const list = this.list().nativeElement;
    const row = list.querySelector('[aria-current="true"]');
    if (!row) return;
    const [frame, line] = [list.getBoundingClientRect(), row.getBoundingClientRect()];
    const seen = line.top >= frame.top && line.bottom <= Math.min(frame.bottom, innerHeight);
    if (!seen) list.scrollTop += line.top - frame.top - (innerHeight - line.height) / 2;
  }
}

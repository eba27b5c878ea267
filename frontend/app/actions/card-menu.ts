import {
  Component,
  ElementRef,
  computed,
  inject,
  input,
  output,
  signal,
  viewChild,
} from '@angular/core';
import type { DrawnActionDto } from '../../../backend/action-views/action-views.dto';
import { actionStates, type ActionState } from '../../../backend/domain/action';
import { I18n } from '../i18n/i18n';
import { Icon } from '../ui/icon';
import { columnsFor } from './board-moves';

let menus = 0;

/** Moves a card of the board without dragging it: the columns that it may go to, and no others. */
@Component({
  selector: 'boucle-card-menu',
  imports: [Icon],
  template: `
    <button
      #button
      class="button quiet"
      type="button"
      [attr.aria-expanded]="open()"
      [attr.aria-controls]="id"
      [attr.aria-label]="t('actions.views.board.moveOf', { title: card().title })"
      (click)="open.set(!open())"
    >
      <boucle-icon name="arrow-right" /> {{ t('actions.views.board.move') }}
    </button>
    <div class="panel" [id]="id" [hidden]="!open()">
      @for (column of columns(); track column.state) {
        <button class="button quiet" type="button" (click)="choose(column.state)">
          {{ column.words }}
        </button>
      }
    </div>
  `,
  styleUrl: './card-menu.css',
  host: {
    '(document:click)': 'leave($event.target)',
    '(focusout)': '$event.relatedTarget && leave($event.relatedTarget)',
    '(keydown.escape)': 'close($event)',
  },
})
export class CardMenu {
  readonly card = input.required<DrawnActionDto>();
  readonly chosen = output<ActionState>();

  protected readonly t = inject(I18n).t;
  protected readonly id = `card-menu-${++menus}`;
  protected readonly open = signal(false);
  protected readonly columns = computed(() =>
    columnsFor(this.card(), actionStates).map((state) => ({
      state,
      words: this.t(`domain.actionState.${state}`),
    })),
  );
  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef);
  private readonly button = viewChild.required<ElementRef<HTMLButtonElement>>('button');

  /** A dialog that comes next gives the focus back to the button. */
  protected choose(column: ActionState): void {
    this.open.set(false);
    this.button().nativeElement.focus();
    this.chosen.emit(column);
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

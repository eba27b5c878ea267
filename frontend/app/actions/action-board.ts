import { CdkDrag, CdkDropList, CdkDropListGroup, type CdkDragDrop } from '@angular/cdk/drag-drop';
import {
  Component,
  ElementRef,
  computed,
  inject,
  input,
  linkedSignal,
  signal,
} from '@angular/core';
import { RouterLink } from '@angular/router';
import type { DrawnActionDto } from '../../../backend/action-views/action-views.dto';
import { actionStates, type ActionMove, type ActionState } from '../../../backend/domain/action';
import type { ActionFigures } from '../../../backend/domain/action-figures';
import { I18n } from '../i18n/i18n';
import { Session } from '../session/session';
import { ErrorState } from '../ui/error-state';
import { kept } from '../ui/kept';
import { Loading } from '../ui/loading';
import { ReasonDialog } from '../ui/reason-dialog';
import { Toasts } from '../ui/toasts';
import { moveInto, obstacle } from './board-moves';
import { CardMenu } from './card-menu';
import { ActionsClient } from './actions-client';
import { DrawnPart } from './drawn-part';
import { drawnActions } from './drawn-actions';
import { DueDate } from './due-date';
import { FinishDialog } from './finish-dialog';
import { whyNot } from './refused';
import { VerdictDialog } from './verdict-dialog';

/** A move that asks something first: its card already stands where it would go. */
interface Asked {
  card: DrawnActionDto;
  move: ActionMove;
}

/** The actions by state. A card that is moved makes the lifecycle's own move, or goes back. */
@Component({
  selector: 'boucle-action-board',
  imports: [
    CardMenu,
    CdkDrag,
    CdkDropList,
    CdkDropListGroup,
    DrawnPart,
    DueDate,
    ErrorState,
    FinishDialog,
    Loading,
    ReasonDialog,
    RouterLink,
    VerdictDialog,
  ],
  templateUrl: './action-board.html',
  styleUrl: './action-board.css',
})
export class ActionBoard {
  readonly query = input.required<Record<string, string>>();
  readonly counts = input<ActionFigures>();
  readonly open = input<string | null>(null);

  protected readonly t = inject(I18n).t;
  private readonly client = inject(ActionsClient);
  private readonly toasts = inject(Toasts);
  private readonly me = inject(Session).me()?.person.id;
  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
  protected readonly found = drawnActions(() => this.query());
  protected readonly drawn = kept(this.found);
  protected readonly asked = signal<Asked | null>(null);
  protected readonly held = signal<DrawnActionDto | null>(null);

  /** Where cards stand until the server has told where they do. */
  private readonly ahead = linkedSignal<unknown, ReadonlyMap<string, ActionState>>({
    source: () => this.drawn(),
    computation: () => new Map(),
  });

  protected readonly columns = computed(() => {
    const items = this.drawn()?.items ?? [];
    const { state: only, status } = this.query();
    return actionStates.map((state) => {
      const cards = items.filter((card) => (this.ahead().get(card.id) ?? card.state) === state);
      const counted = this.counts()?.byState[state] ?? 0;
      const all = this.isPart() ? counted : cards.length;
      return { state, title: `column-${state}`, cards, all, kept: isAskedFor(state, only, status) };
    });
  });
  private readonly isPart = computed(() => {
    const drawn = this.drawn();
    return drawn !== undefined && drawn.items.length < drawn.seen;
  });

  protected mayEnter(column: ActionState): boolean {
    const card = this.held();
    return card === null || card.state === column || moveInto(card, column) !== null;
  }

  protected drop({ item, container }: CdkDragDrop<ActionState, ActionState, DrawnActionDto>): void {
    this.held.set(null);
    this.move(item.data, container.data);
  }

  protected move(card: DrawnActionDto, column: ActionState): void {
    if (card.state === column) return;
    const move = moveInto(card, column);
    if (move === null) {
      const words = {
        title: card.title,
        from: this.t(`domain.actionState.${card.state}`),
        to: this.t(`domain.actionState.${column}`),
      };
      this.toasts.show(this.t(`actions.views.board.${obstacle(card, column, this.me)}`, words));
      return;
    }
    this.stand(card.id, column);
    if (move === 'start') void this.start(card);
    else this.asked.set({ card, move });
  }

  /** Whatever was asked is answered or given up: where it was not done, the card goes back. */
  protected settle({ card }: Asked): void {
    this.asked.set(null);
    if (this.client.changed()?.id !== card.id) this.stand(card.id, null);
    this.focus(card.id);
  }

  protected readonly cancel = async (reason: string): Promise<void> => {
    const card = this.asked()?.card;
    if (!card) return;
    await this.client.cancel(card.id, { reason });
    this.toasts.show(this.t('actions.cancel.done', { reference: card.reference }));
  };

  private async start(card: DrawnActionDto): Promise<void> {
    const { id, title, progress } = card;
    try {
      await this.client.report(id, { progress, done: false });
      this.toasts.show(this.t('actions.views.board.started', { title }));
    } catch (error) {
      this.stand(id, null);
      const why = whyNot(error, this.t('errors.title'));
      this.toasts.show(this.t('actions.views.board.back', { title, why }));
      this.found.reload();
    }
    this.focus(id);
  }

  private stand(id: string, column: ActionState | null): void {
    this.ahead.update((before) => {
      const after = new Map(before);
      if (column) after.set(id, column);
      else after.delete(id);
      return after;
    });
  }

  /** A card that changes its column is drawn anew, and would lose the focus. */
  private focus(id: string): void {
    setTimeout(() => this.host.querySelector<HTMLElement>(`a[data-id="${id}"]`)?.focus());
  }
}

const statesOf: Record<string, readonly ActionState[]> = {
  open: ['planned', 'in_progress'],
  late: ['planned', 'in_progress'],
  toVerify: ['done'],
  unsettled: ['planned', 'in_progress', 'done'],
};

/** Whether the filters let a state through at all. */
function isAskedFor(state: ActionState, only?: string, status?: string): boolean {
  if (only) return only === state;
  return status ? (statesOf[status]?.includes(state) ?? true) : true;
}

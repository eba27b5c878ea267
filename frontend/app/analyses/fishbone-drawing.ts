import type { ElementRef } from '@angular/core';
import {
  Component,
  afterNextRender,
  computed,
  inject,
  input,
  output,
  signal,
  viewChild,
} from '@angular/core';
import {
  branches,
  deepestWhy,
  placeObstacle,
  type Branch,
  type CausePlace,
} from '../../../backend/domain/analysis';
import { I18n } from '../i18n/i18n';
import { Toasts } from '../ui/toasts';
import { AnalysisDesk } from './analysis-desk';
import type { ShownCause } from './facts';
import { layFishbone, line, type Leaf } from './fishbone';

/** How far a press must travel to be a drag, in pixels. */
const slack = 6;

/**
 * The Ishikawa diagram of the causes. Where it may be changed: a press on a cause writes it in
 * place, on a branch adds one, and a cause that is dragged hangs where it is dropped. What a drag
 * does, the sheet of the cause does from the keyboard.
 */
@Component({
  selector: 'boucle-fishbone',
  templateUrl: './fishbone-drawing.html',
  styleUrl: './fishbone-drawing.css',
})
export class FishboneDrawing {
  readonly problem = input.required<string>();
  readonly editable = input(false);
  /** Asked for the sheet of a cause. */
  readonly detail = output<string>();

  protected readonly t = inject(I18n).t;
  protected readonly desk = inject(AnalysisDesk);
  private readonly toasts = inject(Toasts);
  private readonly frame = viewChild.required<ElementRef<HTMLElement>>('frame');
  private readonly measured = signal<(text: string) => number>((text) => text.length * 8);

  protected readonly line = line;
  protected readonly editing = signal<string | null>(null);
  protected readonly dragged = signal<{ id: string; dx: number; dy: number } | null>(null);
  protected readonly over = signal<string | null>(null);
  private pressed: { id: string; x: number; y: number } | null = null;

  protected readonly drawing = computed(() =>
    layFishbone(this.desk.causes(), this.problem(), this.measured()),
  );

  protected readonly edited = computed(() => {
    const id = this.editing();
    const leaf = this.drawing().leaves.find((one) => one.id === id);
    const { width, height } = this.drawing();
    return (
      leaf && {
        leaf,
        left: `${(leaf.x / width) * 100}%`,
        top: `${((leaf.y - line / 2) / height) * 100}%`,
        wording: this.causeOf(leaf.id)?.wording ?? '',
      }
    );
  });

  constructor() {
    afterNextRender(() => void this.takeMeasure());
  }

  protected causeOf(id: string): ShownCause | undefined {
    return this.desk.causes().find((cause) => cause.id === id);
  }

  protected nameOf({ id, status }: Leaf): string {
    const { branch, wording = '' } = this.causeOf(id) ?? {};
    return this.t('analyses.drawing.cause', {
      wording: wording || '…',
      branch: branch ? this.t(`analyses.branch.${branch}`) : '',
      status: this.t(`analyses.status.${status}`),
    });
  }

  protected begin(id: string): void {
    if (!this.editable()) return;
    this.editing.set(id);
    setTimeout(() => {
      const field = this.frame().nativeElement.querySelector('textarea');
      field?.focus();
      field?.select();
    });
  }

  protected addTo(branch: Branch): void {
    if (this.editable()) this.begin(this.desk.add(null, branch));
  }

  protected end(event: Event): void {
    const id = this.editing();
    if (!id) return;
    event.preventDefault();
    this.leave(id);
    setTimeout(() => this.frame().nativeElement.querySelector<SVGElement>(`#leaf-${id}`)?.focus());
  }

  protected leave(id: string): void {
    if (this.editing() === id) this.editing.set(null);
    this.desk.forgetBlank(id);
    void this.desk.flush();
  }

  /** A finger scrolls the drawing; it moves a cause by its sheet. */
  protected press(event: PointerEvent, id: string): void {
    if (!this.editable() || event.pointerType === 'touch' || event.button !== 0) return;
    this.pressed = { id, x: event.clientX, y: event.clientY };
    (event.currentTarget as Element).setPointerCapture(event.pointerId);
  }

  protected drag(event: PointerEvent): void {
    if (!this.pressed) return;
    const { id, x, y } = this.pressed;
    const [dx, dy] = [event.clientX - x, event.clientY - y];
    if (!this.dragged() && Math.hypot(dx, dy) < slack) return;
    const scale = this.drawing().width / this.frame().nativeElement.clientWidth;
    this.dragged.set({ id, dx: dx * scale, dy: dy * scale });
    this.over.set(this.targetAt(event, id));
  }

  protected drop(event: PointerEvent, id: string): void {
    const target = this.dragged() ? this.targetAt(event, id) : null;
    const wasDragged = this.dragged() !== null;
    this.pressed = null;
    this.dragged.set(null);
    this.over.set(null);
    if (target) this.move(id, target);
    else if (!wasDragged) this.begin(id);
  }

  protected shift(id: string): string | null {
    const dragged = this.dragged();
    return dragged?.id === id ? `translate(${dragged.dx} ${dragged.dy})` : null;
  }

  private async takeMeasure(): Promise<void> {
    const pen = document.createElement('canvas').getContext('2d');
    if (!pen) return;
    await document.fonts.ready;
    const { fontFamily } = getComputedStyle(this.frame().nativeElement);
    pen.font = `16px ${fontFamily}`;
    // A hair wider than measured, so that paper and other magnifications never spill.
    this.measured.set((text) => pen.measureText(text).width * 1.03);
  }

  private targetAt({ clientX, clientY }: PointerEvent, id: string): string | null {
    const names = document
      .elementsFromPoint(clientX, clientY)
      .flatMap((element) => element.closest('[data-drop]')?.getAttribute('data-drop') ?? []);
    return names.find((name) => name !== id) ?? null;
  }

  private move(id: string, target: string): void {
    const causes = this.desk.causes();
    const branch = branches.find((one) => one === target);
    const parent = causes.find((one) => one.id === target);
    const asked: CausePlace = parent
      ? { id, parentId: parent.id, branch: parent.branch }
      : { id, parentId: null, branch: branch ?? 'methods' };
    const obstacle = placeObstacle(causes, asked);
    if (obstacle) this.toasts.show(this.t('analyses.drawing.refused', { deepest: deepestWhy }));
    else this.desk.place(asked);
    void this.desk.flush();
  }
}

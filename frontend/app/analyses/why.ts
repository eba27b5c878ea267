import type { ElementRef } from '@angular/core';
import {
  Component,
  afterRenderEffect,
  computed,
  inject,
  input,
  output,
  viewChild,
} from '@angular/core';
import { deepestWhy, depthOf } from '../../../backend/domain/analysis';
import { I18n } from '../i18n/i18n';
import { Icon } from '../ui/icon';
import { AnalysisDesk } from './analysis-desk';
import type { ShownCause } from './facts';
import { Clash } from './clash';
import { Remedies } from './remedies';

/** One rung of the ladder: « because… », and under it the whys that it calls. */
@Component({
  selector: 'boucle-why',
  imports: [Clash, Icon, Remedies],
  templateUrl: './why.html',
  styleUrl: './why.css',
})
export class Why {
  readonly cause = input.required<ShownCause>();
  /** Asked for the sheet of a cause. */
  readonly detail = output<string>();

  protected readonly t = inject(I18n).t;
  protected readonly desk = inject(AnalysisDesk);
  private readonly field = viewChild.required<ElementRef<HTMLTextAreaElement>>('field');

  protected readonly depth = computed(() => depthOf(this.desk.causes(), this.cause().id));
  protected readonly mayGoOn = computed(() => this.depth() < deepestWhy);
  protected readonly below = computed(() =>
    this.desk.causes().filter(({ parentId }) => parentId === this.cause().id),
  );

  constructor() {
    afterRenderEffect(() => {
      if (this.desk.wanted() !== this.cause().id) return;
      this.field().nativeElement.focus();
      this.desk.wanted.set(null);
    });
  }

  protected type(wording: string): void {
    this.desk.change(this.cause().id, { wording });
  }

  /** Enter asks why again; on a line that says nothing, it ends the ladder. */
  protected goOn(event: Event): void {
    event.preventDefault();
    if (!this.cause().wording.trim() || !this.mayGoOn()) return;
    void this.desk.flush();
    this.addBelow();
  }

  protected addBelow(): void {
    const { id, branch } = this.cause();
    this.desk.wanted.set(this.desk.add(id, branch));
  }

  /** Backspace on a line that says nothing goes back to the one above. */
  protected goBack(event: Event): void {
    const { id, parentId, wording } = this.cause();
    if (wording !== '' || this.below().length > 0) return;
    event.preventDefault();
    this.desk.wanted.set(parentId);
    this.desk.forgetBlank(id);
  }

  protected leave(): void {
    if (this.below().length === 0) this.desk.forgetBlank(this.cause().id);
    void this.desk.flush();
  }
}

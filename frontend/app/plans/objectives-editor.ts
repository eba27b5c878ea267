import {
  Component,
  ElementRef,
  Injector,
  afterNextRender,
  inject,
  input,
  output,
} from '@angular/core';
import { v7 as newId } from 'uuid';
import type { ObjectiveInputDto } from '../../../backend/plans/plans.dto';
import { I18n } from '../i18n/i18n';
import { Icon } from '../ui/icon';
import { isObjective } from './plan-words';

/** What a plan wants to change, one line each, in an order that buttons change too. */
@Component({
  selector: 'boucle-objectives-editor',
  imports: [Icon],
  templateUrl: './objectives-editor.html',
  styleUrl: './objectives-editor.css',
})
export class ObjectivesEditor {
  readonly objectives = input.required<readonly ObjectiveInputDto[]>();
  readonly changed = output<ObjectiveInputDto[]>();

  protected readonly t = inject(I18n).t;
  protected readonly isObjective = isObjective;
  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef);
  private readonly injector = inject(Injector);

  protected add(): void {
    this.changed.emit([...this.objectives(), { id: newId(), wording: '' }]);
    this.focus(this.objectives().length);
  }

  protected write(id: string, wording: string): void {
    this.changed.emit(this.objectives().map((one) => (one.id === id ? { id, wording } : one)));
  }

  protected remove(rank: number): void {
    this.changed.emit(this.objectives().filter((_, other) => other !== rank));
    this.focus(Math.max(0, rank - 1));
  }

  protected move(rank: number, by: 1 | -1): void {
    const moved = [...this.objectives()];
    const [one] = moved.splice(rank, 1);
    if (one) moved.splice(rank + by, 0, one);
    this.changed.emit(moved);
    this.focus(rank + by);
  }

  /** The focus follows the line that was moved, added, or that takes the place of one removed. */
  private focus(rank: number): void {
    const find = () => this.host.nativeElement.querySelectorAll<HTMLElement>('input')[rank];
    afterNextRender(() => (find() ?? this.host.nativeElement.querySelector('button'))?.focus(), {
      injector: this.injector,
    });
  }
}

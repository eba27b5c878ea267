import { httpResource } from '@angular/common/http';
import { Component, computed, effect, inject, input, signal } from '@angular/core';
import type { AlikeDto } from '../../../backend/merging/merging.dto';
import { DayPipe } from '../i18n/dates';
import { I18n } from '../i18n/i18n';
import { kept } from '../ui/kept';
import { FeedbackState } from './feedback-state';

/** How long the typing rests before it is looked for, and how many signs it takes to look alike. */
const rest = 400;
const leastSigns = 15;

/** Who said before what is being typed: one line that opens, and never takes the focus. */
@Component({
  selector: 'boucle-said-before',
  imports: [DayPipe, FeedbackState],
  templateUrl: './said-before.html',
  styleUrl: './said-before.css',
})
export class SaidBefore {
  readonly text = input.required<string>();
  /** The unit concerned, with those below it; everywhere where it is empty. */
  readonly unitId = input('');

  protected readonly t = inject(I18n).t;
  private readonly rested = signal<Record<string, string> | null>(null);
  private readonly found = httpResource<AlikeDto[]>(() => {
    const params = this.rested();
    return params ? { url: '/api/feedback/alike', params } : undefined;
  });
  private readonly shown = kept(this.found);
  /** What goes wrong here must not trouble who is typing. */
  protected readonly likes = computed(() => (this.rested() ? (this.shown() ?? []) : []));

  constructor() {
    effect((onCleanup) => {
      const text = this.text().trim().slice(0, 600);
      const unitId = this.unitId();
      const params = { text, ...(unitId && { unitId }) };
      const look = () => this.rested.set(text.length < leastSigns ? null : params);
      const timer = setTimeout(look, rest);
      onCleanup(() => clearTimeout(timer));
    });
  }
}

import { Component, effect, inject, input, signal, untracked } from '@angular/core';
import type { ActionDto } from '../../../backend/actions/actions.dto';
import type { CommentDto } from '../../../backend/actions/action-work.dto';
import { partsOf } from '../../../backend/domain/mentions';
import { Dates, MomentPipe } from '../i18n/dates';
import { I18n } from '../i18n/i18n';
import { ErrorState } from '../ui/error-state';
import { Icon } from '../ui/icon';
import { Tag } from '../ui/tag';
import { Toasts } from '../ui/toasts';
import { CommentForm } from './comment-form';
import { deeds } from './deeds';
import { focusLater } from './focus-later';
import { WorkClient } from './work-client';

/** What is said about an action, the oldest first, and whom it calls. */
@Component({
  selector: 'boucle-comments',
  imports: [CommentForm, ErrorState, Icon, MomentPipe, Tag],
  templateUrl: './comments.html',
  styleUrl: './comments.css',
})
export class Comments {
  readonly action = input.required<ActionDto>();

  protected readonly t = inject(I18n).t;
  protected readonly deeds = deeds();
  protected readonly edited = signal<string | null>(null);
  private readonly client = inject(WorkClient);
  private readonly toasts = inject(Toasts);
  private readonly dates = inject(Dates);
  private readonly focusLater = focusLater();

  constructor() {
    effect(() => {
      const { id, work } = this.action();
      if (!work.comments.some(({ callsMe }) => callsMe)) return;
      // Where it can't be noted, it awaits them at home once more: no harm.
      untracked(() => void this.client.see(id).catch(() => undefined));
    });
  }

  protected piecesOf({ body, people }: CommentDto): { text: string; isPerson: boolean }[] {
    return partsOf(body, people).map((part) =>
      'person' in part
        ? { text: `@${part.person.name}`, isPerson: true }
        : { text: part.text, isPerson: false },
    );
  }

  protected leave(commentId: string): void {
    this.edited.set(null);
    this.focusLater(`edit-${commentId}`);
  }

  protected momentOf({ at }: CommentDto): string {
    return this.dates.moment(at);
  }

  protected async takeBack({ id: commentId, body }: CommentDto): Promise<void> {
    const { id } = this.action();
    if (!(await this.deeds.do(() => this.client.takeBack(id, commentId)))) return;
    this.toasts.show(this.t('work.comments.removed'), () =>
      this.deeds.do(() => this.client.say(id, commentId, body)),
    );
  }
}

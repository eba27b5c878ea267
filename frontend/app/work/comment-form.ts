import type { ElementRef } from '@angular/core';
import {
  Component,
  Injector,
  afterNextRender,
  computed,
  inject,
  input,
  output,
  signal,
  viewChild,
  type OnInit,
} from '@angular/core';
import {
  FormField,
  FormRoot,
  form,
  maxLengthError,
  required,
  validate,
} from '@angular/forms/signals';
import { v7 as newId } from 'uuid';
import type { ActionDto } from '../../../backend/actions/actions.dto';
import type { CommentDto } from '../../../backend/actions/action-work.dto';
import { commentMaximum } from '../../../backend/domain/action-work';
import { withMarks, withNames } from '../../../backend/domain/mentions';
import { I18n } from '../i18n/i18n';
import { ownDraft } from '../session/own-draft';
import { ErrorState } from '../ui/error-state';
import { Field } from '../ui/field';
import { SendKeys } from '../ui/send-keys';
import { sending } from '../ui/sending';
import { Toasts } from '../ui/toasts';
import { MentionList } from './mention-list';
import { WorkClient } from './work-client';
import { WorkPeople } from './work-people';

/** What somebody says about an action; or says otherwise. */
@Component({
  selector: 'boucle-comment-form',
  imports: [ErrorState, Field, FormField, FormRoot, MentionList, SendKeys],
  template: `
    <form class="form" [formRoot]="form" boucleSendKeys>
      <boucle-field [label]="t('work.comments.new')" [hint]="t('work.comments.hint')">
        <textarea
          #area
          rows="2"
          [formField]="form.body"
          (focus)="people.ask(action().id)"
        ></textarea>
        <boucle-mention-list [into]="area" [people]="people.all()" />
      </boucle-field>
      <boucle-error-state inForm [error]="failure()" />
      <div class="buttons">
        <button class="button" type="submit" [attr.aria-busy]="form().submitting()">
          {{ t(comment() ? 'work.save' : 'work.comments.send') }}
        </button>
        @if (comment()) {
          <button class="button quiet" type="button" (click)="closed.emit()">
            {{ t('ui.cancel') }}
          </button>
        }
      </div>
    </form>
  `,
  styles: `
    textarea {
      min-height: 4.5rem;
    }
  `,
})
export class CommentForm implements OnInit {
  readonly action = input.required<ActionDto>();
  /** The one that is said otherwise; null for a new one. */
  readonly comment = input<CommentDto | null>(null);
  readonly closed = output();

  protected readonly t = inject(I18n).t;
  protected readonly failure = signal<unknown>(null);
  protected readonly people = inject(WorkPeople);
  private readonly area = viewChild.required<ElementRef<HTMLTextAreaElement>>('area');
  private readonly client = inject(WorkClient);
  private readonly toasts = inject(Toasts);
  private readonly injector = inject(Injector);
  private id = newId();

  private readonly model = signal({ body: '' });
  private readonly draft = ownDraft(
    () => `comment.${this.comment()?.id ?? this.action().id}`,
    this.model,
  );
  private readonly known = computed(() => [
    ...this.people.all(),
    ...(this.comment()?.people ?? []),
  ]);

  protected readonly form = form(
    this.model,
    (path) => {
      required(path.body);
      // A name counts as what stands for it.
      validate(path.body, ({ value }) =>
        withMarks(value(), this.known()).length > commentMaximum
          ? maxLengthError(commentMaximum)
          : undefined,
      );
    },
    { submission: sending(() => this.send(), this.failure) },
  );

  ngOnInit(): void {
    const comment = this.comment();
    if (!comment) return;
    this.id = comment.id;
    this.model.set({ body: withNames(comment.body, comment.people) });
    this.people.ask(this.action().id);
    afterNextRender(
      { write: () => this.area().nativeElement.focus() },
      { injector: this.injector },
    );
  }

  private async send(): Promise<void> {
    const body = withMarks(this.model().body.trim(), this.known());
    await this.client.say(this.action().id, this.id, body);
    this.id = newId();
    this.draft.sent({ body: '' });
    this.form().reset();
    this.toasts.show(this.t(this.comment() ? 'work.comments.changed' : 'work.comments.sent'));
    this.closed.emit();
  }
}

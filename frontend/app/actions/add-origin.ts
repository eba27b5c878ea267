import { Component, inject, input, output, signal } from '@angular/core';
import { FormField, FormRoot, form, required } from '@angular/forms/signals';
import type { ActionDto, OriginInputDto } from '../../../backend/actions/actions.dto';
import { hasCriteria } from '../../../backend/domain/has-criteria';
import { I18n } from '../i18n/i18n';
import { atMost } from '../ui/at-most';
import { Dialog } from '../ui/dialog';
import { ErrorState } from '../ui/error-state';
import { Field } from '../ui/field';
import { SendKeys } from '../ui/send-keys';
import { sending } from '../ui/sending';
import { Toasts } from '../ui/toasts';
import { OriginsClient } from './origins-client';
import { VoiceSearch } from './voice-search';

/** What else an action turns out to answer: a feedback that is looked for, a finding that is typed. */
@Component({
  selector: 'boucle-add-origin',
  imports: [Dialog, ErrorState, Field, FormField, FormRoot, SendKeys, VoiceSearch],
  templateUrl: './add-origin.html',
})
export class AddOrigin {
  readonly action = input.required<ActionDto>();
  readonly closed = output();

  protected readonly t = inject(I18n).t;
  protected readonly kinds = ['feedback', 'audit', 'recommendation'] as const;
  protected readonly criteria = hasCriteria;
  protected readonly failure = signal<unknown>(null);
  private readonly client = inject(OriginsClient);
  private readonly toasts = inject(Toasts);

  protected readonly typed = signal<Typed>({ kind: 'feedback', words: '', feedbackId: '' });
  protected readonly form = form(
    this.typed,
    (path) => {
      required(path.kind);
      required(path.words, { when: ({ valueOf }) => valueOf(path.kind) !== 'feedback' });
      atMost(path.words, 200);
      required(path.feedbackId, {
        when: ({ valueOf }) => valueOf(path.kind) === 'feedback',
        message: () => this.t('actions.origins.chooseVoice'),
      });
    },
    { submission: sending(() => this.send(), this.failure) },
  );

  private async send(): Promise<void> {
    const { id, reference } = this.action();
    const { kind, words, feedbackId } = this.typed();
    const origin: OriginInputDto =
      kind === 'feedback' ? { kind, feedbackId } : { kind, reference: words.trim() };
    await this.client.add(id, origin);
    this.toasts.show(this.t('actions.origins.added', { reference }));
    this.closed.emit();
  }
}

interface Typed {
  kind: 'feedback' | 'audit' | 'recommendation';
  words: string;
  feedbackId: string;
}

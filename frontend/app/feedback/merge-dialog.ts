import { Component, computed, inject, input, output, signal, type OnInit } from '@angular/core';
import { FormField, FormRoot, form, required } from '@angular/forms/signals';
import type { AlikeDto } from '../../../backend/merging/merging.dto';
import { DayPipe } from '../i18n/dates';
import { I18n } from '../i18n/i18n';
import { Dialog } from '../ui/dialog';
import { ErrorState } from '../ui/error-state';
import { Field } from '../ui/field';
import { sending } from '../ui/sending';
import { Toasts } from '../ui/toasts';
import { AsideClient } from './aside-client';

/** What is known of the one at hand. */
export interface Mergeable {
  id: string;
  reference: string;
  receivedOn: string;
  body: string;
}

/** Joins two that say the same: asks which one stays, the older unless said. */
@Component({
  selector: 'boucle-merge-dialog',
  imports: [DayPipe, Dialog, ErrorState, Field, FormField, FormRoot],
  templateUrl: './merge-dialog.html',
})
export class MergeDialog implements OnInit {
  readonly one = input.required<Mergeable>();
  readonly other = input.required<AlikeDto>();
  readonly closed = output();

  protected readonly t = inject(I18n).t;
  protected readonly failure = signal<unknown>(null);
  private readonly client = inject(AsideClient);
  private readonly toasts = inject(Toasts);

  /** The older first; of one day, ids tell the order. */
  protected readonly choices = computed(() => {
    const { id, reference, receivedOn, body } = this.one();
    const one = { id, reference, receivedOn, excerpt: body.slice(0, 200) };
    const order = (choice: { receivedOn: string; id: string }) => choice.receivedOn + choice.id;
    return [one, this.other()].sort((a, b) => order(a).localeCompare(order(b)));
  });
  /** What has gone too far to join another can only be joined. */
  protected readonly mayChoose = computed(() => this.other().mayJoin);

  private readonly model = signal({ staying: '' });
  protected readonly form = form(this.model, (path) => required(path.staying), {
    submission: sending(() => this.send(), this.failure),
  });

  ngOnInit(): void {
    const [older] = this.choices();
    const staying = this.mayChoose() && older ? older.id : this.other().id;
    this.model.set({ staying });
  }

  private async send(): Promise<void> {
    const open = this.one().id;
    const staying = this.choices().find(({ id }) => id === this.model().staying);
    const joining = this.choices().find(({ id }) => id !== this.model().staying);
    if (!staying || !joining) return;
    await this.client.merge(joining.id, staying.id, open);
    const facts = { joining: joining.reference, staying: staying.reference };
    this.toasts.show(this.t('feedback.aside.merge.done', facts), () =>
      this.client.split(joining.id, open),
    );
    this.closed.emit();
  }
}

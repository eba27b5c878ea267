import {
  Component,
  DOCUMENT,
  afterNextRender,
  computed,
  inject,
  input,
  output,
  ElementRef,
} from '@angular/core';
import { RouterLink } from '@angular/router';
import type { FeedbackReceiptDto } from '../../../backend/feedback/intake.dto';
import { UploadList } from '../attachments/upload-list';
import { Dates } from '../i18n/dates';
import { I18n } from '../i18n/i18n';
import { Session } from '../session/session';
import { CopyButton } from '../ui/copy-button';
import { Heading } from '../ui/heading';
import { Icon } from '../ui/icon';
import { LookAlikes } from './look-alikes';

/** What is handed to whoever spoke: on paper, or read aloud. */
@Component({
  selector: 'boucle-feedback-receipt',
  imports: [CopyButton, Heading, Icon, LookAlikes, RouterLink, UploadList],
  templateUrl: './feedback-receipt.html',
  styleUrl: './feedback-receipt.css',
})
export class FeedbackReceipt {
  readonly receipt = input.required<FeedbackReceiptDto>();
  /** The address that the code was sent to; empty without one. */
  readonly writtenTo = input('');
  /** What was said. */
  readonly body = input('');
  /** Somebody else is waiting at the desk. */
  readonly another = output();

  protected readonly t = inject(I18n).t;
  private readonly document = inject(DOCUMENT);
  protected readonly mayMerge = inject(Session).may('feedback.merge');
  private readonly today = inject(Dates).today();
  /** As those that resemble it need to know it. */
  protected readonly logged = computed(() => {
    const { id, reference } = this.receipt();
    return { id, reference, body: this.body(), receivedOn: this.today };
  });
  protected readonly followUp = `${this.document.location.host}/suivi`;

  constructor() {
    const host = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
    afterNextRender(() => host.querySelector<HTMLElement>('h1')?.focus());
  }

  protected print(): void {
    this.document.defaultView?.print();
  }
}

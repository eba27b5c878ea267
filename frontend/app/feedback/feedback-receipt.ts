import {
  Component,
  DOCUMENT,
  afterNextRender,
  inject,
  input,
  output,
  ElementRef,
} from '@angular/core';
import { RouterLink } from '@angular/router';
import type { FeedbackReceiptDto } from '../../../backend/feedback/intake.dto';
import { UploadList } from '../attachments/upload-list';
import { I18n } from '../i18n/i18n';
import { CopyButton } from '../ui/copy-button';
import { Heading } from '../ui/heading';
import { Icon } from '../ui/icon';

/** What is handed to whoever spoke: on paper, or read aloud. */
@Component({
  selector: 'boucle-feedback-receipt',
  imports: [CopyButton, Heading, Icon, RouterLink, UploadList],
  templateUrl: './feedback-receipt.html',
  styleUrl: './feedback-receipt.css',
})
export class FeedbackReceipt {
  readonly receipt = input.required<FeedbackReceiptDto>();
  /** The address that the code was sent to; empty without one. */
  readonly writtenTo = input('');
  /** Somebody else is waiting at the desk. */
  readonly another = output();

  protected readonly t = inject(I18n).t;
  private readonly document = inject(DOCUMENT);
  protected readonly followUp = `${this.document.location.host}/suivi`;

  constructor() {
    const host = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
    afterNextRender(() => host.querySelector<HTMLElement>('h1')?.focus());
  }

  protected print(): void {
    this.document.defaultView?.print();
  }
}

import { httpResource } from '@angular/common/http';
import { Component, DOCUMENT, computed, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { threadOf } from '../../../backend/domain/thread';
import type { FeedbackReceiptDto, PublicUnitDto } from '../../../backend/feedback/intake.dto';
import { I18n } from '../i18n/i18n';
import { CopyButton } from '../ui/copy-button';
import { Heading } from '../ui/heading';
import { Icon } from '../ui/icon';
import { PublicFrame } from '../ui/public-frame';
import { Thread } from '../ui/thread';

/**
 * `/p/:key/merci`: the reference and the code, which is told this once. The receipt travels in the
 * history's entry: it survives a reload and is written nowhere else.
 */
@Component({
  selector: 'boucle-thanks',
  imports: [CopyButton, Heading, Icon, PublicFrame, RouterLink, Thread],
  templateUrl: './thanks.html',
  styleUrl: './thanks.css',
})
export class Thanks {
  /** Bound from the address. */
  readonly key = input.required<string>();

  protected readonly t = inject(I18n).t;
  private readonly window = inject(DOCUMENT).defaultView;
  protected readonly receipt = receiptIn(this.window?.history.state);
  protected readonly followUpPage = `${this.window?.location.origin ?? ''}/suivi`;
  protected readonly unit = httpResource<PublicUnitDto>(
    () => `/api/public/units/${encodeURIComponent(this.key())}`,
  );
  protected readonly known = computed(() => (this.unit.hasValue() ? this.unit.value() : null));

  protected readonly thread = threadOf({
    voice: { at: new Date().toISOString() },
    noActionNeeded: false,
    over: false,
  });

  protected print(): void {
    this.window?.print();
  }
}

function receiptIn(state: unknown): FeedbackReceiptDto | null {
  return (state as { receipt?: FeedbackReceiptDto } | null)?.receipt ?? null;
}

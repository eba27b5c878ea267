import { httpResource } from '@angular/common/http';
import { Component, computed, inject, input } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import type { FeedbackReceiptDto, PublicUnitDto } from '../../../backend/feedback/intake.dto';
import { I18n } from '../i18n/i18n';
import { ErrorState } from '../ui/error-state';
import { Heading } from '../ui/heading';
import { Loading } from '../ui/loading';
import { PublicFrame } from '../ui/public-frame';
import { TellForm } from './tell-form';

/** `/p/:key`: somebody without an account gives their word about a service. */
@Component({
  selector: 'boucle-tell',
  imports: [ErrorState, Heading, Loading, PublicFrame, RouterLink, TellForm],
  templateUrl: './tell.html',
})
export class Tell {
  /** Bound from the address. */
  readonly key = input.required<string>();

  protected readonly t = inject(I18n).t;
  private readonly router = inject(Router);
  protected readonly unit = httpResource<PublicUnitDto>(
    () => `/api/public/units/${encodeURIComponent(this.key())}`,
  );
  protected readonly known = computed(() => (this.unit.hasValue() ? this.unit.value() : null));

  /** In place of the form: going back must not show again what was sent. */
  protected thank(receipt: FeedbackReceiptDto): void {
    void this.router.navigate(['/p', this.key(), 'merci'], {
      state: { receipt },
      replaceUrl: true,
    });
  }
}

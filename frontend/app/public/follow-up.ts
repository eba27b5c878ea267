import { httpResource } from '@angular/common/http';
import { Component, computed, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { AttachmentDto } from '../../../backend/attachments/attachments.dto';
import type { FollowUpDto } from '../../../backend/feedback/feedback.dto';
import { Dates } from '../i18n/dates';
import { I18n } from '../i18n/i18n';
import { ErrorState } from '../ui/error-state';
import { Heading } from '../ui/heading';
import { Loading } from '../ui/loading';
import { PublicFrame } from '../ui/public-frame';
import { Thread } from '../ui/thread';
import { CodeForm } from './code-form';

/** `/suivi/:code`: what became of what somebody said, in public words. */
@Component({
  selector: 'boucle-follow-up',
  imports: [CodeForm, ErrorState, Heading, Loading, PublicFrame, RouterLink, Thread],
  templateUrl: './follow-up.html',
  styleUrl: './follow-up.css',
})
export class FollowUp {
  /** Bound from the address. */
  readonly code = input.required<string>();

  protected readonly t = inject(I18n).t;
  private readonly dates = inject(Dates);
  protected readonly message = httpResource<FollowUpDto>(
    () => `/api/public/follow-ups/${encodeURIComponent(this.code())}`,
  );
  protected readonly known = computed(() =>
    this.message.hasValue() ? this.message.value() : null,
  );

  protected fileOf({ id }: AttachmentDto): string {
    return `/api/public/follow-ups/${encodeURIComponent(this.code())}/attachments/${id}`;
  }

  protected on(day: string): string {
    return this.t('public.followUp.on', { day: this.dates.day(day) });
  }

  protected told({ kind, unitName, receivedOn }: FollowUpDto): string {
    return this.t('public.followUp.told', {
      kind: this.t(`public.kind.${kind}`),
      unit: unitName,
      day: this.dates.day(receivedOn),
    });
  }

  protected stateOf({ state, dueOn }: FollowUpDto['actions'][number]): string {
    return this.t(`public.followUp.actionState.${state}`, { day: this.dates.day(dueOn) });
  }
}

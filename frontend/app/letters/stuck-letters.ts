import { httpResource } from '@angular/common/http';
import { Component, computed, inject, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { StuckLetterDto, StuckMailDto } from '../../../backend/letters/letters.dto';
import { Dates, DayPipe } from '../i18n/dates';
import { I18n } from '../i18n/i18n';
import { Session } from '../session/session';
import { EmptyState } from '../ui/empty-state';
import { ErrorState } from '../ui/error-state';
import { Heading } from '../ui/heading';
import { Icon } from '../ui/icon';
import { keepFocus } from '../ui/keep-focus';
import { kept } from '../ui/kept';
import { Loading } from '../ui/loading';
import { Tag } from '../ui/tag';
import { Toasts } from '../ui/toasts';
import { AddressDialog } from './address-dialog';
import { LettersClient } from './letters-client';

/** `/courriers`: what did not leave and why, sent once more or put aside; the addresses that letters do not reach. */
@Component({
  selector: 'boucle-stuck-letters',
  imports: [
    AddressDialog,
    DayPipe,
    EmptyState,
    ErrorState,
    Heading,
    Icon,
    Loading,
    RouterLink,
    Tag,
  ],
  templateUrl: './stuck-letters.html',
  styleUrl: './stuck-letters.css',
})
export class StuckLetters {
  protected readonly t = inject(I18n).t;
  private readonly client = inject(LettersClient);
  private readonly toasts = inject(Toasts);
  protected readonly dates = inject(Dates);
  protected readonly mayResend = inject(Session).may('mail.manage');
  protected readonly list = httpResource<StuckMailDto>(() => '/api/mail/letters');
  protected readonly mail = kept(this.list);
  protected readonly failure = signal<unknown>(null);
  /** Which letter something is being done about; `all` for every one. */
  protected readonly busy = signal<string | null>(null);
  /** The letter whose address is asked. */
  protected readonly asked = signal<StuckLetterDto | null>(null);
  protected readonly someFailed = computed(() =>
    this.mail()?.letters.some(({ state }) => state === 'failed'),
  );

  constructor() {
    keepFocus(this.mail);
  }

  protected readonly nameOf = ({ recipient }: StuckLetterDto): string =>
    recipient ?? this.t('letters.hidden');

  protected async resend(letter: StuckLetterDto): Promise<void> {
    if (letter.marked && letter.correctable) {
      this.asked.set(letter);
      return;
    }
    await this.doing(letter.id, async () => {
      await this.client.resend(letter.id);
      this.toasts.show(this.t('letters.resent', { who: this.nameOf(letter) }));
    });
  }

  protected setAside(letter: StuckLetterDto): Promise<void> {
    return this.doing(letter.id, async () => {
      await this.client.setAside(letter.id);
      this.toasts.show(this.t('letters.isAside', { who: this.nameOf(letter) }), () =>
        this.doing(letter.id, () => this.client.takeBack(letter.id)),
      );
    });
  }

  protected resendAll(): Promise<void> {
    return this.doing('all', async () => {
      const count = await this.client.resendAll();
      this.toasts.show(this.t('letters.allResent', { count }));
    });
  }

  protected readonly corrected = (letter: StuckLetterDto) => async (address: string) => {
    await this.client.resend(letter.id, address);
    this.toasts.show(this.t('letters.resent', { who: address }));
    this.list.reload();
  };

  private async doing(which: string, work: () => Promise<void>): Promise<void> {
    if (this.busy()) return;
    this.busy.set(which);
    this.failure.set(null);
    try {
      await work();
    } catch (error) {
      this.failure.set(error);
    } finally {
      this.busy.set(null);
      this.list.reload();
    }
  }
}

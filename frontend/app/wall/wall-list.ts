import { httpResource } from '@angular/common/http';
import { Component, inject, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { ModerationDto, WallShownDto } from '../../../backend/wall/wall.dto';
import { DayPipe } from '../i18n/dates';
import { I18n } from '../i18n/i18n';
import { ErrorState } from '../ui/error-state';
import { Heading } from '../ui/heading';
import { Icon } from '../ui/icon';
import { kept } from '../ui/kept';
import { Loading } from '../ui/loading';
import { WallClient } from './wall-client';

/** `/mur-expression`: the words that await a decision, and those that are shown. */
@Component({
  selector: 'boucle-wall-list',
  imports: [DayPipe, ErrorState, Heading, Icon, Loading, RouterLink],
  templateUrl: './wall-list.html',
})
export class WallList {
  protected readonly t = inject(I18n).t;
  private readonly client = inject(WallClient);
  protected readonly list = httpResource<ModerationDto>(() => '/api/wall');
  protected readonly moderation = kept(this.list);
  /** Which words are being taken off. */
  protected readonly busy = signal<string | null>(null);
  protected readonly failure = signal<unknown>(null);

  protected async withdraw(shown: WallShownDto): Promise<void> {
    if (this.busy()) return;
    this.busy.set(shown.feedbackId);
    this.failure.set(null);
    try {
      await this.client.withdraw(shown.feedbackId, shown, () => this.list.reload());
    } catch (error) {
      this.failure.set(error);
    } finally {
      this.busy.set(null);
    }
  }
}

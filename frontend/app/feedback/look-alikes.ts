import { httpResource } from '@angular/common/http';
import {
  Component,
  DOCUMENT,
  ElementRef,
  afterRenderEffect,
  computed,
  inject,
  input,
  signal,
} from '@angular/core';
import { RouterLink } from '@angular/router';
import type { AlikeDto } from '../../../backend/merging/merging.dto';
import { DayPipe } from '../i18n/dates';
import { I18n } from '../i18n/i18n';
import { ErrorState } from '../ui/error-state';
import { Icon } from '../ui/icon';
import { kept } from '../ui/kept';
import { Toasts } from '../ui/toasts';
import { AsideClient } from './aside-client';
import { FeedbackState } from './feedback-state';
import { MergeDialog, type Mergeable } from './merge-dialog';

/** « Ressemble à »: who said it before, to join them or to tell them apart. */
@Component({
  selector: 'boucle-look-alikes',
  imports: [DayPipe, ErrorState, FeedbackState, Icon, MergeDialog, RouterLink],
  templateUrl: './look-alikes.html',
  styleUrl: './family.css',
})
export class LookAlikes {
  /** What it looks like; each new telling of it looks again. */
  readonly feedback = input.required<Mergeable>();

  protected readonly t = inject(I18n).t;
  protected readonly failure = signal<unknown>(null);
  protected readonly asking = signal<AlikeDto | null>(null);
  private readonly client = inject(AsideClient);
  private readonly toasts = inject(Toasts);

  private readonly found = httpResource<AlikeDto[]>(() => ({
    url: `/api/feedback/${this.feedback().id}/alike`,
  }));
  private readonly shown = kept(this.found);
  protected readonly likes = computed(() => this.shown() ?? []);

  constructor() {
    const host = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
    const document = inject(DOCUMENT);
    // They come late, and would push out of sight what somebody has begun to fill in below.
    afterRenderEffect(() => {
      if (this.likes().length === 0) return;
      const field = document.activeElement;
      const isBelow =
        host.compareDocumentPosition(field ?? host) & Node.DOCUMENT_POSITION_FOLLOWING;
      if (isBelow && field?.matches('input, select, textarea')) {
        field.scrollIntoView({ block: 'center' });
      }
    });
  }

  protected async tellApart({ id, reference }: AlikeDto): Promise<void> {
    const own = this.feedback().id;
    this.failure.set(null);
    try {
      await this.client.tellApart(own, id);
      this.found.update((likes) => likes?.filter((like) => like.id !== id));
      this.toasts.show(this.t('feedback.aside.alike.apartDone', { reference }), async () => {
        await this.client.takeForAlike(own, id);
        this.found.reload();
      });
    } catch (error) {
      this.failure.set(error);
    }
  }
}

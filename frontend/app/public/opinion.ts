import { HttpClient, httpResource } from '@angular/common/http';
import {
  Component,
  ElementRef,
  computed,
  effect,
  inject,
  input,
  signal,
  untracked,
} from '@angular/core';
import { firstValueFrom } from 'rxjs';
import { smileys, type Smiley } from '../../../backend/domain/satisfaction';
import type { PublicCampaignDto } from '../../../backend/surveys/surveys.dto';
import { I18n } from '../i18n/i18n';
import { ErrorState } from '../ui/error-state';
import { Field } from '../ui/field';
import { Heading } from '../ui/heading';
import { Icon } from '../ui/icon';
import { Loading } from '../ui/loading';
import { PublicFrame } from '../ui/public-frame';

/** `/avis/:key`: three faces, the reason only after, then thanks. */
@Component({
  selector: 'boucle-opinion',
  imports: [ErrorState, Field, Heading, Icon, Loading, PublicFrame],
  templateUrl: './opinion.html',
  styleUrl: './opinion.css',
})
export class Opinion {
  /** Bound from the address. */
  readonly key = input.required<string>();

  protected readonly t = inject(I18n).t;
  protected readonly smileys = smileys;
  protected readonly faces = { good: 'smile', medium: 'meh', bad: 'frown' } as const;
  private readonly http = inject(HttpClient);
  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef);
  private readonly address = computed(
    () => `/api/public/campaigns/${encodeURIComponent(this.key())}`,
  );
  protected readonly campaign = httpResource<PublicCampaignDto>(() => this.address());
  protected readonly known = computed(() =>
    this.campaign.hasValue() ? this.campaign.value() : null,
  );

  protected readonly smiley = signal<Smiley | null>(null);
  protected readonly comment = signal('');
  protected readonly sending = signal(false);
  protected readonly sent = signal(false);
  protected readonly failure = signal<unknown>(null);

  constructor() {
    let before = false;
    effect(() => {
      const now = this.sent();
      if (now !== before) untracked(() => this.focusTitle());
      before = now;
    });
  }

  protected async send(event: Event): Promise<void> {
    event.preventDefault();
    const smiley = this.smiley();
    if (!smiley || this.sending()) return;
    this.sending.set(true);
    this.failure.set(null);
    const comment = this.comment().trim() || undefined;
    try {
      await firstValueFrom(this.http.post(`${this.address()}/answers`, { smiley, comment }));
      this.sent.set(true);
    } catch (error) {
      this.failure.set(error);
    } finally {
      this.sending.set(false);
    }
  }

  /** For the next person, on a tablet that passes from hand to hand. */
  protected again(): void {
    this.smiley.set(null);
    this.comment.set('');
    this.sent.set(false);
  }

  private focusTitle(): void {
    setTimeout(() => this.host.nativeElement.querySelector('h1')?.focus());
  }
}

import { httpResource } from '@angular/common/http';
import { Component, computed, inject, input, signal } from '@angular/core';
import type { WallPlaceDto } from '../../../backend/wall/wall.dto';
import { I18n } from '../i18n/i18n';
import { Session } from '../session/session';
import { ErrorState } from '../ui/error-state';
import { Icon } from '../ui/icon';
import { WallClient } from './wall-client';
import { WallForm } from './wall-form';

/** On the record of a feedback: whether its words may be, and are, on the wall of its service. */
@Component({
  selector: 'boucle-on-the-wall',
  imports: [ErrorState, Icon, WallForm],
  templateUrl: './on-the-wall.html',
})
export class OnTheWall {
  readonly feedback = input.required<{ id: string; body: string }>();

  protected readonly t = inject(I18n).t;
  protected readonly asked = signal(false);
  protected readonly busy = signal(false);
  protected readonly failure = signal<unknown>(null);
  private readonly client = inject(WallClient);
  private readonly mayModerate = inject(Session).may('wall.moderate');
  protected readonly place = httpResource<WallPlaceDto>(() =>
    this.mayModerate ? `/api/feedback/${this.feedback().id}/wall` : undefined,
  );
  /** Whoever does not moderate this service, or is not agreed with, has nothing to see here. */
  protected readonly known = computed(() =>
    this.place.hasValue() && this.place.value().consent ? this.place.value() : null,
  );

  protected reload(): void {
    this.place.reload();
  }

  protected async withdraw(): Promise<void> {
    const word = this.known()?.word;
    if (!word || this.busy()) return;
    this.busy.set(true);
    this.failure.set(null);
    try {
      await this.client.withdraw(this.feedback().id, word, () => this.place.reload());
    } catch (error) {
      this.failure.set(error);
    } finally {
      this.busy.set(false);
    }
  }
}

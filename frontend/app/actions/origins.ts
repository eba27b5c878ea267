import { Component, computed, inject, input, signal } from '@angular/core';
import type { ActionDto, OriginDto } from '../../../backend/actions/actions.dto';
import { I18n } from '../i18n/i18n';
import { ErrorState } from '../ui/error-state';
import { Icon } from '../ui/icon';
import { Toasts } from '../ui/toasts';
import { AddOrigin } from './add-origin';
import { nameOf } from './origin-names';
import { OriginRow } from './origin-row';
import { OriginsClient, inputOf } from './origins-client';

/** Why an action exists, with the way back to each voice; whoever leads there adds and removes. */
@Component({
  selector: 'boucle-origins',
  imports: [AddOrigin, ErrorState, Icon, OriginRow],
  template: `
    <section class="part">
      <h2>{{ t('actions.origins.title') }}</h2>
      <ul class="rows">
        @for (origin of action().origins; track origin.id) {
          <li>
            <boucle-origin-row [origin]="origin" />
            @if (mayChange() && !single()) {
              <button class="button quiet square no-print" type="button" (click)="remove(origin)">
                <boucle-icon name="x" />
                <span class="visually-hidden">
                  {{ t('actions.origins.remove', { name: name(origin) }) }}
                </span>
              </button>
            }
          </li>
        }
      </ul>
      <boucle-error-state inForm [error]="failure()" />
      @if (mayChange()) {
        <div class="buttons no-print">
          <button
            class="button quiet"
            type="button"
            aria-haspopup="dialog"
            (click)="adding.set(true)"
          >
            <boucle-icon name="plus" /> {{ t('actions.origins.add') }}
          </button>
          @if (single()) {
            <p class="small soft">{{ t('actions.origins.last') }}</p>
          }
        </div>
      }
    </section>
    @if (adding()) {
      <boucle-add-origin [action]="action()" (closed)="adding.set(false)" />
    }
  `,
  styles: `
    li {
      display: grid;
      grid-template-columns: minmax(0, 1fr) auto;
      align-items: center;
      gap: var(--space-3);
    }
  `,
})
export class Origins {
  readonly action = input.required<ActionDto>();

  protected readonly t = inject(I18n).t;
  protected readonly adding = signal(false);
  protected readonly failure = signal<unknown>(null);
  private readonly client = inject(OriginsClient);
  private readonly toasts = inject(Toasts);

  protected readonly mayChange = computed(() => this.action().mayEdit === 'all');
  protected readonly single = computed(() => this.action().origins.length === 1);

  protected name(origin: OriginDto): string {
    return nameOf(this.t, origin);
  }

  protected async remove(origin: OriginDto): Promise<void> {
    const { id } = this.action();
    const given = inputOf(origin);
    this.failure.set(null);
    try {
      await this.client.remove(id, origin.id);
      this.toasts.show(
        this.t('actions.origins.removed', { name: this.name(origin) }),
        given && (() => this.client.add(id, given)),
      );
    } catch (error) {
      this.failure.set(error);
    }
  }
}

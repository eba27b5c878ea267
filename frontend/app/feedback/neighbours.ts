import { Component, computed, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { I18n } from '../i18n/i18n';
import { Icon } from '../ui/icon';
import { Triage } from './triage';

/** The way to the records that stand before and after this one in the list. */
@Component({
  selector: 'boucle-neighbours',
  imports: [Icon, RouterLink],
  template: `
    @if (around().previous || around().next) {
      <nav class="row" [attr.aria-label]="t('feedback.neighbours.name')">
        @if (around().previous; as id) {
          <a rel="prev" [routerLink]="['/fiches', id]" queryParamsHandling="preserve">
            <boucle-icon name="chevron-left" /> {{ t('feedback.neighbours.previous') }}
          </a>
        }
        @if (around().next; as id) {
          <a rel="next" [routerLink]="['/fiches', id]" queryParamsHandling="preserve">
            {{ t('feedback.neighbours.next') }} <boucle-icon name="chevron-right" />
          </a>
        }
      </nav>
    }
  `,
  styles: `
    a {
      display: inline-flex;
      align-items: center;
      gap: var(--space-1);
      min-height: 2rem;
    }

    @media print {
      :host {
        display: none;
      }
    }
  `,
})
export class Neighbours {
  readonly id = input.required<string>();

  protected readonly t = inject(I18n).t;
  private readonly triage = inject(Triage);
  protected readonly around = computed(() => this.triage.neighbours(this.id()));
}

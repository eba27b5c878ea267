import { Component, computed, inject, input, linkedSignal } from '@angular/core';
import { I18n } from '../i18n/i18n';

/** Beyond this many signs the end waits to be asked for, so that the next step stays near. */
const foldAt = 1200;

/** What somebody said, whole on paper; a very long word is folded on screen. */
@Component({
  selector: 'boucle-verbatim',
  template: `
    <blockquote class="verbatim" [class.screen]="isLong()">{{ shown() }}</blockquote>
    @if (isLong()) {
      <blockquote class="verbatim paper" aria-hidden="true">{{ text() }}</blockquote>
      <button
        class="button quiet"
        type="button"
        [attr.aria-expanded]="open()"
        (click)="open.set(!open())"
      >
        {{ t(open() ? 'feedback.said.fold' : 'feedback.said.readOn') }}
      </button>
    }
  `,
  styles: `
    :host {
      display: grid;
      justify-items: start;
      gap: var(--space-2);
    }

    .paper {
      display: none;
    }

    @media print {
      .paper {
        display: block;
      }

      .screen,
      button {
        display: none;
      }
    }
  `,
})
export class Verbatim {
  readonly text = input.required<string>();

  protected readonly t = inject(I18n).t;
  /** Another word is folded again. */
  protected readonly open = linkedSignal({ source: this.text, computation: () => false });
  protected readonly isLong = computed(() => this.text().length > foldAt * 1.2);

  /** Cut between two words, never within a sign. */
  protected readonly shown = computed(() => {
    const text = this.text();
    if (!this.isLong() || this.open()) return text;
    const cut = text.slice(0, foldAt);
    const space = cut.lastIndexOf(' ');
    return `${cut.slice(0, space > foldAt / 2 ? space : foldAt - 1).toWellFormed()}…`;
  });
}

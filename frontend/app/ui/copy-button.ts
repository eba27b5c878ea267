import { Component, DOCUMENT, inject, input, signal } from '@angular/core';
import { I18n } from '../i18n/i18n';
import { Icon } from './icon';

/**
 * Copies a code or an address, and says that it did.
 *
 *     <boucle-copy-button [text]="receipt.followUpCode" [label]="t('…')" />
 */
@Component({
  selector: 'boucle-copy-button',
  imports: [Icon],
  template: `
    <button class="button" type="button" (click)="copy()">
      <boucle-icon [name]="outcome() === 'copied' ? 'check' : 'copy'" />
      {{ outcome() === 'copied' ? t('ui.copy.done') : label() }}
    </button>
    <span role="status" [class.visually-hidden]="outcome() !== 'failed'">
      @switch (outcome()) {
        @case ('copied') {
          {{ t('ui.copy.done') }}
        }
        @case ('failed') {
          {{ t('ui.copy.failed') }}
        }
      }
    </span>
  `,
  styles: `
    :host {
      display: contents;
    }
  `,
})
export class CopyButton {
  readonly text = input.required<string>();
  readonly label = input.required<string>();

  protected readonly t = inject(I18n).t;
  protected readonly outcome = signal<'copied' | 'failed' | null>(null);
  private readonly document = inject(DOCUMENT);

  protected async copy(): Promise<void> {
    this.outcome.set((await this.put()) ? 'copied' : 'failed');
    setTimeout(() => this.outcome.set(null), 6000);
  }

  /** Browsers refuse the clipboard to pages that are not served over https. */
  private async put(): Promise<boolean> {
    try {
      await this.document.defaultView?.navigator.clipboard.writeText(this.text());
      return true;
    } catch {
      return this.putByHand();
    }
  }

  private putByHand(): boolean {
    const focused = this.document.activeElement;
    const area = this.document.createElement('textarea');
    area.value = this.text();
    area.className = 'visually-hidden';
    this.document.body.append(area);
    area.select();
    try {
      return this.document.execCommand('copy');
    } catch {
      return false;
    } finally {
      area.remove();
      if (focused instanceof HTMLElement) focused.focus();
    }
  }
}

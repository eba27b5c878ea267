import { Component, DOCUMENT, DestroyRef, effect, inject, input, signal } from '@angular/core';
import { I18n } from '../i18n/i18n';
import { Icon } from '../ui/icon';
import { hasMicrophone } from './microphone';
import { onDeviceRecognition, type Recognition } from './recognition';

/**
 * Writes what is said where the cursor is. Only where the browser hears on the device itself: what
 * somebody says of their life goes to no third party. Elsewhere there is no button.
 *
 *     <textarea #said …></textarea> <boucle-dictation [into]="said" />
 */
@Component({
  selector: 'boucle-dictation',
  imports: [Icon],
  templateUrl: './dictation.html',
  styles: `
    :host:has(button) {
      display: flex;
      flex-wrap: wrap;
      align-items: center;
      gap: var(--space-3);
    }
    :host:not(:has(button)) {
      display: none;
    }
  `,
})
export class Dictation {
  readonly into = input.required<HTMLTextAreaElement>();

  private readonly i18n = inject(I18n);
  protected readonly t = this.i18n.t;
  protected readonly offered = signal(false);
  protected readonly state = signal<'preparing' | 'listening' | 'stopped' | 'failed' | null>(null);
  private readonly window = inject(DOCUMENT).defaultView;
  private readonly engine = onDeviceRecognition(this.window);
  private heard: Recognition | null = null;

  constructor() {
    effect(() => void this.look(this.i18n.locale()));
    inject(DestroyRef).onDestroy(() => this.heard?.abort());
  }

  protected async toggle(): Promise<void> {
    if (this.state() === 'preparing' || !this.engine) return;
    if (this.state() === 'listening') {
      this.heard?.stop();
      return;
    }
    this.state.set('preparing');
    const ready = await this.engine.prepare(this.i18n.locale()).catch(() => false);
    if (ready) this.listen(this.engine.make(this.i18n.locale()));
    else this.state.set('failed');
  }

  private async look(locale: string): Promise<void> {
    if (!this.engine || !(await hasMicrophone(this.window))) return;
    this.offered.set(await this.engine.offers(locale).catch(() => false));
  }

  private listen(recognition: Recognition): void {
    this.heard = recognition;
    recognition.onresult = ({ results, resultIndex }) => {
      for (let at = resultIndex; at < results.length; at += 1) {
        const result = results[at];
        if (result?.isFinal) this.write(result[0]?.transcript ?? '');
      }
    };
    recognition.onerror = ({ error }) => {
      // Silence is no failure: the person is thinking.
      if (error !== 'no-speech' && error !== 'aborted') this.state.set('failed');
    };
    recognition.onend = () => {
      if (this.state() === 'listening') this.state.set('stopped');
    };
    try {
      recognition.start();
      this.state.set('listening');
    } catch {
      this.state.set('failed');
    }
  }

  /** At the cursor, apart from the word before it, and as if it were typed. */
  private write(heard: string): void {
    const area = this.into();
    const words = heard.trim();
    if (words === '') return;
    const before = area.value.slice(0, area.selectionStart);
    const gap = before === '' || /\s$/.test(before) ? '' : ' ';
    area.setRangeText(gap + words, area.selectionStart, area.selectionEnd, 'end');
    area.dispatchEvent(new Event('input', { bubbles: true }));
  }
}

import { Service, effect, inject, signal } from '@angular/core';
import { Title } from '@angular/platform-browser';
import { TitleStrategy, type RouterStateSnapshot } from '@angular/router';
import { I18n } from '../i18n/i18n';

/**
 * The name of the page in the browser's tab. A route's `title` is a key of the dictionary; a record
 * says its own reference with `name()`.
 */
@Service()
export class Titles extends TitleStrategy {
  private readonly i18n = inject(I18n);
  private readonly key = signal<string | null>(null);
  private readonly record = signal<string | null>(null);

  constructor() {
    super();
    const title = inject(Title);
    effect(() => {
      const key = this.key();
      const words = [this.record(), key && this.i18n.find(key), 'Boucle'];
      title.setTitle(words.filter(Boolean).join(' · '));
    });
  }

  override updateTitle(snapshot: RouterStateSnapshot): void {
    this.record.set(null);
    this.key.set(this.buildTitle(snapshot) ?? null);
  }

  /** Names the record that the page shows: « F-2026-0412 ». */
  name(record: string): void {
    this.record.set(record);
  }
}

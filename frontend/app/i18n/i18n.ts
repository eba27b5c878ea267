import { DOCUMENT, Service, computed, inject, signal } from '@angular/core';
import i18next from 'i18next';
import { remember, remembered } from '../session/memory';
import { dictionaries } from './dictionaries';
import { words as french } from './fr';
import { typeset } from './typography';
import { languages, type Dictionary, type Key, type Language } from './words';

export type Room = keyof typeof dictionaries;

/**
 * The words of the pages. `t` reads a signal: a template, a computed or an effect that calls it
 * follows a change of language by itself.
 *
 *     protected readonly t = inject(I18n).t;
 *     {{ t('ui.pager.range', { from, to, count: total }) }}
 */
@Service()
export class I18n {
  private readonly document = inject(DOCUMENT);
  private readonly engine = i18next.createInstance();
  private readonly rooms = new Set<Room>();
  /** Grows each time words arrive, so that what was drawn without them is drawn again. */
  private readonly edition = signal(0);
  private readonly current = signal<Language>('fr');

  readonly language = this.current.asReadonly();
  /** For Intl: the words' language, the country's habits. */
  readonly locale = computed(() => (this.current() === 'fr' ? 'fr-FR' : 'en-GB'));

  constructor() {
    void this.engine.init({
      lng: 'fr',
      fallbackLng: false,
      initAsync: false,
      nsSeparator: false,
      interpolation: { escapeValue: false },
      resources: { fr: { translation: typeset(french) } },
    });
  }

  readonly t = (key: Key, values?: Record<string, unknown>): string => {
    this.edition();
    return this.engine.t(key, values);
  };

  /** The sentence of a key that is built from data, or null where there is none. */
  find(key: string, values?: Record<string, unknown>): string | null {
    this.edition();
    return this.engine.exists(key) ? this.engine.t(key, values) : null;
  }

  /** Puts back the language that was chosen on this machine; French stands where it can't come. */
  async start(): Promise<void> {
    if (remembered('language') === 'en') await this.speak('en').catch(() => undefined);
  }

  /** The language of somebody's account, unless this machine was told otherwise. */
  async prefer(language: string): Promise<void> {
    if (remembered('language') || !isLanguage(language)) return;
    await this.speak(language);
  }

  /** Changes the language, and remembers it. */
  async choose(language: Language): Promise<void> {
    remember('language', language);
    await this.speak(language);
  }

  /** Loads the words of a room; `withWords()` in routes.ts does it beside the room's code. */
  async load(room: Room): Promise<void> {
    this.rooms.add(room);
    await this.fetch(this.current(), room);
    this.edition.update((edition) => edition + 1);
  }

  private async speak(language: Language): Promise<void> {
    if (language === this.current()) return;
    const base = language === 'en' ? (await import('./en')).words : french;
    this.add(language, language === 'fr' ? typeset(base) : base);
    await Promise.all([...this.rooms].map((room) => this.fetch(language, room)));
    await this.engine.changeLanguage(language);
    this.document.documentElement.lang = language;
    this.current.set(language);
    this.edition.update((edition) => edition + 1);
  }

  private async fetch(language: Language, room: Room): Promise<void> {
    const loaders: Record<
      string,
      Record<Language, () => Promise<{ words: object }>>
    > = dictionaries;
    const loaded = await loaders[room]?.[language]();
    if (!loaded) return;
    const words = loaded.words as Dictionary;
    this.add(language, { [room]: language === 'fr' ? typeset(words) : words });
  }

  private add(language: Language, words: Dictionary): void {
    this.engine.addResourceBundle(language, 'translation', words, true, true);
  }
}

function isLanguage(language: string): language is Language {
  return (languages as readonly string[]).includes(language);
}

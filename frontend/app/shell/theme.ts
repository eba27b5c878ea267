import { DOCUMENT, Service, inject, signal } from '@angular/core';
import { remember, remembered } from '../session/memory';

export const themes = ['system', 'light', 'dark'] as const;
export type ThemeName = (typeof themes)[number];

/** Light, dark or as the device; theme.js puts it on before the first paint. */
@Service()
export class Theme {
  private readonly root = inject(DOCUMENT).documentElement;
  private readonly current = signal<ThemeName>(
    themes.find((theme) => theme === remembered('theme')) ?? 'system',
  );

  readonly chosen = this.current.asReadonly();

  choose(theme: ThemeName): void {
    this.current.set(theme);
    remember('theme', theme === 'system' ? null : theme);
    if (theme === 'system') delete this.root.dataset['theme'];
    else this.root.dataset['theme'] = theme;
  }
}

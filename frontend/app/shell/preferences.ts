import { Component, inject, output } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { I18n } from '../i18n/i18n';
import { languages } from '../i18n/words';
import { Session } from '../session/session';
import { Icon } from '../ui/icon';
import { Toasts } from '../ui/toasts';
import { Keys } from './keys';
import { Theme, themes } from './theme';

/** Language, appearance, keys and the way out; in the rail's panel and in the phone's sheet. */
@Component({
  selector: 'boucle-preferences',
  imports: [Icon, RouterLink],
  templateUrl: './preferences.html',
  styleUrl: './preferences.css',
})
export class Preferences {
  /** Something was opened or left: the panel around may close. */
  readonly done = output();

  protected readonly i18n = inject(I18n);
  protected readonly theme = inject(Theme);
  protected readonly keys = inject(Keys);
  protected readonly languages = languages;
  protected readonly themes = themes;
  protected readonly themeIcons = { system: 'monitor', light: 'sun', dark: 'moon' } as const;
  protected readonly languageKeys = { fr: 'shell.french', en: 'shell.english' } as const;
  protected readonly t = this.i18n.t;
  private readonly session = inject(Session);
  private readonly router = inject(Router);
  private readonly toasts = inject(Toasts);

  protected showKeys(): void {
    this.done.emit();
    this.keys.showSheet(true);
  }

  protected async signOut(): Promise<void> {
    try {
      await this.session.signOut();
      await this.router.navigateByUrl('/connexion');
    } catch {
      this.toasts.show(this.t('errors.network.down'));
    }
  }
}

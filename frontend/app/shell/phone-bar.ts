import { Component, inject, signal } from '@angular/core';
import { RouterLink, RouterLinkActive } from '@angular/router';
import { I18n } from '../i18n/i18n';
import { Dialog } from '../ui/dialog';
import { Icon } from '../ui/icon';
import { Preferences } from './preferences';
import { Rooms, reportPath } from './rooms';

/** The rooms used most, under the thumb; the others are behind « Plus ». */
@Component({
  selector: 'boucle-phone-bar',
  imports: [Dialog, Icon, Preferences, RouterLink, RouterLinkActive],
  templateUrl: './phone-bar.html',
  styleUrl: './phone-bar.css',
})
export class PhoneBar {
  protected readonly rooms = inject(Rooms);
  protected readonly t = inject(I18n).t;
  protected readonly report = `/${reportPath}`;
  protected readonly more = signal(false);
}

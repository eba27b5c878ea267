import type { ElementRef } from '@angular/core';
import { Component, inject, viewChild } from '@angular/core';
import { RouterOutlet } from '@angular/router';
import { I18n } from '../i18n/i18n';
import { Emblem } from './emblem';
import { KeyboardSheet } from './keyboard-sheet';
import { Keys } from './keys';
import { PhoneBar } from './phone-bar';
import { Rail } from './rail';

/** What surrounds the pages of a member: the rail or the bar, the keys, the place of the page. */
@Component({
  selector: 'boucle-shell',
  imports: [Emblem, KeyboardSheet, PhoneBar, Rail, RouterOutlet],
  templateUrl: './shell.html',
  styleUrl: './shell.css',
  host: { '(document:keydown)': 'keys.press($event)' },
})
export class Shell {
  protected readonly keys = inject(Keys);
  protected readonly t = inject(I18n).t;
  private readonly main = viewChild.required<ElementRef<HTMLElement>>('main');

  /** With a <base>, a bare #contenu would leave the page. */
  protected skip(event: Event): void {
    event.preventDefault();
    this.main().nativeElement.focus();
  }
}

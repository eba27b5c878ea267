import { Component, inject } from '@angular/core';
import { I18n } from '../i18n/i18n';
import { Dialog } from '../ui/dialog';
import { Keys } from './keys';
import { Rooms } from './rooms';

/** The sheet of the keys, under `?`. */
@Component({
  selector: 'boucle-keyboard-sheet',
  imports: [Dialog],
  templateUrl: './keyboard-sheet.html',
  styleUrl: './keyboard-sheet.css',
})
export class KeyboardSheet {
  protected readonly keys = inject(Keys);
  protected readonly rooms = inject(Rooms);
  protected readonly t = inject(I18n).t;
  /** What lists and records add: those of feedback, one after the other, and an action. */
  protected readonly triageKeys = [
    { names: ['j', 'k'], words: 'shell.keys.move' },
    { names: ['q'], words: 'shell.keys.qualify' },
    { names: ['d'], words: 'shell.keys.dismiss' },
    { names: ['x'], words: 'shell.keys.select' },
    { names: ['e'], words: 'shell.keys.edit' },
  ] as const;
}

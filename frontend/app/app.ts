import { Component, inject } from '@angular/core';
import { RouterOutlet } from '@angular/router';
import { Session } from './session/session';
import { SignInAgain } from './session/sign-in-again';
import { Arrival } from './shell/arrival';
import { Confirm } from './ui/confirm';
import { ConfirmDialog } from './ui/confirm-dialog';
import { ToastRegion } from './ui/toast-region';

/** The page, and what may come over any page. */
@Component({
  selector: 'boucle-root',
  imports: [ConfirmDialog, RouterOutlet, SignInAgain, ToastRegion],
  template: `
    <router-outlet />
    <boucle-toast-region />
    @if (confirm.pending(); as pending) {
      @defer (on immediate) {
        <boucle-confirm-dialog [question]="pending.question" />
      }
    }
    @if (session.expired()) {
      @defer (on immediate) {
        <boucle-sign-in-again />
      }
    }
  `,
})
export class App {
  protected readonly session = inject(Session);
  protected readonly confirm = inject(Confirm);

  constructor() {
    inject(Arrival).watch();
  }
}

import { inject } from '@angular/core';
import { Router, type CanActivateFn } from '@angular/router';
import { Session } from '../session/session';

/** An elected official owes nothing here: their home is the scorecards. */
export const homeOfRole: CanActivateFn = () => {
  const session = inject(Session);
  const onlyLooks = session.may('scorecard.read') && !session.may('feedback.read');
  return onlyLooks ? inject(Router).parseUrl('/tableaux-de-bord') : true;
};

import { HttpErrorResponse, type HttpInterceptorFn } from '@angular/common/http';
import { inject } from '@angular/core';
import { catchError, from, switchMap, throwError } from 'rxjs';
import { I18n } from '../i18n/i18n';
import { ApiError } from './api-error';
import { Session } from './session';

/**
 * What every request to the server goes through: it says the reader's language, its failures become
 * an ApiError, and one that finds the session over waits for the person to sign in again, then goes
 * anew, so that a form sent too late loses nothing.
 */
export const api: HttpInterceptorFn = (request, next) => {
  if (!request.url.startsWith('/api/')) return next(request);
  const session = inject(Session);
  // `X-Boucle` is what a form of another site can't say: the server asks it of whatever brings files.
  const spoken = request.clone({
    setHeaders: { 'Accept-Language': inject(I18n).language(), 'X-Boucle': '1' },
  });
  return next(spoken).pipe(
    catchError((error: unknown) => {
      const told = error instanceof HttpErrorResponse ? ApiError.from(error) : error;
      const over =
        told instanceof ApiError && told.status === 401 && request.url !== '/api/session';
      if (!over || !session.me()) return throwError(() => told);
      return from(session.renew()).pipe(
        switchMap((renewed) => (renewed ? next(spoken) : throwError(() => told))),
      );
    }),
  );
};

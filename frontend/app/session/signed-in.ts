import { HttpClient } from '@angular/common/http';
import { inject } from '@angular/core';
import { Router, type CanActivateFn } from '@angular/router';
import { firstValueFrom } from 'rxjs';
import type { HealthDto } from '../../../backend/access/health.dto';
import { Session } from './session';

/** Sends to the sign-in page, which comes back here; or to the first run where nothing is opened. */
export const signedIn: CanActivateFn = async (_route, state) => {
  const router = inject(Router);
  const http = inject(HttpClient);
  if (await inject(Session).open()) return true;
  const { setup } = await firstValueFrom(http.get<HealthDto>('/api/health'));
  if (setup === 'needed') return router.parseUrl('/bienvenue');
  return router.createUrlTree(['/connexion'], {
    queryParams: state.url === '/' ? {} : { to: state.url },
  });
};

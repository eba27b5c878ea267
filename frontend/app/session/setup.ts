import { HttpClient } from '@angular/common/http';
import { inject } from '@angular/core';
import { Router, type CanActivateFn } from '@angular/router';
import { firstValueFrom } from 'rxjs';
import type { HealthDto } from '../../../backend/access/health.dto';

/** The first run opens only while there is no organisation. */
export const setupNeeded: CanActivateFn = async () => {
  const router = inject(Router);
  const { setup } = await health();
  return setup === 'needed' || router.parseUrl('/connexion');
};

/** Nobody can sign in before the first run. */
export const setupDone: CanActivateFn = async () => {
  const router = inject(Router);
  // Without an answer the page opens all the same: its form will say that the server is away.
  const { setup } = await health().catch(() => ({ setup: 'done' as const }));
  return setup === 'done' || router.parseUrl('/bienvenue');
};

function health(): Promise<HealthDto> {
  return firstValueFrom(inject(HttpClient).get<HealthDto>('/api/health'));
}

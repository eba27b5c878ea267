import { provideHttpClient, withInterceptors } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import type { CanActivateFn } from '@angular/router';
import { provideRouter } from '@angular/router';
import { api } from './api';
import { setupDone, setupNeeded } from './setup';

/** What the guard answers once the server has said where the installation stands. */
async function ask(guard: CanActivateFn, setup: 'needed' | 'done' | null): Promise<string> {
  TestBed.configureTestingModule({
    providers: [
      provideRouter([]),
      provideHttpClient(withInterceptors([api])),
      provideHttpClientTesting(),
    ],
  });
  const asked = TestBed.runInInjectionContext(() =>
    guard(undefined as never, undefined as never),
  ) as Promise<unknown>;
  const request = TestBed.inject(HttpTestingController).expectOne('/api/health');
  if (setup) request.flush({ status: 'ok', setup });
  else request.error(new ProgressEvent('error'));
  return String(await asked);
}

describe('the first run', () => {
  it('opens while there is no organisation, and never again', async () => {
    expect(await ask(setupNeeded, 'needed')).toBe('true');
    TestBed.resetTestingModule();
    expect(await ask(setupNeeded, 'done')).toBe('/connexion');
  });

  it('comes before anybody can sign in', async () => {
    expect(await ask(setupDone, 'needed')).toBe('/bienvenue');
    TestBed.resetTestingModule();
    expect(await ask(setupDone, 'done')).toBe('true');
  });

  it('does not keep the sign-in page from opening while the server is away', async () => {
    expect(await ask(setupDone, null)).toBe('true');
  });
});

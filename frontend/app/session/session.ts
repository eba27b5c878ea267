import { HttpClient } from '@angular/common/http';
import { Service, computed, inject, signal } from '@angular/core';
import { firstValueFrom } from 'rxjs';
import type { SessionDto, SignInDto } from '../../../backend/access/session.dto';
import type { Permission } from '../../../backend/domain/permissions';
import { I18n } from '../i18n/i18n';
import { ApiError } from './api-error';
import { wearColour } from './colour';
import { remember } from './memory';

/** Who I am and what I may. */
@Service()
export class Session {
  private readonly http = inject(HttpClient);
  private readonly i18n = inject(I18n);
  private readonly known = signal<SessionDto | null>(null);
  private readonly renewal = signal<PromiseWithResolvers<boolean> | null>(null);
  private opening: Promise<SessionDto | null> | null = null;

  readonly me = this.known.asReadonly();
  /** Whether somebody whose session is over is being asked to sign in again, over the page. */
  readonly expired = computed(() => this.renewal() !== null);

  /** Whether I may do this on one unit at least; a record says more with its `moves`. */
  may(permission: Permission): boolean {
    return this.known()?.permissions.includes(permission) ?? false;
  }

  /** Who I am, asked once; null for somebody who hasn't signed in. */
  async open(): Promise<SessionDto | null> {
    if (this.known()) return this.known();
    this.opening ??= this.read().finally(() => (this.opening = null));
    return this.opening;
  }

  /** @throws ApiError where the address or the password is wrong. */
  async signIn(credentials: SignInDto): Promise<void> {
    await firstValueFrom(this.http.post('/api/session', credentials));
    const me = await firstValueFrom(this.http.get<SessionDto>('/api/session'));
    remember('email', credentials.email);
    await this.settle(me);
  }

  /** Reads again who I am and where: my organisation was just changed. */
  async refresh(): Promise<void> {
    await this.settle(await firstValueFrom(this.http.get<SessionDto>('/api/session')));
  }

  async signOut(): Promise<void> {
    await firstValueFrom(this.http.delete('/api/session'));
    this.forget();
  }

  /** Asks to sign in again over the page; tells whether it was done. One question for all who wait. */
  renew(): Promise<boolean> {
    const waiting = this.renewal() ?? Promise.withResolvers<boolean>();
    this.renewal.set(waiting);
    return waiting.promise;
  }

  /** Ends the question of `renew`. */
  renewed(done: boolean): void {
    this.renewal()?.resolve(done);
    this.renewal.set(null);
  }

  forget(): void {
    this.known.set(null);
    this.renewed(false);
  }

  private async read(): Promise<SessionDto | null> {
    try {
      await this.settle(await firstValueFrom(this.http.get<SessionDto | null>('/api/session')));
      return this.known();
    } catch (error) {
      if (error instanceof ApiError && error.status === 401) return null;
      throw error;
    }
  }

  private async settle(me: SessionDto | null): Promise<void> {
    if (me) {
      wearColour(me.organization.colour);
      await this.i18n.prefer(me.person.language);
    }
    this.known.set(me);
  }
}

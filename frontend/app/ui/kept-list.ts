import { HttpClient, httpResource } from '@angular/common/http';
import { inject, signal } from '@angular/core';
import { firstValueFrom } from 'rxjs';
import { I18n } from '../i18n/i18n';
import { kept } from './kept';
import { Toasts } from './toasts';

/** What people write once and use often: one in hand at a time; what is removed can be had back. */
export class KeptList<One extends { id: string; name: string }> {
  readonly found = httpResource<One[]>(() => this.address);
  readonly known = kept(this.found);
  /** The one in hand; one without an id is new. */
  readonly editing = signal<Partial<One> | null>(null);

  private readonly t = inject(I18n).t;
  private readonly http = inject(HttpClient);
  private readonly toasts = inject(Toasts);

  /** `removed` says that the one of this name is gone. */
  constructor(
    private readonly address: string,
    private readonly removed: (name: string) => string,
  ) {}

  edit(one: One | null): void {
    this.editing.set(one ?? {});
  }

  close(): void {
    this.editing.set(null);
    this.found.reload();
  }

  async remove({ id, ...written }: One): Promise<void> {
    try {
      await firstValueFrom(this.http.delete(`${this.address}/${id}`));
      this.toasts.show(this.removed(written.name), () => this.restore(written));
    } catch {
      this.toasts.show(this.t('errors.title'));
    }
    this.found.reload();
  }

  private async restore(written: Omit<One, 'id'>): Promise<void> {
    await firstValueFrom(this.http.post(this.address, written));
    this.found.reload();
  }
}

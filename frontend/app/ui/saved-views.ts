import { HttpClient, httpResource } from '@angular/common/http';
import { Component, computed, effect, inject, input, signal, untracked } from '@angular/core';
import { toSignal } from '@angular/core/rxjs-interop';
import { FormField, FormRoot, form, maxLength, required } from '@angular/forms/signals';
import { ActivatedRoute, Router, RouterLink } from '@angular/router';
import { firstValueFrom, type Observable } from 'rxjs';
import type { ViewDto, ViewRoom } from '../../../backend/people/views.dto';
import { I18n } from '../i18n/i18n';
import { Confirm } from './confirm';
import { Dialog } from './dialog';
import { ErrorState } from './error-state';
import { Field } from './field';
import { Icon } from './icon';
import { sending } from './sending';
import { Toasts } from './toasts';

/**
 * The filters of a list that were kept under a name, as chips above its sentence; the list opens
 * with the usual one.
 *
 *     <boucle-saved-views room="feedback" />
 */
@Component({
  selector: 'boucle-saved-views',
  imports: [Dialog, ErrorState, Field, FormField, FormRoot, Icon, RouterLink],
  templateUrl: './saved-views.html',
  styleUrl: './saved-views.css',
})
export class SavedViews {
  readonly room = input.required<ViewRoom>();

  protected readonly t = inject(I18n).t;
  private readonly http = inject(HttpClient);
  private readonly router = inject(Router);
  private readonly confirm = inject(Confirm);
  private readonly toasts = inject(Toasts);
  private readonly params = toSignal(inject(ActivatedRoute).queryParamMap, { requireSync: true });

  protected readonly views = httpResource<ViewDto[]>(() => ({
    url: '/api/views',
    params: { room: this.room() },
  }));
  protected readonly shown = computed(() =>
    (this.views.hasValue() ? this.views.value() : []).map((view) => ({
      ...view,
      params: Object.fromEntries(new URLSearchParams(view.query)),
      current: ordered(view.query) === this.query(),
    })),
  );
  /** What the address says of the list; which page it is at belongs to no view. */
  protected readonly query = computed(() => {
    const params = this.params();
    const said = params.keys.filter((key) => key !== 'page');
    return ordered(new URLSearchParams(said.map((key) => [key, params.get(key) ?? ''])).toString());
  });
  protected readonly current = computed(() => this.shown().find(({ current }) => current) ?? null);

  /** The view that is renamed, or none for one that is new. */
  protected readonly editing = signal<{ id: string | null } | null>(null);
  protected readonly failure = signal<unknown>(null);
  private readonly model = signal({ name: '', shared: false });
  protected readonly form = form(
    this.model,
    (path) => {
      required(path.name);
      maxLength(path.name, 60);
    },
    { submission: sending(() => this.save(), this.failure) },
  );

  constructor() {
    const bare = this.params().keys.length === 0 && !inject(ActivatedRoute).snapshot.firstChild;
    let arrived = !bare;
    effect(() => {
      const usual = this.shown().find((view) => view.usual);
      if (arrived || !this.views.hasValue()) return;
      arrived = true;
      if (usual && untracked(this.query) === '') {
        void this.router.navigate([], { queryParams: usual.params, replaceUrl: true });
      }
    });
  }

  protected edit(view: ViewDto | null): void {
    this.failure.set(null);
    this.model.set({ name: view?.name ?? '', shared: view?.shared ?? false });
    this.editing.set({ id: view?.id ?? null });
  }

  protected makeUsual({ id, usual }: ViewDto): Promise<void> {
    const address = `/api/views/${id}/usual`;
    return this.change(
      usual ? this.http.delete<ViewDto[]>(address) : this.http.put<ViewDto[]>(address, {}),
    );
  }

  protected async forget({ id, name }: ViewDto): Promise<void> {
    const sure = await this.confirm.ask({
      title: this.t('ui.views.forgetTitle', { name }),
      text: this.t('ui.views.forgetText'),
      verb: this.t('ui.views.forget'),
    });
    if (sure) await this.change(this.http.delete<ViewDto[]>(`/api/views/${id}`));
  }

  private async save(): Promise<void> {
    const { name, shared } = this.model();
    const id = this.editing()?.id;
    const sent = id
      ? this.http.patch<ViewDto[]>(`/api/views/${id}`, { name, shared })
      : this.http.post<ViewDto[]>('/api/views', {
          ...{ room: this.room(), name, shared },
          query: this.query(),
        });
    this.views.set(await firstValueFrom(sent));
    this.editing.set(null);
  }

  private async change(request: Observable<ViewDto[]>): Promise<void> {
    try {
      this.views.set(await firstValueFrom(request));
    } catch {
      this.toasts.show(this.t('errors.title'));
    }
  }
}

/** The same filters, in whatever order they were chosen. */
function ordered(query: string): string {
  const params = new URLSearchParams(query);
  params.sort();
  return params.toString();
}

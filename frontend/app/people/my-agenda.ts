import { HttpClient, httpResource } from '@angular/common/http';
import type { ElementRef } from '@angular/core';
import {
  Component,
  Injector,
  afterNextRender,
  computed,
  inject,
  signal,
  viewChild,
} from '@angular/core';
import { firstValueFrom } from 'rxjs';
import type { AgendaLinkDto, NewAgendaLinkDto } from '../../../backend/agenda/agenda.dto';
import { Dates } from '../i18n/dates';
import { I18n } from '../i18n/i18n';
import { Confirm } from '../ui/confirm';
import { ErrorState } from '../ui/error-state';
import { Icon } from '../ui/icon';
import { Loading } from '../ui/loading';
import { Toasts } from '../ui/toasts';
import { AgendaAddress } from './agenda-address';

const room = '/api/me/calendar';

/** My due dates and checks in the calendar program that I use: its link, made, replaced, withdrawn. */
@Component({
  selector: 'boucle-my-agenda',
  imports: [AgendaAddress, ErrorState, Icon, Loading],
  templateUrl: './my-agenda.html',
  styles: `
    :host {
      display: block;
      max-width: 38rem;
      margin-block-start: var(--space-6);
    }
  `,
})
export class MyAgenda {
  protected readonly t = inject(I18n).t;
  protected readonly link = httpResource<AgendaLinkDto>(() => room);
  /** Told this once: it is not kept, neither here nor on the server. */
  protected readonly address = signal<string | null>(null);
  protected readonly failure = signal<unknown>(null);
  protected readonly busy = signal(false);
  private readonly http = inject(HttpClient);
  private readonly confirm = inject(Confirm);
  private readonly toasts = inject(Toasts);
  private readonly dates = inject(Dates);
  private readonly injector = inject(Injector);
  private readonly title = viewChild.required<ElementRef<HTMLElement>>('title');

  protected readonly read = computed(() => {
    const day = this.link.hasValue() ? this.link.value().readOn : null;
    return day === null ? this.t('people.agenda.neverRead') : this.dates.day(day);
  });
  protected readonly since = computed(() => {
    const at = this.link.hasValue() ? this.link.value().madeAt : null;
    return at === null ? null : this.dates.day(at);
  });

  protected make(): Promise<void> {
    return this.trying(async () => {
      const made = await firstValueFrom(this.http.put<NewAgendaLinkDto>(room, null));
      this.link.set({ madeAt: made.madeAt, readOn: null });
      this.address.set(made.address);
    });
  }

  protected async remake(): Promise<void> {
    const yes = await this.confirm.ask({
      title: this.t('people.agenda.remakeTitle'),
      text: this.t('people.agenda.remakeText'),
      verb: this.t('people.agenda.remake'),
    });
    if (yes) await this.make();
  }

  protected async withdraw(): Promise<void> {
    const yes = await this.confirm.ask({
      title: this.t('people.agenda.withdrawTitle'),
      text: this.t('people.agenda.withdrawText'),
      verb: this.t('people.agenda.withdraw'),
      danger: true,
    });
    if (!yes) return;
    await this.trying(async () => {
      await firstValueFrom(this.http.delete(room));
      this.link.set({ madeAt: null, readOn: null });
      this.address.set(null);
      this.toasts.show(this.t('people.agenda.withdrawn'));
      // The button that was pressed is gone, and the focus would go with it.
      afterNextRender(() => this.title().nativeElement.focus(), { injector: this.injector });
    });
  }

  private async trying(deed: () => Promise<void>): Promise<void> {
    if (this.busy()) return;
    this.busy.set(true);
    this.failure.set(null);
    try {
      await deed();
    } catch (error) {
      this.failure.set(error);
    } finally {
      this.busy.set(false);
    }
  }
}

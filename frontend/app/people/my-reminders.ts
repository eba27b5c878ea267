import { HttpClient, httpResource } from '@angular/common/http';
import { Component, computed, inject, linkedSignal, signal } from '@angular/core';
import { FormField, FormRoot, form, required, validate } from '@angular/forms/signals';
import { firstValueFrom } from 'rxjs';
import { digestFrequencies } from '../../../backend/domain/digest';
import type {
  PreferencesDto,
  SavePreferencesDto,
  StandInDto,
} from '../../../backend/people/preferences.dto';
import { I18n } from '../i18n/i18n';
import { ErrorState } from '../ui/error-state';
import { Field } from '../ui/field';
import { Heading } from '../ui/heading';
import { Loading } from '../ui/loading';
import { SendKeys } from '../ui/send-keys';
import { sending } from '../ui/sending';
import { Toasts } from '../ui/toasts';
import { MyAgenda } from './my-agenda';

const room = '/api/me/preferences';
const blank = { frequency: 'daily', weekday: '1', from: '', until: '', standInId: '' };

/** `/preferences`: how often I am reminded, and who is told while I am away. */
@Component({
  selector: 'boucle-my-reminders',
  imports: [ErrorState, Field, FormField, FormRoot, Heading, Loading, MyAgenda, SendKeys],
  templateUrl: './my-reminders.html',
})
export class MyReminders {
  protected readonly t = inject(I18n).t;
  protected readonly frequencies = digestFrequencies;
  protected readonly failure = signal<unknown>(null);
  protected readonly wishes = httpResource<PreferencesDto>(() => room);
  protected readonly colleagues = httpResource<StandInDto[]>(() => '/api/me/stand-ins');
  private readonly http = inject(HttpClient);
  private readonly toasts = inject(Toasts);

  protected readonly model = linkedSignal(() =>
    this.wishes.hasValue() ? typed(this.wishes.value()) : blank,
  );
  protected readonly form = form(
    this.model,
    (wish) => {
      required(wish.frequency);
      required(wish.weekday);
      required(wish.from, { when: ({ valueOf }) => valueOf(wish.until) !== '' });
      required(wish.until, { when: ({ valueOf }) => valueOf(wish.from) !== '' });
      validate(wish.until, ({ value, valueOf }) =>
        value() && value() < valueOf(wish.from)
          ? { kind: 'reversed', message: this.t('people.reminders.reversed') }
          : undefined,
      );
    },
    { submission: sending(() => this.save(), this.failure) },
  );

  /** The weekdays on which the organisation writes. */
  protected readonly weekdays = computed(() =>
    (this.wishes.hasValue() ? this.wishes.value().weekdays : []).map((value) => ({
      value: String(value),
      label: this.t(`people.weekday.${value as 0 | 1 | 2 | 3 | 4 | 5 | 6}`),
    })),
  );

  /** The one who stands in now may not be among those who are proposed first. */
  protected readonly standIns = computed(() => {
    const known = this.colleagues.hasValue() ? this.colleagues.value() : [];
    const now = this.wishes.hasValue() ? this.wishes.value().away?.standIn : null;
    if (!now || known.some(({ id }) => id === now.id)) return known;
    return [{ ...now, unitName: '' }, ...known];
  });

  private async save(): Promise<void> {
    const { frequency, weekday, from, until, standInId } = this.model();
    const wish: SavePreferencesDto = {
      frequency: frequency as SavePreferencesDto['frequency'],
      weekday: Number(weekday),
      away: from ? { from, until, standInId: standInId || null } : null,
    };
    this.wishes.set(await firstValueFrom(this.http.put<PreferencesDto>(room, wish)));
    this.toasts.show(this.t('people.reminders.saved'));
  }
}

function typed({ frequency, weekday, away }: PreferencesDto): typeof blank {
  return {
    ...{ frequency, weekday: String(weekday) },
    ...{ from: away?.from ?? '', until: away?.until ?? '' },
    standInId: away?.standIn?.id ?? '',
  };
}

import { httpResource } from '@angular/common/http';
import { Component, computed, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { spoken } from '../../../backend/domain/languages';
import type { MailingDto, MailingsDto } from '../../../backend/surveys/mailings.dto';
import { DayPipe, Dates } from '../i18n/dates';
import { I18n } from '../i18n/i18n';
import { Numbers } from '../i18n/numbers';
import { Session } from '../session/session';
import { ErrorState } from '../ui/error-state';
import { Heading } from '../ui/heading';
import { Icon } from '../ui/icon';
import { kept } from '../ui/kept';
import { Loading } from '../ui/loading';
import { MailingForm } from './mailing-form';

/** `/enquetes/:id/invitations`: who is invited by e-mail to answer a campaign, in numbers. */
@Component({
  selector: 'boucle-mailing-page',
  imports: [DayPipe, ErrorState, Heading, Icon, Loading, MailingForm, RouterLink],
  templateUrl: './mailing-page.html',
  styleUrl: './mailing-page.css',
})
export class MailingPage {
  readonly id = input.required<string>();

  protected readonly t = inject(I18n).t;
  private readonly dates = inject(Dates);
  private readonly numbers = inject(Numbers);
  protected readonly seesStuck = inject(Session).may('mail.read');
  protected readonly read = httpResource<MailingsDto>(() => `/api/campaigns/${this.id()}/mailings`);
  protected readonly of = kept(this.read);

  protected readonly rate = computed(() => {
    const { answered = 0, invited = 0 } = this.of() ?? {};
    const share = this.numbers.share(invited > 0 ? answered / invited : 0);
    return this.t('surveys.mailings.rate', { count: answered, invited, share });
  });

  protected languageOf({ language }: MailingDto): string {
    return spoken[language].name;
  }

  /** Whether letters are still on their way. */
  protected leaving({ invited, delivered, unreached, forgottenOn }: MailingDto): boolean {
    return forgottenOn === null && delivered + unreached < invited;
  }

  protected reminder({ remindsOn, remindedOn, reminded, endsOn }: MailingDto): string {
    if (remindsOn === null) return this.t('surveys.mailings.noReminder');
    if (remindedOn !== null) {
      const day = this.dates.day(remindedOn);
      return this.t('surveys.mailings.reminded', { count: reminded ?? 0, day });
    }
    return (this.of()?.today ?? '') < endsOn
      ? this.t('surveys.mailings.reminder', { day: this.dates.day(remindsOn) })
      : this.t('surveys.mailings.notReminded');
  }

  protected erased({ forgottenOn, forgetsOn, invited: count }: MailingDto): string {
    return forgottenOn !== null
      ? this.t('surveys.mailings.forgotten', { count, day: this.dates.day(forgottenOn) })
      : this.t('surveys.mailings.forgets', { count, day: this.dates.day(forgetsOn) });
  }
}

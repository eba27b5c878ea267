import { HttpClient, httpResource } from '@angular/common/http';
import {
  Component,
  computed,
  debounced,
  inject,
  input,
  linkedSignal,
  output,
  signal,
  untracked,
} from '@angular/core';
import { FormField, FormRoot, form, required } from '@angular/forms/signals';
import { firstValueFrom } from 'rxjs';
import { languages, spoken, type Language } from '../../../backend/domain/languages';
import type { CheckedAddressesDto, MailingsDto } from '../../../backend/surveys/mailings.dto';
import { I18n } from '../i18n/i18n';
import { ownDraft } from '../session/own-draft';
import { atMost } from '../ui/at-most';
import { Confirm } from '../ui/confirm';
import { ErrorState } from '../ui/error-state';
import { Field } from '../ui/field';
import { Icon } from '../ui/icon';
import { kept } from '../ui/kept';
import { sending } from '../ui/sending';
import { Toasts } from '../ui/toasts';
import { CheckedAddresses } from './checked-addresses';
import { MailingLetter } from './mailing-letter';

/** How long the typing rests before the addresses are read. */
const rest = 400;
const longest = 250_000;

/** Takes a list of addresses, says what was read in it, shows the letter, and sends. */
@Component({
  selector: 'boucle-mailing-form',
  imports: [CheckedAddresses, ErrorState, Field, FormField, FormRoot, Icon, MailingLetter],
  templateUrl: './mailing-form.html',
})
export class MailingForm {
  readonly of = input.required<MailingsDto>();
  readonly sent = output<MailingsDto>();

  protected readonly t = inject(I18n).t;
  private readonly http = inject(HttpClient);
  private readonly confirm = inject(Confirm);
  private readonly toasts = inject(Toasts);
  protected readonly failure = signal<unknown>(null);
  protected readonly choices = languages.map((value) => ({ value, name: spoken[value].name }));

  private readonly campaignId = computed(() => this.of().campaignId);
  protected readonly model = linkedSignal({
    source: this.campaignId,
    computation: () => untracked(() => this.blank()),
  });
  private readonly draft = ownDraft(() => `mailing.${this.campaignId()}`, this.model);

  protected readonly form = form(
    this.model,
    (path) => {
      required(path.text);
      atMost(path.text, longest);
      required(path.language);
      required(path.endsOn);
    },
    { submission: sending(() => this.send(), this.failure) },
  );

  private readonly rested = debounced(() => this.model().text, rest);
  private readonly checking = httpResource<CheckedAddressesDto>(() => {
    const text = this.rested.value() ?? '';
    if (text.trim() === '' || text.length > longest) return undefined;
    return { url: `${this.address()}/check`, method: 'POST', body: { text } };
  });
  /** What is read in the list; nothing of a list that is empty. */
  protected readonly checked = computed(() =>
    this.model().text.trim() === '' ? undefined : this.lastChecked(),
  );
  private readonly lastChecked = kept(this.checking);
  protected readonly unread = computed(() => this.checking.error());
  protected readonly fresh = computed(() => this.checked()?.fresh ?? 0);

  protected readonly letter = computed(() => {
    const { language, endsOn, remindsOn } = this.model();
    return { language, endsOn, ...(remindsOn && { remindsOn }) };
  });

  protected address(): string {
    return `/api/campaigns/${this.campaignId()}/mailings`;
  }

  private blank() {
    const { remindsOn, endsOn } = this.of().proposed;
    const days = { remindsOn: remindsOn ?? '', endsOn };
    // Its own name: what is sent twice because the network went away leaves once.
    return { id: crypto.randomUUID() as string, text: '', language: 'fr' as Language, ...days };
  }

  private async send(): Promise<void> {
    const { remindsOn, ...mailing } = this.model();
    const body = { ...mailing, ...(remindsOn && { remindsOn }) };
    // What was typed since the last reading counts as well.
    const check = this.http.post<CheckedAddressesDto>(`${this.address()}/check`, {
      text: mailing.text,
    });
    const checked = await firstValueFrom(check);
    if (checked.fresh > 0) {
      const sure = await this.confirm.ask({
        title: this.t('surveys.mailings.askTitle', { count: checked.fresh }),
        text: this.t('surveys.mailings.askText'),
        verb: this.t('surveys.mailings.send', { count: checked.fresh }),
      });
      if (!sure) return;
    }
    const now = await firstValueFrom(this.http.post<MailingsDto>(this.address(), body));
    this.draft.sent(this.blank());
    const text = unreadableOf(mailing.text, checked);
    this.model.update((model) => ({ ...model, text }));
    this.form().reset();
    this.sent.emit(now);
    this.toasts.show(this.t('surveys.mailings.sent'));
  }
}

/** The lines that were not read whole, to be mended and sent in their turn. */
function unreadableOf(text: string, { unreadable }: CheckedAddressesDto): string {
  const lines = text.split(/\r\n?|\n/);
  return unreadable.map(({ line }) => lines[line - 1] ?? '').join('\n');
}

import { HttpClient, httpResource } from '@angular/common/http';
import {
  Component,
  computed,
  effect,
  inject,
  linkedSignal,
  signal,
  untracked,
} from '@angular/core';
import { RouterLink } from '@angular/router';
import { firstValueFrom } from 'rxjs';
import type { ReminderRules } from '../../../backend/domain/reminders';
import type {
  KeptRulesDto,
  ReminderRulesPageDto,
} from '../../../backend/reminders/reminder-rules.dto';
import { Dates } from '../i18n/dates';
import { I18n } from '../i18n/i18n';
import { ApiError } from '../session/api-error';
import { addressFilters, isId } from '../ui/address-filters';
import { ErrorState } from '../ui/error-state';
import { FilterSentence } from '../ui/filter-sentence';
import { Heading } from '../ui/heading';
import { kept } from '../ui/kept';
import { Loading } from '../ui/loading';
import { Toasts } from '../ui/toasts';
import { KeptRulesDrafts } from './kept-rules';
import { ReminderForm } from './reminder-form';
import { ReminderPreview } from './reminder-preview';
import { ruledBy, type Ruled } from './ruled';
import { draftOf, rulesOf, wrongFields, type RulesDraft } from './rules-draft';
import { rulesInWords } from './rules-in-words';

const room = '/api/reminder-rules';

/** `/regles/rappels`: when people are reminded, changed once one has seen what it would send. */
@Component({
  selector: 'boucle-reminder-page',
  imports: [
    ErrorState,
    FilterSentence,
    Heading,
    Loading,
    ReminderForm,
    ReminderPreview,
    RouterLink,
  ],
  templateUrl: './reminder-page.html',
  styleUrl: './reminder-page.css',
})
export class ReminderPage {
  private readonly i18n = inject(I18n);
  private readonly dates = inject(Dates);
  private readonly http = inject(HttpClient);
  private readonly toasts = inject(Toasts);
  private readonly drafts = inject(KeptRulesDrafts);
  protected readonly t = this.i18n.t;
  protected readonly found = httpResource<ReminderRulesPageDto>(() => room);
  protected readonly page = kept(this.found);
  protected readonly filters = addressFilters({ unit: isId });

  protected readonly ruled = computed(() => {
    const page = this.page();
    return page ? ruledBy(page, this.filters.values().unit ?? null) : null;
  });
  /** A unit that is being given rules of its own starts from those that it follows. */
  protected readonly giving = linkedSignal({
    source: () => this.ruled()?.id,
    computation: (id) => !!id && this.drafts.of(id) !== null,
  });
  protected readonly isWritten = computed(() => {
    const ruled = this.ruled();
    return ruled?.mayEdit === true && (ruled.edition !== null || this.giving());
  });

  /** As they are being written; what another saved meanwhile does not take them away. */
  protected readonly draft = linkedSignal<Ruled | null, RulesDraft | null>({
    source: this.ruled,
    computation: (ruled, before) => {
      // Only rules that are read anew replace what is written: an end of the clash alone does not.
      const isTorn = untracked(this.clash) !== null;
      if (before?.value && ruled && ruled.id === before.source?.id && isTorn) return before.value;
      return ruled && (this.drafts.of(ruled.id)?.draft ?? draftOf(ruled.rules));
    },
  });
  /** Whether what was being written when the page was left stands in the form again. */
  protected readonly restored = linkedSignal(() => {
    const ruled = this.ruled();
    return ruled !== null && this.drafts.of(ruled.id) !== null;
  });
  protected readonly clash = signal<KeptRulesDto | null>(null);
  protected readonly failure = signal<unknown>(null);
  protected readonly busy = signal(false);

  protected readonly rules = computed(() => {
    const draft = this.draft();
    return draft && wrongFields(draft).length === 0 ? rulesOf(draft) : null;
  });
  protected readonly sentences = computed(() => {
    const rules = this.rules();
    return rules ? this.say(rules) : [];
  });
  protected readonly choices = computed(() => {
    const page = this.page();
    if (!page) return null;
    const units = page.units.map(({ id, name, depth, own }) => ({
      value: id,
      label: '\u2003'.repeat(depth) + (own ? this.t('reminderRules.hasOwn', { name }) : name),
    }));
    const { name } = page.organization;
    const options = [{ value: '', label: this.t('reminderRules.everywhere', { name }) }, ...units];
    const value = this.filters.values().unit ?? '';
    return { unit: { label: this.t('reminderRules.whereLabel'), value, options } };
  });

  constructor() {
    // What was kept may have been overtaken while nobody was looking.
    effect(() => {
      const ruled = this.ruled();
      const kept = ruled && this.drafts.of(ruled.id);
      if (!kept || !ruled.edition || kept.edition === ruled.edition) return;
      this.clash.set({ rules: ruled.rules, edition: ruled.edition });
    });
  }

  protected write(draft: RulesDraft): void {
    const ruled = this.ruled();
    if (!ruled) return;
    this.draft.set(draft);
    this.drafts.keep(ruled, draft);
  }

  /** Goes back to the rules as they are saved. */
  protected forget(): void {
    const ruled = this.ruled();
    if (!ruled) return;
    this.drafts.drop(ruled.id);
    this.clash.set(null);
    this.failure.set(null);
    this.giving.set(false);
    this.restored.set(false);
    this.draft.set(draftOf(ruled.rules));
  }

  protected say(rules: ReminderRules): string[] {
    return rulesInWords(rules, this.i18n, this.dates);
  }

  protected choose(unit: string): void {
    this.clash.set(null);
    this.failure.set(null);
    this.filters.choose('unit', unit);
  }

  protected async save(event?: Event): Promise<void> {
    event?.preventDefault();
    const [ruled, rules] = [this.ruled(), this.rules()];
    if (!ruled || !rules || this.busy()) return;
    const saved = await this.put(ruled, rules, this.clash()?.edition ?? ruled.edition);
    if (!saved) return;
    this.toasts.show(this.t('reminderRules.form.saved'), () =>
      ruled.edition === null
        ? this.remove(ruled, saved.edition)
        : this.put(ruled, ruled.rules, saved.edition),
    );
  }

  /** Lets a unit follow again the rules above it. */
  protected async takeBack(): Promise<void> {
    const ruled = this.ruled();
    if (!ruled?.edition || !(await this.remove(ruled, ruled.edition))) return;
    const said = this.t('reminderRules.takenBack', { name: ruled.above });
    this.toasts.show(said, () => this.put(ruled, ruled.rules, null));
  }

  protected takeTheirs(): void {
    const clash = this.clash();
    if (!clash) return;
    this.forget();
    this.draft.set(draftOf(clash.rules));
    this.found.reload();
  }

  private async put(
    { id, address }: Ruled,
    rules: ReminderRules,
    from: string | null,
  ): Promise<KeptRulesDto | null> {
    const sent = this.http.put<KeptRulesDto>(address, { rules, from });
    return this.send(id, () => firstValueFrom(sent));
  }

  private async remove({ id, address }: Ruled, from: string): Promise<boolean> {
    const sent = this.http.delete(address, { params: { from } });
    return (await this.send(id, () => firstValueFrom(sent).then(() => true))) ?? false;
  }

  private async send<Answer>(
    id: string | null,
    request: () => Promise<Answer>,
  ): Promise<Answer | null> {
    this.busy.set(true);
    this.failure.set(null);
    try {
      const answer = await request();
      this.drafts.drop(id);
      this.clash.set(null);
      this.giving.set(false);
      this.found.reload();
      return answer;
    } catch (error) {
      await this.meet(error);
      return null;
    } finally {
      this.busy.set(false);
    }
  }

  /** Of two who change the same rules, the second sees what the first has saved, and chooses. */
  private async meet(error: unknown): Promise<void> {
    const isClash = error instanceof ApiError && error.code === 'reminders.changed';
    if (!isClash) return this.failure.set(error);
    const page = await firstValueFrom(this.http.get<ReminderRulesPageDto>(room));
    const theirs = ruledBy(page, this.ruled()?.id ?? null);
    if (theirs?.edition) this.clash.set({ rules: theirs.rules, edition: theirs.edition });
    else this.failure.set(error);
  }
}

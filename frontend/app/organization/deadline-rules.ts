import { HttpClient } from '@angular/common/http';
import { Component, inject, input, linkedSignal, signal } from '@angular/core';
import { firstValueFrom } from 'rxjs';
import { clocks, deadlineUnits, type DeadlineRule } from '../../../backend/domain/deadlines';
import { channels, feedbackKinds } from '../../../backend/domain/feedback';
import { I18n } from '../i18n/i18n';
import { ErrorState } from '../ui/error-state';
import { Icon } from '../ui/icon';
import { Toasts } from '../ui/toasts';

/** How long the organisation gives itself to acknowledge and to answer. */
@Component({
  selector: 'boucle-deadline-rules',
  imports: [ErrorState, Icon],
  templateUrl: './deadline-rules.html',
})
export class DeadlineRules {
  readonly deadlines = input.required<readonly DeadlineRule[]>();

  protected readonly t = inject(I18n).t;
  protected readonly clocks = clocks;
  protected readonly kinds = feedbackKinds;
  protected readonly channels = channels;
  protected readonly units = deadlineUnits;
  protected readonly failure = signal<unknown>(null);
  protected readonly busy = signal(false);
  protected readonly missing = signal(false);
  private readonly http = inject(HttpClient);
  private readonly toasts = inject(Toasts);

  /** As they are being changed; nothing counts before it is saved. */
  protected readonly rules = linkedSignal(() => [...this.deadlines()]);
  private readonly saved = linkedSignal(() => [...this.deadlines()]);

  protected change(at: number, part: Partial<DeadlineRule>): void {
    this.rules.update((rules) =>
      rules.map((rule, nth) => (nth === at ? { ...rule, ...part } : rule)),
    );
  }

  protected add(): void {
    const blank = {
      kind: null,
      channel: null,
      amount: 10,
      unit: 'working_day',
      basis: '',
    } as const;
    this.rules.update((rules) => [...rules, { clock: 'answer', ...blank }]);
  }

  protected remove(at: number): void {
    const before = this.rules();
    this.rules.set(before.filter((_, nth) => nth !== at));
    this.toasts.show(this.t('organization.rules.removed'), () => this.rules.set(before));
  }

  protected async save(event: Event): Promise<void> {
    event.preventDefault();
    const rules = this.rules();
    this.missing.set(rules.some(({ basis }) => basis.trim() === ''));
    if (this.missing() || this.busy()) return;
    const before = this.saved();
    if (!(await this.send(rules))) return;
    this.toasts.show(this.t('organization.rules.saved'), () => {
      this.rules.set(before);
      return this.send(before);
    });
  }

  private async send(rules: DeadlineRule[]): Promise<boolean> {
    this.busy.set(true);
    this.failure.set(null);
    try {
      await firstValueFrom(this.http.put('/api/organization/deadlines', { rules }));
      this.saved.set(rules);
      return true;
    } catch (error) {
      this.failure.set(error);
      return false;
    } finally {
      this.busy.set(false);
    }
  }
}

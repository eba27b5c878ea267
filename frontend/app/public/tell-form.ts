import { HttpClient } from '@angular/common/http';
import { Component, DOCUMENT, effect, inject, input, output, signal } from '@angular/core';
import { FormField, FormRoot, email, form, maxLength, required } from '@angular/forms/signals';
import { firstValueFrom } from 'rxjs';
import {
  bodyMaximum,
  feedbackKinds,
  publicReporterKinds,
  retentionYears,
} from '../../../backend/domain/feedback';
import type { FeedbackReceiptDto } from '../../../backend/feedback/intake.dto';
import { I18n } from '../i18n/i18n';
import { ErrorState } from '../ui/error-state';
import { Field } from '../ui/field';
import { Icon } from '../ui/icon';
import type { IconName } from '../ui/icons';
import { sending } from '../ui/sending';
import { dropDraft, keepDraft, readDraft } from '../ui/draft';

const empty = { kind: '', body: '', reporter: 'user', name: '', email: '', phone: '', website: '' };

/** What happened, who speaks, and how to reach them if they wish. */
@Component({
  selector: 'boucle-tell-form',
  imports: [ErrorState, Field, FormField, FormRoot, Icon],
  templateUrl: './tell-form.html',
  styleUrl: './tell-form.css',
})
export class TellForm {
  /** Opens the unit's public page. */
  readonly key = input.required<string>();
  readonly sent = output<FeedbackReceiptDto>();

  protected readonly t = inject(I18n).t;
  protected readonly kinds = feedbackKinds;
  protected readonly reporters = publicReporterKinds;
  protected readonly years = retentionYears;
  protected readonly pictures = {
    anomaly: 'triangle-alert',
    suggestion: 'lightbulb',
    complaint: 'megaphone',
    compliment: 'heart',
  } as const satisfies Record<string, IconName>;

  private readonly http = inject(HttpClient);
  /** A draft belongs to the page it was written on. */
  private readonly address = inject(DOCUMENT).location.pathname;
  private readonly kept = readDraft(this.address, empty);
  protected readonly restored = signal(this.kept !== null);
  protected readonly failure = signal<unknown>(null);
  protected readonly model = signal(this.kept ?? empty);

  protected readonly form = form(
    this.model,
    (path) => {
      required(path.kind);
      required(path.body);
      maxLength(path.body, bodyMaximum);
      required(path.reporter);
      maxLength(path.name, 120);
      email(path.email);
      maxLength(path.phone, 40);
    },
    { submission: sending(() => this.send(), this.failure) },
  );

  constructor() {
    effect(() => {
      if (this.model() !== empty) keepDraft(this.address, this.model());
    });
  }

  protected question(): string {
    const { kind } = this.model();
    return this.t(`public.tell.body.${feedbackKinds.find((known) => known === kind) ?? 'any'}`);
  }

  protected forget(): void {
    this.form().reset(empty);
    dropDraft(this.address);
    this.restored.set(false);
  }

  private async send(): Promise<void> {
    const address = `/api/public/units/${encodeURIComponent(this.key())}/feedback`;
    const receipt = await firstValueFrom(
      this.http.post<FeedbackReceiptDto>(address, filledIn(this.model())),
    );
    dropDraft(this.address);
    this.sent.emit(receipt);
  }
}

/** What was left empty isn't sent: an empty address is not an address. */
function filledIn(model: typeof empty): Record<string, string> {
  const trimmed = Object.entries(model).map(([name, value]) => [
    name,
    name === 'body' ? value : value.trim(),
  ]);
  return Object.fromEntries(trimmed.filter(([, value]) => value !== '')) as Record<string, string>;
}

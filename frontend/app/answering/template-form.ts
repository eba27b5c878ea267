import { HttpClient } from '@angular/common/http';
import {
  Component,
  ElementRef,
  afterNextRender,
  inject,
  input,
  output,
  signal,
  type OnInit,
} from '@angular/core';
import { FormField, FormRoot, form, maxLength, minLength, required } from '@angular/forms/signals';
import { firstValueFrom } from 'rxjs';
import { languages } from '../../../backend/domain/languages';
import { placeholders } from '../../../backend/domain/templates';
import type { AnswerTemplateDto } from '../../../backend/feedback/answering.dto';
import { I18n } from '../i18n/i18n';
import { atMost } from '../ui/at-most';
import { ErrorState } from '../ui/error-state';
import { Field } from '../ui/field';
import { SendKeys } from '../ui/send-keys';
import { sending } from '../ui/sending';
import { Toasts } from '../ui/toasts';
import { known } from './languages';

/** One wording: its name, its language, and what it says. */
@Component({
  selector: 'boucle-template-form',
  imports: [ErrorState, Field, FormField, FormRoot, SendKeys],
  templateUrl: './template-form.html',
})
export class TemplateForm implements OnInit {
  readonly template = input.required<Partial<AnswerTemplateDto>>();
  /** Kept, or given up. */
  readonly closed = output();

  protected readonly t = inject(I18n).t;
  protected readonly languages = languages;
  protected readonly hint = this.t('answering.templates.bodyHint', {
    words: Object.values(placeholders)
      .map((word) => `{${word}}`)
      .join(', '),
  });
  protected readonly failure = signal<unknown>(null);
  private readonly http = inject(HttpClient);
  private readonly toasts = inject(Toasts);

  protected readonly model = signal({ name: '', language: known('fr'), body: '' });
  protected readonly form = form(
    this.model,
    (path) => {
      required(path.name);
      minLength(path.name, 2);
      maxLength(path.name, 80);
      required(path.language);
      required(path.body);
      minLength(path.body, 3);
      atMost(path.body, 10_000);
    },
    { submission: sending(() => this.save(), this.failure) },
  );

  constructor() {
    const host = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
    afterNextRender(() => host.querySelector('input')?.focus());
  }

  ngOnInit(): void {
    const { name = '', language = 'fr', body = '' } = this.template();
    this.model.set({ name, language, body });
  }

  private async save(): Promise<void> {
    const { id } = this.template();
    const room = '/api/answer-templates';
    const wording = this.model();
    await firstValueFrom(
      id ? this.http.put(`${room}/${id}`, wording) : this.http.post(room, wording),
    );
    this.toasts.show(this.t('answering.templates.saved', { name: wording.name }));
    this.closed.emit();
  }
}

import { httpResource } from '@angular/common/http';
import { Component, computed, inject, input, output, signal } from '@angular/core';
import { FormField, FormRoot, form, minLength, required } from '@angular/forms/signals';
import { RouterLink } from '@angular/router';
import { fillTemplate, openPlaceholders } from '../../../backend/domain/templates';
import type { AnswerPreviewDto, AnswerTemplateDto } from '../../../backend/feedback/answering.dto';
import type { FeedbackDto } from '../../../backend/feedback/feedback.dto';
import { sendable, type ChosenFile } from '../attachments/chosen-file';
import { FileChooser } from '../attachments/file-chooser';
import { FeedbackClient } from '../feedback/feedback-client';
import { I18n } from '../i18n/i18n';
import { ownDraft } from '../session/own-draft';
import { atMost } from '../ui/at-most';
import { ErrorState } from '../ui/error-state';
import { Field } from '../ui/field';
import { Icon } from '../ui/icon';
import { SendKeys } from '../ui/send-keys';
import { sending } from '../ui/sending';
import { Toasts } from '../ui/toasts';
import { AnswerPreview } from './answer-preview';
import { fullDay, known } from './languages';

/** Writes to whoever spoke, in their language; says beforehand where it will be read. */
@Component({
  selector: 'boucle-answer-form',
  imports: [
    AnswerPreview,
    ErrorState,
    Field,
    FileChooser,
    FormField,
    FormRoot,
    Icon,
    RouterLink,
    SendKeys,
  ],
  templateUrl: './answer-form.html',
})
export class AnswerForm {
  readonly feedback = input.required<FeedbackDto>();
  readonly sent = output();

  protected readonly t = inject(I18n).t;
  protected readonly failure = signal<unknown>(null);
  protected readonly looking = signal(false);
  protected readonly shown = signal<AnswerPreviewDto | null>(null);
  private readonly templates = httpResource<AnswerTemplateDto[]>(() => '/api/answer-templates');
  private readonly client = inject(FeedbackClient);
  private readonly toasts = inject(Toasts);

  protected readonly files = signal<readonly ChosenFile[]>([]);
  protected readonly attaches = signal(false);

  protected readonly model = signal({ body: '' });
  private readonly draft = ownDraft(() => `answer.${this.feedback().id}`, this.model);
  protected readonly form = form(
    this.model,
    (path) => {
      required(path.body);
      minLength(path.body, 3);
      atMost(path.body, 10_000);
    },
    { submission: sending(() => this.send(), this.failure) },
  );

  /** The language that whoever spoke reads. */
  protected readonly language = computed(() => known(this.feedback().identity?.language));
  protected readonly foreign = computed(() => (this.language() === 'fr' ? null : this.language()));

  /** Those in the reader's language first. */
  protected readonly fitting = computed(() => {
    const all = this.templates.hasValue() ? this.templates.value() : [];
    const mine = ({ language }: AnswerTemplateDto) => language === this.language();
    return [...all.filter(mine), ...all.filter((template) => !mine(template))];
  });

  protected readonly open = computed(() => openPlaceholders(this.model().body));

  protected readonly where = computed(() => {
    const { identity, imported } = this.feedback();
    if (imported) return this.t('feedback.answers.byNothing');
    if (identity?.email) return this.t('feedback.answers.byMail', { email: identity.email });
    if (identity?.phone) return this.t('feedback.answers.byPhone', { phone: identity.phone });
    return this.t('feedback.answers.byPage');
  });

  /** What is written already stays above: a wording adds to it. */
  protected start(id: string): void {
    const template = this.fitting().find((known) => known.id === id);
    if (!template) return;
    const { identity, reference, unit, receivedOn } = this.feedback();
    const day = fullDay(template.language, receivedOn);
    const facts = { name: identity?.name ?? null, reference, unit: unit.name, day };
    const { text } = fillTemplate(template.body, facts);
    this.model.update(({ body }) => ({
      body: body.trim() ? `${body.trimEnd()}\n\n${text}` : text,
    }));
    this.form.body().focusBoundControl();
  }

  protected async preview(): Promise<void> {
    const body = this.model().body.trim();
    if (body.length < 3 || this.looking()) return;
    this.looking.set(true);
    this.failure.set(null);
    try {
      this.shown.set(await this.client.previewAnswer(this.feedback().id, { body }));
    } catch (error) {
      this.failure.set(error);
    } finally {
      this.looking.set(false);
    }
  }

  private async send(): Promise<void> {
    const { id } = this.feedback();
    // A file that is sent twice is kept once, so whoever tries again starts from here without harm.
    const attachmentIds: string[] = [];
    for (const file of sendable(this.files())) {
      attachmentIds.push((await this.client.attach(id, file)).id);
    }
    await this.client.answer(id, { body: this.model().body.trim(), attachmentIds });
    this.draft.sent({ body: '' });
    this.files.set([]);
    this.form().reset();
    this.toasts.show(this.t('feedback.answers.done'));
    this.sent.emit();
  }
}

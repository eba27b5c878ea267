import { Component, computed, inject, signal } from '@angular/core';
import { takeUntilDestroyed } from '@angular/core/rxjs-interop';
import {
  FormField,
  FormRoot,
  email,
  form,
  maxLength,
  required,
  validate,
} from '@angular/forms/signals';
import { NavigationSkipped, Router } from '@angular/router';
import { filter } from 'rxjs';
import {
  bodyMaximum,
  feedbackKinds,
  loggedChannels,
  reporterKinds,
  type FeedbackKind,
} from '../../../backend/domain/feedback';
import type { FeedbackReceiptDto } from '../../../backend/feedback/intake.dto';
import { newFollowUpCode } from '../../../backend/domain/codes';
import { sendable, type ChosenFile } from '../attachments/chosen-file';
import { Dictation } from '../attachments/dictation';
import { FileChooser } from '../attachments/file-chooser';
import { UploadList } from '../attachments/upload-list';
import { Uploads } from '../attachments/uploads';
import { I18n } from '../i18n/i18n';
import { ApiError } from '../session/api-error';
import { ownDraft } from '../session/own-draft';
import { Session } from '../session/session';
import { atMost } from '../ui/at-most';
import { ErrorState } from '../ui/error-state';
import { Field } from '../ui/field';
import { Heading } from '../ui/heading';
import { Icon } from '../ui/icon';
import { SendKeys } from '../ui/send-keys';
import { sending } from '../ui/sending';
import { unitList } from '../ui/unit-list';
import type { IconName } from '../ui/icons';
import { FeedbackClient } from './feedback-client';
import { FeedbackReceipt } from './feedback-receipt';
import { SaidBefore } from './said-before';
import { blankWord, nextWord, wordOf } from './word';

/** « Signaler »: what somebody said, written down in less than thirty seconds. */
@Component({
  selector: 'boucle-feedback-form',
  imports: [
    Dictation,
    ErrorState,
    FeedbackReceipt,
    Field,
    FileChooser,
    FormField,
    FormRoot,
    Heading,
    Icon,
    SaidBefore,
    SendKeys,
    UploadList,
  ],
  templateUrl: './feedback-form.html',
  styleUrl: './feedback-form.css',
})
export class FeedbackForm {
  protected readonly t = inject(I18n).t;
  protected readonly units = unitList();
  protected readonly kinds = feedbackKinds;
  protected readonly channels = loggedChannels;
  protected readonly reporters = reporterKinds;
  protected readonly kindIcons: Record<FeedbackKind, IconName> = {
    anomaly: 'triangle-alert',
    suggestion: 'lightbulb',
    complaint: 'frown',
    compliment: 'heart',
  };

  protected readonly failure = signal<unknown>(null);
  protected readonly receipt = signal<FeedbackReceiptDto | null>(null);
  protected readonly files = signal<readonly ChosenFile[]>([]);
  protected readonly attaches = signal(false);
  /** Where the letter with the code went, if one did. */
  protected readonly writtenTo = signal('');
  protected readonly body = signal('');

  private readonly client = inject(FeedbackClient);
  private readonly uploads = inject(Uploads);
  private readonly model = signal(blankWord(inject(Session).me()?.homeUnitId ?? ''));
  private readonly draft = ownDraft(() => 'feedback', this.model);

  protected readonly form = form(
    this.model,
    (path) => {
      required(path.kind);
      required(path.body);
      validate(path.body, ({ value }) =>
        value() !== '' && value().trim() === '' ? { kind: 'required' } : undefined,
      );
      atMost(path.body, bodyMaximum);
      required(path.unitId);
      required(path.channel);
      required(path.reporter);
      email(path.email);
      maxLength(path.name, 120);
      maxLength(path.phone, 40);
    },
    { submission: sending(() => this.send(), this.failure) },
  );

  /** Folded until there is something in it, so that the hurried do not read it. */
  protected readonly reaches = computed(() => {
    const { name, email, phone } = this.model();
    return [name, email, phone].some((part) => part !== '');
  });

  constructor() {
    // « Signaler » in the rail, or `n`, from the receipt: the address is the same, the person is next.
    const skipped = inject(Router).events.pipe(
      filter((event) => event instanceof NavigationSkipped),
      filter(() => this.receipt() !== null),
      takeUntilDestroyed(),
    );
    skipped.subscribe(() => this.another());
  }

  protected another(): void {
    this.receipt.set(null);
    this.form().reset();
    // Once the form is drawn again: the next person is already talking.
    setTimeout(() => this.form.kind().focusBoundControl());
  }

  private async send(): Promise<void> {
    const word = wordOf(this.model());
    const receipt = await this.client.log(word).catch((error: unknown) => this.renew(error));
    this.writtenTo.set(word.email ?? '');
    this.uploads.start(receipt, sendable(this.files()));
    this.files.set([]);
    this.attaches.set(false);
    this.body.set(word.body);
    this.draft.sent(nextWord(this.model()));
    this.receipt.set(receipt);
  }

  /** What was sent before, and got no answer, came in all the same: this is another word. */
  private renew(error: unknown): never {
    if (error instanceof ApiError && error.code === 'feedback.code_taken') {
      this.model.update((word) => ({ ...word, followUpCode: newFollowUpCode() }));
    }
    throw error;
  }
}

import { Component, inject, input, output } from '@angular/core';
import type { ActionDto } from '../../../backend/actions/actions.dto';
import { evidenceYears } from '../../../backend/domain/action-work';
import { attachmentAccept, fileMaximumMegabytes } from '../../../backend/domain/attachments';
import { I18n } from '../i18n/i18n';
import { ErrorState } from '../ui/error-state';
import { Field } from '../ui/field';
import { Toasts } from '../ui/toasts';
import { deeds } from './deeds';
import { TakeFocus } from './take-focus';
import { WorkClient } from './work-client';

/** Files that prove something: they leave as soon as they are chosen. */
@Component({
  selector: 'boucle-file-adder',
  imports: [ErrorState, Field, TakeFocus],
  template: `
    <form class="form" boucleTakeFocus (submit)="$event.preventDefault()">
      <boucle-field
        [label]="t('work.evidence.file')"
        [hint]="t('work.evidence.fileHint', { megabytes, years })"
      >
        <input
          #chooser
          type="file"
          multiple
          [accept]="accept"
          [attr.aria-busy]="deeds.busy()"
          (change)="send(chooser)"
        />
      </boucle-field>
      <boucle-error-state inForm [error]="deeds.failure()" />
    </form>
  `,
})
export class FileAdder {
  readonly action = input.required<ActionDto>();
  readonly closed = output();

  protected readonly t = inject(I18n).t;
  protected readonly deeds = deeds();
  protected readonly accept = attachmentAccept;
  protected readonly megabytes = fileMaximumMegabytes;
  protected readonly years = evidenceYears;
  private readonly client = inject(WorkClient);
  private readonly toasts = inject(Toasts);

  protected async send(chooser: HTMLInputElement): Promise<void> {
    const { id } = this.action();
    const files = [...(chooser.files ?? [])];
    const sent = await this.deeds.do(async () => {
      for (const file of files) await this.client.addFile(id, file);
    });
    // The same file may be chosen again once it is mended.
    chooser.value = '';
    if (!sent) return;
    this.toasts.show(this.t('work.evidence.filesAdded', { count: files.length }));
    this.closed.emit();
  }
}

import { Component, computed, inject, input } from '@angular/core';
import { I18n } from '../i18n/i18n';
import { SharePipe } from '../i18n/numbers';
import { ErrorState } from '../ui/error-state';
import { Icon } from '../ui/icon';
import { FileSizePipe } from './file-size';
import { Uploads, type Upload } from './uploads';

/**
 * How far the files of a feedback are, on its receipt; elsewhere, those of others that could not be
 * sent, so that none is lost without a word.
 *
 *     <boucle-upload-list [of]="receipt.id" />   <boucle-upload-list />
 */
@Component({
  selector: 'boucle-upload-list',
  imports: [ErrorState, FileSizePipe, Icon, SharePipe],
  templateUrl: './upload-list.html',
  styleUrl: './upload-list.css',
})
export class UploadList {
  /** The feedback on whose page this stands. */
  readonly of = input<string | null>(null);

  protected readonly t = inject(I18n).t;
  protected readonly uploads = inject(Uploads);
  protected readonly shown = computed(() => {
    const here = this.of();
    const shown = this.uploads
      .all()
      .filter(({ to, state }) => to.id === here || state === 'failed');
    return [...Map.groupBy(shown, ({ to }) => to.id).values()];
  });

  protected titleOf([first]: Upload[]): string {
    const { id, reference } = first?.to ?? {};
    return id === this.of()
      ? this.t('attachments.uploads.title')
      : this.t('attachments.uploads.titleOf', { reference });
  }
}

import { Component, computed, inject, input, signal } from '@angular/core';
import type { AttachmentDto } from '../../../backend/attachments/attachments.dto';
import { I18n } from '../i18n/i18n';
import { Dialog } from '../ui/dialog';
import { Icon } from '../ui/icon';
import { ReasonDialog } from '../ui/reason-dialog';
import { Toasts } from '../ui/toasts';
import { clockOf } from './duration';
import { FileSizePipe } from './file-size';

/**
 * The files that came with what was said: images to look at, sound to listen to, documents to save.
 *
 *     <boucle-attached-files [files]="files" [remove]="mayRemove ? remove : null" />
 */
@Component({
  selector: 'boucle-attached-files',
  imports: [Dialog, FileSizePipe, Icon, ReasonDialog],
  templateUrl: './attached-files.html',
  styleUrl: './attached-files.css',
})
export class AttachedFiles {
  readonly files = input.required<readonly AttachmentDto[]>();
  /** Where the bytes of one are; those that came with what was said, unless told otherwise. */
  readonly from = input((file: AttachmentDto): string => `/api/attachments/${file.id}`);
  /** Which of them I may take away. */
  readonly removable = input((_file: AttachmentDto): boolean => true);
  /** Deletes one for good; null for those who may not. */
  readonly remove = input<((file: AttachmentDto, reason: string) => Promise<unknown>) | null>(null);

  protected readonly t = inject(I18n).t;
  protected readonly clock = clockOf;
  private readonly toasts = inject(Toasts);
  protected readonly images = computed(() => this.files().filter(({ kind }) => kind === 'image'));
  protected readonly others = computed(() => this.files().filter(({ kind }) => kind !== 'image'));
  protected readonly enlarged = signal<AttachmentDto | null>(null);
  protected readonly removed = signal<AttachmentDto | null>(null);
  /** How long each sound lasts, once its player knows. */
  protected readonly lengths = signal<Record<string, number>>({});

  protected addressOf(file: AttachmentDto): string {
    return this.from()(file);
  }

  protected measure({ id }: AttachmentDto, player: HTMLAudioElement): void {
    const { duration } = player;
    if (Number.isFinite(duration)) {
      this.lengths.update((known) => ({ ...known, [id]: duration }));
    } else if (player.currentTime === 0) {
      // A browser's own recording doesn't say how long it is: its end has to be looked for.
      player.currentTime = Number.MAX_SAFE_INTEGER;
      player.addEventListener('timeupdate', () => (player.currentTime = 0), { once: true });
    }
  }

  protected readonly takeAway = async (reason: string): Promise<void> => {
    const file = this.removed();
    if (!file) return;
    await this.remove()?.(file, reason);
    this.toasts.show(this.t('attachments.record.removal.done', { name: file.name }));
  };
}

import {
  Component,
  DestroyRef,
  ElementRef,
  inject,
  input,
  model,
  signal,
  viewChild,
} from '@angular/core';
import {
  attachmentAccept,
  attachmentsMaximum,
  fileMaximumMegabytes,
} from '../../../backend/domain/attachments';
import { I18n } from '../i18n/i18n';
import { Icon } from '../ui/icon';
import type { IconName } from '../ui/icons';
import { problemOf, seemingKind, sendable, type ChosenFile } from './chosen-file';
import { FileSizePipe } from './file-size';
import { VoiceRecorder } from './voice-recorder';

/**
 * Chooses files to go with what is written: picked, photographed, recorded, dropped or pasted, seen
 * before they are sent.
 *
 *     <boucle-file-chooser [(files)]="files" />
 */
@Component({
  selector: 'boucle-file-chooser',
  imports: [FileSizePipe, Icon, VoiceRecorder],
  templateUrl: './file-chooser.html',
  styleUrl: './file-chooser.css',
  host: {
    '[class.over]': 'over()',
    '(document:paste)': 'paste($event)',
    '(document:dragover)': 'hover($event)',
    '(document:dragleave)': 'leave($event)',
    '(document:drop)': 'drop($event)',
  },
})
export class FileChooser {
  readonly files = model.required<readonly ChosenFile[]>();
  /** Voice messages are offered besides, where the browser can record. */
  readonly withVoice = input(true);

  protected readonly t = inject(I18n).t;
  protected readonly accept = attachmentAccept;
  protected readonly limits = { megabytes: fileMaximumMegabytes, most: attachmentsMaximum };
  protected readonly over = signal(false);
  /** For those who do not see the list change. */
  protected readonly said = signal('');
  private readonly first = viewChild.required<ElementRef<HTMLElement>>('first');
  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;

  constructor() {
    // Its own copies of what was chosen; whoever sends holds the files themselves.
    inject(DestroyRef).onDestroy(() => this.files().forEach(forgetPreview));
  }

  protected take(from: HTMLInputElement): void {
    this.add([...(from.files ?? [])]);
    // The same file chosen again after it was removed is a change too.
    from.value = '';
  }

  protected add(files: readonly File[]): void {
    if (files.length === 0) return;
    this.files.update((before) =>
      files.reduce<readonly ChosenFile[]>((chosen, file) => {
        const kind = seemingKind(file);
        const problem = problemOf(file, sendable(chosen).length);
        const preview =
          problem || kind === null || kind === 'document' ? null : URL.createObjectURL(file);
        return [...chosen, { file, kind, problem, preview }];
      }, before),
    );
    const names = files.map(({ name }) => name).join(', ');
    this.said.set(this.t('attachments.added', { count: files.length, names }));
  }

  protected remove(index: number): void {
    const gone = this.files()[index];
    if (!gone) return;
    forgetPreview(gone);
    const { name } = gone.file;
    this.files.update((files) => {
      const left = files.filter((file) => file !== gone);
      // One that was too many may fit now.
      return left.map((one, at) =>
        one.problem === 'too_many' && sendable(left.slice(0, at)).length < attachmentsMaximum
          ? { ...one, problem: null }
          : one,
      );
    });
    this.said.set(this.t('attachments.removed', { name }));
    setTimeout(() => this.focusAt(index));
  }

  /** What the browser can't draw: its sign stands instead, and the server will say what it is. */
  protected hide(broken: ChosenFile): void {
    forgetPreview(broken);
    this.files.update((files) =>
      files.map((one) => (one === broken ? { ...one, preview: null } : one)),
    );
  }

  protected iconOf({ kind }: ChosenFile): IconName {
    return kind === 'sound' ? 'mic' : kind === 'image' ? 'image' : 'file-text';
  }

  protected paste(event: ClipboardEvent): void {
    const files = [...(event.clipboardData?.files ?? [])];
    if (files.length === 0) return;
    event.preventDefault();
    this.add(files);
  }

  /** Dropped beside the box, a file would open in place of the page, and take what was typed along. */
  protected hover(event: DragEvent): void {
    if (!event.dataTransfer?.types.includes('Files')) return;
    event.preventDefault();
    this.over.set(true);
  }

  protected leave(event: DragEvent): void {
    if (event.relatedTarget === null) this.over.set(false);
  }

  protected drop(event: DragEvent): void {
    if (!event.dataTransfer?.types.includes('Files')) return;
    event.preventDefault();
    this.over.set(false);
    this.add([...event.dataTransfer.files]);
  }

  private focusAt(index: number): void {
    const buttons = this.host.querySelectorAll<HTMLElement>('li button');
    (buttons[Math.min(index, buttons.length - 1)] ?? this.first().nativeElement).focus();
  }
}

function forgetPreview({ preview }: ChosenFile): void {
  if (preview) URL.revokeObjectURL(preview);
}

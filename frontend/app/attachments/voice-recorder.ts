import { Component, DOCUMENT, DestroyRef, inject, output, signal } from '@angular/core';
import { recordingMaximum } from '../../../backend/domain/attachments';
import { I18n } from '../i18n/i18n';
import { Icon } from '../ui/icon';
import { clockOf } from './duration';
import { hasMicrophone } from './microphone';

/** What browsers can record, best first; each plays in all of today's. */
const containers = [
  { type: 'audio/webm;codecs=opus', extension: 'webm' },
  { type: 'audio/mp4', extension: 'm4a' },
  { type: 'audio/ogg;codecs=opus', extension: 'ogg' },
];

/**
 * Records a voice message, for who cannot write. Where nothing can record, there is no button.
 *
 *     <boucle-voice-recorder (recorded)="add([$event])" />
 */
@Component({
  selector: 'boucle-voice-recorder',
  imports: [Icon],
  template: `
    @if (offered()) {
      <button
        class="button"
        type="button"
        [class.recording]="recorder()"
        [attr.aria-busy]="asking()"
        (click)="recorder() ? stop() : start()"
      >
        <boucle-icon [name]="recorder() ? 'square' : 'mic'" />
        {{ t(recorder() ? 'attachments.recorder.stop' : 'attachments.recorder.start') }}
      </button>
      @if (recorder()) {
        <span role="timer" class="number">
          {{ t('attachments.recorder.left', { elapsed: clock(elapsed()), most: clock(most) }) }}
        </span>
      }
      <span role="status" [class.visually-hidden]="!failed()">{{ said() }}</span>
    }
  `,
  styles: `
    :host {
      display: contents;
    }
    .recording {
      --rim: var(--late);
      --words: var(--late);
    }
  `,
})
export class VoiceRecorder {
  readonly recorded = output<File>();

  protected readonly t = inject(I18n).t;
  protected readonly clock = clockOf;
  protected readonly most = recordingMaximum;
  protected readonly recorder = signal<MediaRecorder | null>(null);
  protected readonly asking = signal(false);
  protected readonly failed = signal(false);
  protected readonly elapsed = signal(0);
  protected readonly said = signal('');

  private readonly window = inject(DOCUMENT).defaultView;
  private readonly container = this.canRecord();
  protected readonly offered = signal(false);
  private ticking: ReturnType<typeof setInterval> | undefined;
  private left = false;

  constructor() {
    void hasMicrophone(this.window).then((has) => this.offered.set(has && !!this.container));
    inject(DestroyRef).onDestroy(() => {
      this.left = true;
      this.stop();
    });
  }

  protected async start(): Promise<void> {
    if (this.asking() || !this.container) return;
    this.asking.set(true);
    this.failed.set(false);
    try {
      const stream = await navigator.mediaDevices.getUserMedia({ audio: true });
      if (this.left) release(stream);
      else this.record(stream, this.container);
    } catch {
      this.failed.set(true);
      this.said.set(this.t('attachments.recorder.refused'));
    } finally {
      this.asking.set(false);
    }
  }

  protected stop(): void {
    clearInterval(this.ticking);
    const recorder = this.recorder();
    if (recorder?.state === 'recording') recorder.stop();
  }

  private record(stream: MediaStream, { type, extension }: (typeof containers)[number]): void {
    const recorder = new MediaRecorder(stream, { mimeType: type, audioBitsPerSecond: 48_000 });
    const pieces: Blob[] = [];
    recorder.ondataavailable = ({ data }) => pieces.push(data);
    recorder.onstop = () => {
      release(stream);
      this.recorder.set(null);
      // Whoever left the page did not mean to send it.
      if (this.left) return;
      const name = `${this.t('attachments.recorder.name')}.${extension}`;
      this.said.set(this.t('attachments.recorder.stopped'));
      this.recorded.emit(new File(pieces, name, { type: type.split(';')[0] ?? type }));
    };
    recorder.start();
    const began = performance.now();
    this.elapsed.set(0);
    this.ticking = setInterval(() => {
      this.elapsed.set((performance.now() - began) / 1000);
      if (this.elapsed() >= this.most) this.stop();
    }, 250);
    this.recorder.set(recorder);
    this.said.set(this.t('attachments.recorder.started'));
  }

  private canRecord(): (typeof containers)[number] | undefined {
    const able = this.window && 'MediaRecorder' in this.window;
    return able ? containers.find(({ type }) => MediaRecorder.isTypeSupported(type)) : undefined;
  }
}

function release(stream: MediaStream): void {
  for (const track of stream.getTracks()) track.stop();
}

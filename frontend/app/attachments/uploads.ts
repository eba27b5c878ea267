import {
  HttpClient,
  HttpEventType,
  provideHttpClient,
  withInterceptors,
  withXhr,
} from '@angular/common/http';
import {
  EnvironmentInjector,
  Service,
  createEnvironmentInjector,
  inject,
  signal,
} from '@angular/core';
import { lastValueFrom, tap } from 'rxjs';
import { api } from '../session/api';
import { ApiError } from '../session/api-error';

/** What the files go with. */
export interface Destination {
  /** The feedback's id. */
  id: string;
  reference: string;
}

export interface Upload {
  readonly id: number;
  readonly to: Destination;
  readonly file: File;
  readonly state: 'waiting' | 'sending' | 'done' | 'failed';
  /** How much of it has left, from 0 to 1. */
  readonly share: number;
  readonly error: unknown;
}

/**
 * Sends files once what they go with is in, one after the other. It goes on while the person does
 * something else; what failed stays until it is tried again or given up.
 */
@Service()
export class Uploads {
  // Only XMLHttpRequest tells how much of a file has left.
  private readonly http = createEnvironmentInjector(
    [provideHttpClient(withXhr(), withInterceptors([api]))],
    inject(EnvironmentInjector),
  ).get(HttpClient);
  private readonly list = signal<readonly Upload[]>([]);
  private line: Promise<void> = Promise.resolve();
  private last = 0;

  readonly all = this.list.asReadonly();

  start(to: Destination, files: readonly File[]): void {
    const added = files.map((file): Upload => {
      const id = ++this.last;
      return { id, to, file, state: 'waiting', share: 0, error: null };
    });
    this.list.update((uploads) => [...uploads.filter(({ state }) => state !== 'done'), ...added]);
    for (const upload of added) this.queue(upload);
  }

  retry(upload: Upload): void {
    this.change(upload, { state: 'waiting', share: 0, error: null });
    this.queue(upload);
  }

  /** Gives up a file that could not be sent. */
  dismiss({ id }: Upload): void {
    this.list.update((uploads) => uploads.filter((upload) => upload.id !== id));
  }

  /** Whether trying again may help: a refusal would be the same. */
  mayRetry({ error }: Upload): boolean {
    return !(error instanceof ApiError) || error.status === 0 || error.status >= 429;
  }

  private queue(upload: Upload): void {
    this.line = this.line.then(() => this.send(upload));
  }

  private async send(upload: Upload): Promise<void> {
    const body = new FormData();
    body.append('file', upload.file, upload.file.name);
    const address = `/api/feedback/${upload.to.id}/attachments`;
    this.change(upload, { state: 'sending' });
    const told = this.http.post(address, body, { observe: 'events', reportProgress: true }).pipe(
      tap((event) => {
        if (event.type !== HttpEventType.UploadProgress) return;
        this.change(upload, { share: event.loaded / (event.total ?? upload.file.size) });
      }),
    );
    try {
      await lastValueFrom(told);
      this.change(upload, { state: 'done', share: 1 });
    } catch (error) {
      this.change(upload, { state: 'failed', error });
    }
  }

  private change({ id }: Upload, change: Partial<Upload>): void {
    this.list.update((uploads) =>
      uploads.map((upload) => (upload.id === id ? { ...upload, ...change } : upload)),
    );
  }
}

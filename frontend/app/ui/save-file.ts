import type { HttpResponse } from '@angular/common/http';

/** Puts a file that was fetched among the person's downloads, under the name that the server gave it. */
export function saveFile(document: Document, file: HttpResponse<Blob>, otherwise: string): void {
  if (!file.body) return;
  const named = /filename="([^"]+)"/.exec(file.headers.get('Content-Disposition') ?? '');
  const address = URL.createObjectURL(file.body);
  const link = document.createElement('a');
  link.href = address;
  link.download = named?.[1] ?? otherwise;
  link.click();
  // The browser reads the address once the click is over.
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}

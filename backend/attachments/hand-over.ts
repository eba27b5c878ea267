import type { FastifyReply } from 'fastify';
import type { AttachmentDto } from './attachments.dto.js';
import { spanOf, type Span } from './range.js';

/** A file that somebody may have, and the way to its bytes. */
export interface Handed extends Pick<AttachmentDto, 'name' | 'mediaType' | 'size'> {
  bytes: (span: Span) => Promise<Buffer>;
}

/**
 * Sends a file to be saved; a page of ours may show an image or play a sound from the same address.
 * Opened on its own it can do nothing: it is never a page, whatever its bytes are.
 */
export async function handOver(
  reply: FastifyReply,
  range: string | undefined,
  { name, mediaType, size, bytes }: Handed,
): Promise<void> {
  const span = spanOf(range, size);
  if (span === 'beyond') {
    await reply.status(416).header('Content-Range', `bytes */${size}`).send();
    return;
  }
  const found = await bytes(span ?? { first: 0, last: size - 1 });
  void reply.headers({
    'Content-Type': mediaType,
    'Content-Disposition': `attachment; filename*=UTF-8''${percent(name)}`,
    'Content-Security-Policy': `default-src 'none'; sandbox`,
    'X-Content-Type-Options': 'nosniff',
    'Cache-Control': 'private, no-store',
    'Accept-Ranges': 'bytes',
  });
  if (span) {
    void reply.status(206).header('Content-Range', `bytes ${span.first}-${span.last}/${size}`);
  }
  await reply.send(found);
}

/** RFC 8187: what encodeURIComponent leaves as it is and the header does not. */
function percent(name: string): string {
  return encodeURIComponent(name).replace(
    /['()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}

import { Refusal } from './refusal.js';

export type AttachmentKind = 'image' | 'document' | 'sound';

/** What may be attached; the bytes alone tell which it is. */
export const attachmentFormats = {
  jpeg: { kind: 'image', mediaType: 'image/jpeg', extension: 'jpg' },
  png: { kind: 'image', mediaType: 'image/png', extension: 'png' },
  webp: { kind: 'image', mediaType: 'image/webp', extension: 'webp' },
  pdf: { kind: 'document', mediaType: 'application/pdf', extension: 'pdf' },
  mp3: { kind: 'sound', mediaType: 'audio/mpeg', extension: 'mp3' },
  m4a: { kind: 'sound', mediaType: 'audio/mp4', extension: 'm4a' },
  aac: { kind: 'sound', mediaType: 'audio/aac', extension: 'aac' },
  ogg: { kind: 'sound', mediaType: 'audio/ogg', extension: 'ogg' },
  webm: { kind: 'sound', mediaType: 'audio/webm', extension: 'webm' },
  wav: { kind: 'sound', mediaType: 'audio/wav', extension: 'wav' },
} as const satisfies Record<string, { kind: AttachmentKind; mediaType: string; extension: string }>;
export type AttachmentFormat = keyof typeof attachmentFormats;

/** What a file chooser offers. A phone that is not offered its own image format sends a JPEG. */
export const attachmentAccept = [
  ...Object.values(attachmentFormats).flatMap(({ mediaType, extension }) => [
    mediaType,
    `.${extension}`,
  ]),
  '.jpeg',
  'audio/x-m4a',
  '.opus',
].join();

/** The largest file that may be sent, in bytes. */
export const fileMaximum = 10 * 1024 * 1024;

/** The same, as people read it. */
export const fileMaximumMegabytes = fileMaximum / 1024 / 1024;

/** How many files a message, or one of its answers, may hold. */
export const attachmentsMaximum = 5;

/** How many files may prove something of an action. */
export const evidenceFilesMaximum = 20;

/** How many of those of a message whoever holds a follow-up code may send. */
export const publicAttachmentsMaximum = 3;

/** The long side of an image once it is kept, in pixels: enough to read a letter that was photographed. */
export const imageSide = 2560;

/** The largest image that is decoded, in pixels: what the best phones take, and no bomb. */
export const imagePixelsMaximum = 64_000_000;

/** How long a voice message may last, in seconds. */
export const recordingMaximum = 180;

/** @throws Refusal `attachment.too_many`. */
export function refuseTooMany(kept: number, maximum: number): void {
  if (kept >= maximum) throw new Refusal('conflict', 'attachment.too_many', { maximum });
}

const stemMaximum = 80;
const nameless: Record<AttachmentKind, string> = {
  image: 'image',
  document: 'document',
  sound: 'audio',
};

/**
 * The name of a file as it may be shown and saved: a label, never a path. Its ending is the one of
 * its bytes, and no invisible sign can turn it around.
 */
export function fileLabel(sent: string, format: AttachmentFormat): string {
  const { kind, extension } = attachmentFormats[format];
  const stem = (sent.toWellFormed().split(/[/\\]/).at(-1) ?? '')
    .normalize('NFC')
    // Controls, and what has no width or changes the direction: `gnp.exe` would read `exe.png`.
    .replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, ' ')
    .replace(/[<>:"|?*\ufffd]/g, ' ')
    .replace(/\.\w{1,5}\s*$/, '')
    .replace(/\s+/g, ' ')
    .replace(/^[.\s]+|[.\s]+$/g, '');
  const short = Array.from(stem).slice(0, stemMaximum).join('').trimEnd();
  return `${short || nameless[kind]}.${extension}`;
}

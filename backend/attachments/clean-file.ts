import {
  attachmentFormats,
  fileLabel,
  fileMaximum,
  fileMaximumMegabytes,
  type AttachmentFormat,
} from '../domain/attachments.js';
import { Refusal } from '../domain/refusal.js';
import { redraw } from './image.js';
import { formatOf } from './sniff.js';

/** A file as it came: nothing it says of itself is believed. */
export interface SentFile {
  name: string;
  bytes: Buffer;
}

/** A file that may be kept. */
export interface CleanFile extends SentFile {
  format: AttachmentFormat;
}

/** @throws Refusal that says what is accepted. */
export async function cleanFile({ name, bytes }: SentFile): Promise<CleanFile> {
  if (bytes.length > fileMaximum) throw tooLarge();
  if (bytes.length === 0) throw new Refusal('invalid', 'attachment.empty');
  const format = await formatOf(bytes);
  if (!format) throw new Refusal('unsupported', 'attachment.unsupported');
  const label = fileLabel(name, format);
  const isImage = attachmentFormats[format].kind === 'image';
  const kept = isImage ? await redraw(bytes, format as 'jpeg' | 'png' | 'webp') : bytes;
  return { name: label, format, bytes: kept };
}

export function tooLarge(): Refusal {
  return new Refusal('too_large', 'attachment.too_large', { megabytes: fileMaximumMegabytes });
}

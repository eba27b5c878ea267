import { fileTypeFromBuffer } from 'file-type';
import type { AttachmentFormat } from '../domain/attachments.js';

type Look = (bytes: Buffer) => boolean;

/** What the bytes say they are, and what else must be so for them to be let in. */
const known: Record<string, { format: AttachmentFormat; and?: Look }> = {
  'image/jpeg': { format: 'jpeg' },
  'image/png': { format: 'png' },
  'image/apng': { format: 'png' },
  'image/webp': { format: 'webp' },
  'application/pdf': { format: 'pdf', and: endsAsPdf },
  'audio/mpeg': { format: 'mp3' },
  'audio/aac': { format: 'aac' },
  'audio/ogg': { format: 'ogg' },
  'audio/ogg; codecs=opus': { format: 'ogg' },
  'audio/wav': { format: 'wav' },
  'audio/mp4': { format: 'm4a', and: onlyHeardInMp4 },
  'audio/x-m4a': { format: 'm4a', and: onlyHeardInMp4 },
  // Telephones and browsers put their recordings in the boxes that films come in.
  'video/mp4': { format: 'm4a', and: onlyHeardInMp4 },
  'video/webm': { format: 'webm', and: onlyHeardInWebm },
};

/** What a file is, told by its bytes; null for whatever is not accepted. */
export async function formatOf(bytes: Buffer): Promise<AttachmentFormat | null> {
  const found = await fileTypeFromBuffer(bytes).catch(() => undefined);
  const fit = found && known[found.mime];
  if (!fit) return null;
  return fit.and === undefined || fit.and(bytes) ? fit.format : null;
}

/** Something else stuck to the end of a PDF, such as an archive, would hide behind it. */
function endsAsPdf(bytes: Buffer): boolean {
  return bytes.subarray(-1024).includes('%%EOF');
}

function onlyHeardInMp4(bytes: Buffer): boolean {
  const tracks: string[] = [];
  // A track's handler: the box's name, four bytes of version, four of nothing, then what it handles.
  for (let at = bytes.indexOf('hdlr'); at >= 0; at = bytes.indexOf('hdlr', at + 4)) {
    tracks.push(bytes.toString('latin1', at + 12, at + 16));
  }
  return tracks.includes('soun') && !tracks.includes('vide');
}

/** The codecs stand in the head, before the first cluster of sound. */
function onlyHeardInWebm(bytes: Buffer): boolean {
  const head = bytes.toString('latin1', 0, 8192);
  return /A_(OPUS|VORBIS)/.test(head) && !/V_[A-Z]/.test(head);
}

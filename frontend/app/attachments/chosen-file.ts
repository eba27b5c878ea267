import {
  attachmentFormats,
  attachmentsMaximum,
  fileMaximum,
  type AttachmentKind,
} from '../../../backend/domain/attachments';

export type FileProblem = 'empty' | 'too_large' | 'too_many' | 'unsupported';

/** A file that was chosen and is not sent yet. */
export interface ChosenFile {
  file: File;
  /** What it seems to be, for its drawing; the server looks at the bytes. */
  kind: AttachmentKind | null;
  /** Where the browser shows it from. */
  preview: string | null;
  /** Why it will not be sent. */
  problem: FileProblem | null;
}

/** What a file seems to be, by the type that the browser gives it, or by its name where it gives none. */
export function seemingKind({ name, type }: Pick<File, 'name' | 'type'>): AttachmentKind | null {
  const [media = ''] = type.split(';');
  const said = media !== '' && media !== 'application/octet-stream';
  const extension = name.split('.').at(-1)?.toLowerCase() ?? '';
  return (said ? kindOfMedia.get(media) : kindOfExtension.get(extension)) ?? null;
}

/** What can be told before sending, with so many good ones already chosen. */
export function problemOf(file: File, before: number): FileProblem | null {
  if (seemingKind(file) === null) return 'unsupported';
  if (file.size === 0) return 'empty';
  if (file.size > fileMaximum) return 'too_large';
  return before >= attachmentsMaximum ? 'too_many' : null;
}

/** Those that will be sent. */
export function sendable(files: readonly ChosenFile[]): File[] {
  return files.filter(({ problem }) => problem === null).map(({ file }) => file);
}

const formats = Object.values(attachmentFormats);
const kindOfExtension = new Map<string, AttachmentKind>([
  ...formats.map(({ extension, kind }) => [extension, kind] as const),
  ['jpeg', 'image'],
  ['opus', 'sound'],
]);
const kindOfMedia = new Map<string, AttachmentKind>([
  ...formats.map(({ mediaType, kind }) => [mediaType, kind] as const),
  // What some browsers call the same things.
  ['audio/x-m4a', 'sound'],
  ['audio/mp3', 'sound'],
  ['audio/x-wav', 'sound'],
  ['audio/wave', 'sound'],
  ['audio/vnd.wave', 'sound'],
  ['audio/opus', 'sound'],
  ['audio/aacp', 'sound'],
  ['audio/x-aac', 'sound'],
  ['application/ogg', 'sound'],
]);

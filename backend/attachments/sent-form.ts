import '@fastify/multipart';
import type { FastifyRequest } from 'fastify';
import { fileMaximum } from '../domain/attachments.js';
import { Refusal } from '../domain/refusal.js';

/** A file that a form brought; without its bytes where it was one too many to be read. */
export interface FormFile {
  name: string;
  bytes: Buffer | null;
}

/** What a form with files brought. */
export interface SentForm {
  fields: Record<string, string>;
  files: FormFile[];
}

/** How many forms' files are read at once: each may hold tens of megabytes. */
const atOnce = 8;
let underWay = 0;

/** What may be typed into one form, all its fields together: as much as JSON may weigh. */
const typedMaximum = 1024 * 1024;

const options = {
  // One byte more than may be kept, so that what is too large is told from what just fits.
  limits: { fileSize: fileMaximum + 1, files: 20, fields: 40, fieldSize: typedMaximum },
  throwFileSizeLimit: false,
};

/**
 * Reads a whole form, so that what was typed can be given back whatever its files are worth. Of
 * these, so many are read at most; the others go by.
 */
export async function sentForm(request: FastifyRequest, most: number): Promise<SentForm> {
  const form: SentForm = { fields: {}, files: [] };
  const readable = underWay < atOnce ? most : 0;
  let typed = 0;
  underWay += 1;
  try {
    for await (const part of request.parts(options)) {
      if (part.type === 'field') {
        const value = String(part.value);
        typed += value.length;
        if (part.valueTruncated || typed > typedMaximum) {
          throw new Refusal('too_large', 'input.too_large');
        }
        form.fields[part.fieldname] = value;
      } else if (form.files.length < readable) {
        const bytes = await part.toBuffer();
        // What a browser sends for a chooser that was left empty.
        if (bytes.length > 0 || part.filename) form.files.push({ name: part.filename, bytes });
      } else {
        part.file.resume();
        if (part.filename) form.files.push({ name: part.filename, bytes: null });
      }
    }
    return form;
  } catch (error) {
    throw error instanceof Refusal ? error : new Refusal('invalid', 'input.unreadable');
  } finally {
    underWay -= 1;
  }
}

import '@fastify/multipart';
import { applyDecorators } from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiHeader } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { Refusal } from '../domain/refusal.js';
import { tooLarge, type SentFile } from './clean-file.js';

/** A route that takes one file, in a form; the header is what a form of another site can't say. */
export const TakesFile = () =>
  applyDecorators(
    ApiConsumes('multipart/form-data'),
    ApiHeader({ name: 'X-Boucle', required: true, schema: { enum: ['1'] } }),
    ApiBody({
      schema: {
        type: 'object',
        required: ['file'],
        properties: { file: { type: 'string', format: 'binary' } },
      },
    }),
  );

/** Reads the file that a request brings. @throws Refusal `attachment.missing`, or `.too_large`. */
export async function sentFile(request: FastifyRequest): Promise<SentFile> {
  const part = request.isMultipart() ? await reading(request.file()) : undefined;
  if (!part) throw new Refusal('invalid', 'attachment.missing');
  const bytes = await reading(part.toBuffer());
  // What ends just as the limit is reached is cut without a word.
  if (part.file.truncated) throw tooLarge();
  return { name: part.filename, bytes };
}

async function reading<Result>(work: Promise<Result>): Promise<Result> {
  try {
    return await work;
  } catch (error) {
    const { code } = error as { code?: string };
    if (code === 'FST_REQ_FILE_TOO_LARGE') throw tooLarge();
    throw new Refusal('invalid', 'input.unreadable');
  }
}

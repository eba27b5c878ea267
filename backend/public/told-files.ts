import { cleanFile, type CleanFile } from '../attachments/clean-file.js';
import type { FormFile } from '../attachments/sent-form.js';
import { publicAttachmentsMaximum } from '../domain/attachments.js';
import { Refusal } from '../domain/refusal.js';
import { sayCode } from '../words/words.js';
import type { Reader } from './reader.js';

/** The files of a form that may be kept, and what is wrong with the others, in a sentence or more. */
export interface ToldFiles {
  clean: CleanFile[];
  wrong: string;
}

/** Looks at what came with a form; nothing is kept unless all of it may be. */
export async function readFiles(sent: FormFile[], { t, language }: Reader): Promise<ToldFiles> {
  const maximum = publicAttachmentsMaximum;
  if (sent.length > maximum) return { clean: [], wrong: t('public.tell.filesMany', { maximum }) };
  const clean: CleanFile[] = [];
  const wrong: string[] = [];
  for (const { name, bytes } of sent) {
    try {
      if (!bytes) throw new Refusal('excessive', 'rate.exceeded');
      clean.push(await cleanFile({ name, bytes }));
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      wrong.push(`${apart(name)} — ${sayCode(language, error.code, error.details)}`);
    }
  }
  return { clean, wrong: wrong.join(' ') };
}

/** A name in whatever script, which turns nothing around it. */
function apart(name: string): string {
  return `\u2068${name.replace(/\p{Cf}/gu, '')}\u2069`;
}

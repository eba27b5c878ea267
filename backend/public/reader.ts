import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import type { Language } from '../domain/languages.js';
import {
  isLanguage,
  preferredLanguage,
  say,
  sayDay,
  sayYears,
  wayOf,
  type Sentence,
} from '../words/words.js';

/**
 * Who reads a public page, and in which language: the one in the address (`?lang=ar`), else the
 * browser's. What was chosen stays in every link, as no cookie remembers it.
 */
export class Reader {
  readonly direction: 'ltr' | 'rtl';

  constructor(
    readonly language: Language,
    private readonly chosen: boolean,
  ) {
    this.direction = wayOf(language).direction;
  }

  /** A sentence in their language. */
  readonly t = (sentence: Sentence, facts?: Record<string, unknown>): string =>
    say(this.language, sentence, facts);

  /** An address of ours that keeps their language. */
  readonly link = (path: string): string => (this.chosen ? `${path}?lang=${this.language}` : path);

  /** A day in words, or in figures where there is little room. */
  readonly day = (iso: string, style: 'full' | 'medium' = 'full'): string =>
    sayDay(this.language, iso, style);

  /** « 2 ans ». */
  readonly years = (count: number): string => sayYears(this.language, count);
}

/** Who sent this request. */
export function readerOf({ query, headers }: FastifyRequest): Reader {
  const { lang } = query as { lang?: unknown };
  const asked = typeof lang === 'string' ? lang.toLowerCase() : '';
  return isLanguage(asked)
    ? new Reader(asked, true)
    : new Reader(preferredLanguage(headers['accept-language']), false);
}

/** Who reads the page. */
export const Reading = createParamDecorator((_: unknown, context: ExecutionContext) =>
  readerOf(context.switchToHttp().getRequest<FastifyRequest>()),
);

import {
  createParamDecorator,
  UnsupportedMediaTypeException,
  type ExecutionContext,
} from '@nestjs/common';
import { RouteConfig } from '@nestjs/platform-fastify';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { Refusal } from '../domain/refusal.js';
import { inputPipe, InvalidInput } from '../access/invalid-input.js';
import { perVisitor } from '../access/rate-limits.js';
import { sentForm, type FormFile } from '../attachments/sent-form.js';
import type { Reader } from './reader.js';

/** What was typed into a form, by the name of its fields. */
export type Typed = Record<string, string>;

/** A form may be longer than JSON for the same words: Arabic takes three signs for each byte. */
const longest = 2 * 1024 * 1024;

/**
 * A route that a plain form may be sent to. It is counted once the form is read, so that even the
 * page that says « too many » gives back what was typed.
 */
export const TakesForms = ({ files = 0 } = {}) =>
  RouteConfig({ takesForms: true, files, rateLimit: { ...perVisitor, hook: 'preHandler' } });

const filesOf = new WeakMap<FastifyRequest, FormFile[]>();

const configOf = ({ routeOptions }: FastifyRequest) =>
  routeOptions.config as { takesForms?: boolean; files?: number };

/** Reads forms for the routes that take them, and for no other: see http.ts for the reason. */
export function readForms(fastify: FastifyInstance): void {
  fastify.addContentTypeParser<string>(
    'application/x-www-form-urlencoded',
    { parseAs: 'string', bodyLimit: longest },
    (request, body, done) => {
      if (configOf(request).takesForms) done(null, Object.fromEntries(new URLSearchParams(body)));
      else done(new UnsupportedMediaTypeException());
    },
  );
  fastify.addHook('preValidation', async (request) => {
    const { takesForms, files = 0 } = configOf(request);
    if (!takesForms || !request.isMultipart()) return;
    const form = await sentForm(request, files);
    request.body = form.fields;
    filesOf.set(request, form.files);
  });
}

/** What a request's form holds; nothing where it is none. */
export function typedIn({ body }: FastifyRequest): Typed {
  const typed = Object.entries((body ?? {}) as Record<string, unknown>);
  return Object.fromEntries(
    typed.filter((field): field is [string, string] => typeof field[1] === 'string'),
  );
}

/** Whether files came with it, which no page can give back. */
export function hasFiles(request: FastifyRequest): boolean {
  return (filesOf.get(request) ?? []).length > 0;
}

/** The form that was sent. */
export const Form = createParamDecorator((_: unknown, context: ExecutionContext) =>
  typedIn(context.switchToHttp().getRequest<FastifyRequest>()),
);

/** The files that came with it. */
export const Files = createParamDecorator(
  (_: unknown, context: ExecutionContext) =>
    filesOf.get(context.switchToHttp().getRequest<FastifyRequest>()) ?? [],
);

/** What must be mended before a form can be taken: a sentence for each field, or one for all. */
export interface ToMend {
  fields: Record<string, string>;
  sentence?: string;
}

/**
 * What a DTO makes of a form: what was left empty says nothing, and lines end as everywhere else;
 * `ticked` is what its boxes say.
 * @throws InvalidInput, or Refusal for signs that cannot be kept.
 */
export function readForm<Dto>(
  dto: new () => Dto,
  typed: Typed,
  ticked: Record<string, boolean> | false = {},
): Promise<Dto> {
  const said = Object.entries(typed)
    .map(([name, value]) => [name, value.replace(/\r\n?/g, '\n').trim()] as const)
    .filter(([, value]) => value !== '');
  const metadata = { type: 'body', metatype: dto } as const;
  const whole = { ...Object.fromEntries(said), ...ticked };
  return inputPipe.transform(whole, metadata) as Promise<Dto>;
}

/** What somebody can mend in what they typed, in their language; null for any other fault. */
export function toMend(error: unknown, { language, t }: Reader): ToMend | null {
  if (error instanceof InvalidInput) return { fields: error.sentences(language) };
  const invisible = error instanceof Refusal && error.code === 'input.invalid_character';
  return invisible ? { fields: {}, sentence: t(error.code) } : null;
}

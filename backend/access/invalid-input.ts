import { ValidationPipe, type ArgumentMetadata, type ValidationError } from '@nestjs/common';
import { Refusal } from '../domain/refusal.js';
import { fr } from '../words/fr.js';
import { say, type Sentence } from '../words/words.js';

/** A body or a query that does not have the shape of its DTO. */
export class InvalidInput extends Error {
  constructor(private readonly errors: ValidationError[]) {
    super('input.invalid');
  }

  /** One sentence for each field to mend, by its path (`origins.0.feedbackId`). */
  sentences(language: string): Record<string, string> {
    return Object.fromEntries(
      leaves(this.errors).map(([path, error]) => [path, told(error, language)]),
    );
  }
}

/**
 * The most values that an input may hold, at any depth: an action with all its origins has 200. The
 * validator's time grows with their square, and its calls nest as deeply as they do.
 */
const mostParts = 1000;

/** Validates text only once it is text that can be kept. */
class InputPipe extends ValidationPipe {
  override transform(value: unknown, metadata: ArgumentMetadata): Promise<unknown> {
    if (metadata.type !== 'custom') tidy(value);
    return super.transform(value, metadata) as Promise<unknown>;
  }
}

/** Checks what comes in against its DTO, and refuses what the DTO does not know. */
export const inputPipe = new InputPipe({
  transform: true,
  whitelist: true,
  forbidNonWhitelisted: true,
  exceptionFactory: (errors) => new InvalidInput(errors),
});

/**
 * A field that is null says nothing, and is left out. A NUL can't be stored, and half of a surrogate
 * pair would be stored as something else.
 * @throws Refusal `input.invalid_character`, or `input.unreadable` for what nobody typed.
 */
function tidy(value: unknown): void {
  const left = [value];
  for (let parts = 0; left.length > 0; parts += 1) {
    if (parts + left.length > mostParts) throw new Refusal('invalid', 'input.unreadable');
    const part = left.pop();
    if (typeof part === 'string' && (part.includes('\0') || !part.isWellFormed())) {
      throw new Refusal('invalid', 'input.invalid_character');
    }
    if (typeof part !== 'object' || part === null) continue;
    for (const [key, inner] of Object.entries(part)) {
      if (inner === null && !Array.isArray(part)) delete (part as Record<string, unknown>)[key];
      else left.push(inner);
    }
  }
}

function leaves(errors: ValidationError[], prefix = ''): [string, ValidationError][] {
  return errors.flatMap((error): [string, ValidationError][] => {
    const path = prefix + error.property;
    return error.children?.length ? leaves(error.children, `${path}.`) : [[path, error]];
  });
}

function told({ constraints = {}, value }: ValidationError, language: string): string {
  const names = Object.keys(constraints);
  const isBlank = value === undefined || (typeof value === 'string' && value.trim() === '');
  if (isBlank && !names.includes('whitelistValidation')) {
    return say(language, 'field.isNotEmpty');
  }
  const known = Object.entries(constraints)
    .map(([name, sentence]) => `field.${sideOf(name, sentence)}`)
    .find((key): key is Sentence => key in fr);
  return say(language, known ?? 'field.other', limits(constraints));
}

/** A length is refused on one side only, and the sentence tells which. */
function sideOf(name: string, sentence: string): string {
  if (name !== 'isLength') return name;
  return sentence.includes('shorter') ? 'maxLength' : 'minLength';
}

/** The numbers of class-validator's own English sentence are the constraint's limits, in order. */
function limits(constraints: Record<string, string>): Record<string, string> {
  const numbers = Object.values(constraints).join(' ').match(/\d+/g) ?? [];
  return Object.fromEntries(numbers.map((number, index) => [`constraint${index + 1}`, number]));
}

import type { ImportField } from '../domain/import-fields.js';
import { say, type Sentence } from '../words/words.js';

/** What is wrong with a line, and with which of its cells. */
export interface Problem<Field extends string = ImportField> {
  field: Field | null;
  code: Sentence;
  facts: Record<string, unknown>;
}

/** Why a row, or a whole file, can't be taken; the message is for the shell. */
export class RowProblem extends Error {
  constructor(readonly problems: Problem[]) {
    super(problems.map(({ code, facts }) => say('en', code, facts)).join('; '));
  }

  /** One problem, of the row as a whole unless a field is named. */
  static of(
    code: Sentence,
    facts: Record<string, unknown> = {},
    field: ImportField | null = null,
  ): RowProblem {
    return new RowProblem([{ field, code, facts }]);
  }
}

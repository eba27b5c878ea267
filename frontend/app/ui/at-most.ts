import { maxLengthError, validate, type SchemaPath } from '@angular/forms/signals';

/**
 * A text of so many signs at most, which says so when there are more. `maxLength` also has the
 * browser cut what is pasted, without a word: half of somebody's letter would be lost unseen.
 *
 *     atMost(path.body, bodyMaximum);
 */
export function atMost(path: SchemaPath<string>, most: number): void {
  validate(path, ({ value }) => (value().length > most ? maxLengthError(most) : undefined));
}

import type { FieldTree, TreeValidationResult } from '@angular/forms/signals';
import { ApiError } from '../session/api-error';

/**
 * Puts the server's sentences beside the fields they speak of; what `submit`'s action returns:
 *
 *     submit(this.form, async (form) => {
 *       try { await …; } catch (error) { return serverErrors(form, error, this.failure); }
 *       return undefined;
 *     });
 *
 * The first of those fields receives the focus. What speaks of no field of this form goes to `rest`, for <boucle-error-state>.
 */
export function serverErrors<Model extends object>(
  form: FieldTree<Model>,
  error: unknown,
  rest: { set(error: unknown): void },
): TreeValidationResult {
  const sentences = error instanceof ApiError ? (error.details.fields ?? {}) : {};
  const fields = form as unknown as Record<string, FieldTree<unknown> | undefined>;
  const told = Object.entries(sentences).flatMap(([name, message]) => {
    const fieldTree = fields[name];
    return fieldTree ? [{ fieldTree, kind: 'server', message }] : [];
  });
  rest.set(told.length > 0 ? null : error);
  // Once the form knows of them: until then the fields are still those that could be sent.
  setTimeout(() => told[0]?.fieldTree().focusBoundControl());
  return told;
}

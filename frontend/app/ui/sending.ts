import type { FieldTree, FormSubmitOptions } from '@angular/forms/signals';
import { serverErrors } from './server-errors';

/**
 * What a form does once it is sent: leads to the first thing to mend, or sends, and puts the
 * server's sentences beside the fields they speak of; the others go to `failure`.
 *
 *     protected readonly form = form(this.model, schema, {
 *       submission: sending(() => this.send(), this.failure),
 *     });
 */
export function sending<Model extends object>(
  send: () => Promise<unknown>,
  failure: { set(error: unknown): void },
): FormSubmitOptions<Model, unknown> {
  return {
    action: async (sent) => {
      failure.set(null);
      try {
        await send();
        return undefined;
      } catch (error) {
        return serverErrors(sent as FieldTree<Model>, error, failure);
      }
    },
    onInvalid: (root) => root().errorSummary()[0]?.fieldTree().focusBoundControl(),
  };
}

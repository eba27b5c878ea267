import type { FieldTree, FormSubmitOptions, ReadonlyFieldState } from '@angular/forms/signals';
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
    onInvalid: (root) => leadTo(root().errorSummary()[0]?.fieldTree()),
  };
}

/** Gives the focus to what is to be mended, unfolding what hides it. */
function leadTo(field?: ReadonlyFieldState<unknown>): void {
  for (const { element } of field?.formFieldBindings() ?? []) unfold(element);
  field?.focusBoundControl();
}

function unfold(element: Element): void {
  const folded = element.closest<HTMLDetailsElement>('details:not([open])');
  if (!folded) return;
  folded.open = true;
  unfold(folded);
}

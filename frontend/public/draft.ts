import { keep, recall } from './kept';

const prefix = 'boucle.draft.';

/**
 * What somebody was typing, kept until it is sent: a reload, a call or a flat battery must not cost
 * them their words. It lives in the tab only, so that the next person on a shared device finds
 * nothing once the tab is closed.
 */
export function keepDraft(form: HTMLFormElement): void {
  const { draft, shownAgain } = form.dataset;
  if (draft === undefined) return;
  const name = prefix + draft;
  const kept = recall(name);
  const notice = form.querySelector<HTMLElement>('[data-kept]');
  // What the server gives back is newer than what was kept.
  if (kept !== null && shownAgain === undefined && restore(form, kept)) notice!.hidden = false;
  const save = () => keep(name, typedIn(form));
  form.addEventListener('input', save);
  form.addEventListener('change', save);
  notice?.querySelector('button')?.addEventListener('click', () => {
    keep(name, null);
    form.reset();
    notice.hidden = true;
    form.querySelector<HTMLElement>('input:not([type="hidden"])')?.focus();
  });
}

/** What was sent need not be kept. */
export function dropDraft(draft: string): void {
  keep(prefix + draft, null);
}

type Control = HTMLInputElement | HTMLTextAreaElement;

const controlsOf = (form: HTMLFormElement): Control[] => [
  ...form.querySelectorAll<Control>('input:not([type="hidden"], [type="file"]), textarea'),
];

const isMark = (control: Control): control is HTMLInputElement =>
  control.type === 'radio' || control.type === 'checkbox';

function typedIn(form: HTMLFormElement): string | null {
  const typed = controlsOf(form).flatMap((control) =>
    isMark(control)
      ? control.checked
        ? [[control.name, control.value]]
        : []
      : control.value
        ? [[control.name, control.value]]
        : [],
  );
  return JSON.stringify(Object.fromEntries(typed));
}

function restore(form: HTMLFormElement, kept: string): boolean {
  let typed: Record<string, unknown>;
  try {
    typed = JSON.parse(kept) as Record<string, unknown>;
  } catch {
    return false;
  }
  for (const control of controlsOf(form)) {
    const value = typed[control.name];
    if (isMark(control)) control.checked = value === control.value;
    else if (typeof value === 'string') control.value = value;
  }
  return Object.keys(typed).some((name) => name !== 'reporter');
}

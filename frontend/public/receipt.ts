import { dropDraft } from './draft';

/** On the page that thanks: the code copied or printed, and what was sent forgotten. */
export function offerCopyAndPrint(): void {
  const sent = document.querySelector<HTMLElement>('[data-sent]')?.dataset['sent'];
  if (sent !== undefined) dropDraft(sent);

  const print = document.querySelector<HTMLButtonElement>('[data-print]');
  print?.removeAttribute('hidden');
  print?.addEventListener('click', () => window.print());

  const copy = document.querySelector<HTMLButtonElement>('[data-copy]');
  const outcome = document.querySelector('[data-copy-outcome]');
  // Browsers refuse the clipboard to pages that are not served over https.
  if (!copy || !navigator.clipboard) return;
  copy.hidden = false;
  copy.addEventListener('click', () => {
    const { copied = '', failed = '' } = copy.dataset;
    const say = (sentence: string) => outcome && (outcome.textContent = sentence);
    navigator.clipboard.writeText(copy.dataset['copy'] ?? '').then(
      () => say(copied),
      () => say(failed),
    );
  });
}

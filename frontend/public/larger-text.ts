import { keep, recall } from './kept';

const name = 'boucle.larger';
/** A quarter more at each step; the pages are measured in the letters' own size. */
const sizes = ['', '125%', '150%', '200%'];

/** A button that makes the letters larger, step by step, and back again. */
export function offerLargerText(): void {
  let step = Number(recall(name)) || 0;
  const button = document.querySelector<HTMLButtonElement>('[data-larger]');
  const wear = () => {
    document.documentElement.style.fontSize = sizes[step] ?? '';
    button?.setAttribute('aria-pressed', String(step > 0));
  };
  wear();
  if (!button) return;
  show(button);
  button.addEventListener('click', () => {
    step = (step + 1) % sizes.length;
    keep(name, step > 0 ? String(step) : null);
    wear();
  });
}

/** Shows a comfort, and the place where they stand together. */
export function show(button: HTMLElement): void {
  button.hidden = false;
  button.closest<HTMLElement>('[data-comfort]')?.removeAttribute('hidden');
}

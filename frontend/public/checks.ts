type Control = HTMLInputElement | HTMLTextAreaElement;

const fieldsOf = (form: HTMLFormElement): HTMLElement[] => [
  ...form.querySelectorAll<HTMLElement>('[data-needed], [data-address]'),
];

const controlsOf = (field: HTMLElement): Control[] => [
  ...field.querySelectorAll<Control>('input, textarea'),
];

/** Says beside a field what is missing, once somebody has left it; the server has the last word. */
export function checkFields(form: HTMLFormElement): void {
  for (const field of fieldsOf(form)) {
    field.addEventListener('change', () => oncePressed(() => tell(field)));
    field.addEventListener('input', () => {
      if (field.querySelector('.error')?.textContent) tell(field);
    });
  }
}

let isPressed = false;
addEventListener('pointerdown', () => (isPressed = true), true);
for (const end of ['pointerup', 'pointercancel']) {
  addEventListener(end, () => (isPressed = false), true);
}

/** A sentence that appears under a finger would push away the button that it is pressing. */
function oncePressed(deed: () => void): void {
  if (isPressed) addEventListener('pointerup', () => setTimeout(deed), { once: true });
  else deed();
}

/** Tells everything that is missing, and leads to the first; true where nothing is. */
export function isComplete(form: HTMLFormElement): boolean {
  const wrong = fieldsOf(form).filter((field) => !tell(field));
  controlsOf(wrong[0] ?? document.createElement('p'))[0]?.focus();
  return wrong.length === 0;
}

/** Writes what is wrong with a field under it; true where nothing is. */
function tell(field: HTMLElement): boolean {
  const sentence = wrongWith(field);
  const place = field.querySelector('.error');
  if (place && place.textContent !== sentence) place.textContent = sentence;
  for (const control of controlsOf(field)) {
    if (control.type === 'radio') continue;
    if (sentence) control.setAttribute('aria-invalid', 'true');
    else control.removeAttribute('aria-invalid');
  }
  return sentence === '';
}

function wrongWith(field: HTMLElement): string {
  const { needed, address } = field.dataset;
  const controls = controlsOf(field);
  const isFilled = controls.some((control) =>
    control.type === 'radio' ? (control as HTMLInputElement).checked : control.value.trim() !== '',
  );
  if (needed !== undefined && !isFilled) return needed;
  const isAddress = controls.every(({ validity }) => !validity.typeMismatch);
  return address !== undefined && !isAddress ? address : '';
}

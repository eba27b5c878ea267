/** What browsers offer of the Web Speech API's newer half, which their typings lack. */
interface Recognition extends EventTarget {
  lang: string;
  continuous: boolean;
  processLocally: boolean;
  start(): void;
  stop(): void;
}

interface Local {
  langs: string[];
  processLocally: true;
}

interface RecognitionClass {
  new (): Recognition;
  readonly prototype: Recognition;
  available(where: Local): Promise<'available' | 'downloadable' | 'downloading' | 'unavailable'>;
  install(where: Local): Promise<boolean>;
}

interface Heard extends Event {
  resultIndex: number;
  results: ArrayLike<{ isFinal: boolean; 0?: { transcript: string } }>;
}

/**
 * Writes down what is said, only where the device itself listens: a voice must not leave for a third
 * party, and most browsers send it to one. Whether it knows the language is asked once somebody wants
 * to speak, as the answer may be to fetch it.
 */
export function offerDictation(form: HTMLFormElement): void {
  const place = form.querySelector<HTMLElement>('[data-dictate]');
  const area = form.querySelector('textarea');
  const { SpeechRecognition: Speech } = window as { SpeechRecognition?: RecognitionClass };
  if (!place || !area || !Speech || !('processLocally' in Speech.prototype)) return;
  const button = place.querySelector('button')!;
  const words = button.querySelector('span')!;
  const told = place.querySelector('[role="status"]')!;
  const dictate = words.textContent ?? '';
  let recognition: Recognition | null = null;

  const turn = (listening: Recognition | null) => {
    recognition = listening;
    words.textContent = listening ? (place.dataset['stop'] ?? '') : dictate;
    told.textContent = listening ? (place.dataset['listening'] ?? '') : '';
  };
  const giveUp = () => {
    turn(null);
    button.hidden = true;
    told.textContent = place.dataset['deaf'] ?? '';
    area.focus();
  };
  const listen = async () => {
    if (!(await knows(Speech, document.documentElement.lang))) return giveUp();
    const listening = listener(Speech, area);
    listening.addEventListener('end', () => turn(null));
    listening.addEventListener('error', giveUp);
    listening.start();
    turn(listening);
  };
  button.addEventListener('click', () => {
    if (recognition) recognition.stop();
    else listen().catch(giveUp);
  });
  place.hidden = false;
}

async function knows(Speech: RecognitionClass, language: string): Promise<boolean> {
  const where: Local = { langs: [language], processLocally: true };
  const state = await Speech.available(where);
  return state === 'available' || (state !== 'unavailable' && Speech.install(where));
}

function listener(Speech: RecognitionClass, area: HTMLTextAreaElement): Recognition {
  const recognition = new Speech();
  recognition.lang = document.documentElement.lang;
  recognition.continuous = true;
  recognition.processLocally = true;
  recognition.addEventListener('result', (event) => {
    const { results, resultIndex } = event as Heard;
    const heard = Array.from(results)
      .slice(resultIndex)
      .filter(({ isFinal }) => isFinal)
      .map((result) => result[0]?.transcript.trim() ?? '');
    area.value = [area.value.trimEnd(), ...heard].filter(Boolean).join(' ');
    area.dispatchEvent(new Event('input', { bubbles: true }));
  });
  return recognition;
}

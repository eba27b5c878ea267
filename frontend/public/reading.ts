import { show } from './larger-text';

/** A sentence as it stands in the page. */
interface Sentence {
  text: string;
  block: HTMLElement;
  range: Range;
}

const readable = 'h1, h2, p, legend, label, li, .written, .verbatim';

/**
 * Reads the page aloud, sentence by sentence, with the current one marked. Only a voice of the device
 * itself is used: another would send what stands on the page to whoever lends it.
 */
export function offerReading(): void {
  const button = document.querySelector<HTMLButtonElement>('[data-read]');
  if (!button || !('speechSynthesis' in window)) return;
  const language = document.documentElement.lang;
  const voice = () =>
    speechSynthesis
      .getVoices()
      .find((voice) => voice.localService && voice.lang.toLowerCase().startsWith(language));
  const offer = () => {
    if (voice()) show(button);
  };
  offer();
  speechSynthesis.addEventListener('voiceschanged', offer);

  const words = button.querySelector('span');
  const read = words?.textContent ?? '';
  let reading = 0;
  const stop = () => {
    reading += 1;
    speechSynthesis.cancel();
    mark(null);
    if (words) words.textContent = read;
  };
  const speak = ([sentence, ...others]: Sentence[], turn: number): void => {
    if (turn !== reading) return;
    if (!sentence) return stop();
    const utterance = new SpeechSynthesisUtterance(sentence.text);
    utterance.lang = language;
    utterance.voice = voice() ?? null;
    utterance.rate = 0.9;
    utterance.onend = () => speak(others, turn);
    utterance.onerror = () => turn === reading && stop();
    mark(sentence);
    speechSynthesis.speak(utterance);
  };
  button.addEventListener('click', () => {
    if (words && words.textContent !== read) return stop();
    reading += 1;
    if (words) words.textContent = button.dataset['stop'] ?? '';
    speak(sentencesOf(document.querySelector('main'), language), reading);
  });
  addEventListener('pagehide', stop);
  addEventListener('keydown', ({ key }) => {
    if (key === 'Escape' && words?.textContent !== read) stop();
  });
}

/** The sentences of the page in their order, each read once. */
function sentencesOf(main: HTMLElement | null, language: string): Sentence[] {
  const blocks = [...(main?.querySelectorAll<HTMLElement>(readable) ?? [])].filter(
    (block) => block.checkVisibility() && !block.closest('.trap') && !block.querySelector(readable),
  );
  return blocks.flatMap((block) => sentencesIn(block, language));
}

function sentencesIn(block: HTMLElement, language: string): Sentence[] {
  const walker = document.createTreeWalker(block, NodeFilter.SHOW_TEXT, ({ parentElement }) =>
    parentElement?.checkVisibility() ? NodeFilter.FILTER_ACCEPT : NodeFilter.FILTER_REJECT,
  );
  const texts: Text[] = [];
  while (walker.nextNode()) texts.push(walker.currentNode as Text);
  const whole = texts.map(({ data }) => data).join('');
  return [...cut(whole, language)].flatMap(({ segment, index }) => {
    if (!/[\p{L}\p{N}]/u.test(segment)) return [];
    const range = document.createRange();
    place(texts, index, (text, at) => range.setStart(text, at));
    place(texts, index + segment.trimEnd().length, (text, at) => range.setEnd(text, at));
    return { text: segment, block, range };
  });
}

function cut(whole: string, language: string): Iterable<{ segment: string; index: number }> {
  if (!('Segmenter' in Intl)) return [{ segment: whole, index: 0 }];
  return new Intl.Segmenter(language, { granularity: 'sentence' }).segment(whole);
}

/** Finds the text that holds a position of all of them together. */
function place(texts: Text[], position: number, put: (text: Text, at: number) => void): void {
  let left = position;
  for (const text of texts) {
    if (left <= text.length) return put(text, left);
    left -= text.length;
  }
}

let marked: HTMLElement | null = null;

function mark(sentence: Sentence | null): void {
  const paints = 'highlights' in CSS;
  if (paints) CSS.highlights.delete('read-aloud');
  marked?.classList.remove('read-aloud');
  marked = null;
  if (!sentence) return;
  if (paints) CSS.highlights.set('read-aloud', new Highlight(sentence.range));
  else (marked = sentence.block).classList.add('read-aloud');
  const calm = matchMedia('(prefers-reduced-motion: reduce)').matches;
  sentence.block.scrollIntoView({ block: 'nearest', behavior: calm ? 'auto' : 'smooth' });
}

/** The sentences of one language, by their names. */
type Sentences = Record<string, string>;

/** What the server wrote into the page: every sentence in every language, as the network may be down. */
interface Written {
  languages: Record<string, { direction: string; sentences: Sentences }>;
  /** What only staff reads. */
  staff: Sentences;
}

const place = document.getElementById('kiosk-words');
const written = JSON.parse(place?.textContent ?? '{}') as Written;
/** The language that the page came in, and goes back to for the next person. */
const home = document.documentElement.lang;

/** The language that is spoken now. */
export const spokenNow = (): string => document.documentElement.lang;

/** A sentence for whoever is there. */
export const say = (name: string): string => written.languages[spokenNow()]?.sentences[name] ?? '';

/** A sentence for staff, with its facts filled in. */
export const sayToStaff = (name: string, facts: Record<string, string | number> = {}): string =>
  (written.staff[name] ?? '').replace(
    /\{\{(\w+)\}\}/g,
    (_, fact: string) => `${facts[fact] ?? ''}`,
  );

/** Rewrites the page in a language; without one, in its own. */
export function speak(language = home): void {
  const { direction = 'ltr' } = written.languages[language] ?? {};
  document.documentElement.lang = language;
  document.documentElement.dir = direction;
  for (const element of document.querySelectorAll<HTMLElement>('[data-t]')) {
    element.textContent = say(element.dataset['t'] ?? '');
  }
  for (const button of document.querySelectorAll<HTMLElement>('[data-language]')) {
    button.setAttribute('aria-pressed', String(button.dataset['language'] === language));
  }
}

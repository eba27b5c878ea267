import { newFollowUpCode } from '../../backend/domain/codes';
import { Idle } from './kiosk-idle';
import { keepWord, type Word } from './kiosk-store';
import { say, speak, spokenNow } from './kiosk-words';

type Screen = 'kind' | 'words' | 'faces' | 'contact' | 'thanks';

/** Lets one person after the other speak, one question at a time; nothing stays of the one before. */
export function takeTurns(): void {
  const form = document.querySelector<HTMLFormElement>('[data-kiosk]');
  const asking = document.querySelector<HTMLDialogElement>('[data-still-there]');
  if (form && asking) new Turn(form, asking).begin();
}

class Turn {
  private kind = '';
  /** What a face stands for, where somebody would rather not write. */
  private face = '';
  private isSending = false;
  private readonly idle: Idle;
  private readonly body: HTMLTextAreaElement;
  private readonly email: HTMLInputElement;
  private readonly phone: HTMLInputElement;
  private readonly wall: HTMLInputElement;

  constructor(
    private readonly form: HTMLFormElement,
    asking: HTMLDialogElement,
  ) {
    this.idle = new Idle(asking, () => this.begin());
    this.body = this.part('[name="body"]');
    this.email = this.part('[name="email"]');
    this.phone = this.part('[name="phone"]');
    this.wall = this.part('[name="wallConsent"]');
    this.listen();
  }

  /** The start, for the next person. */
  begin(): void {
    this.form.reset();
    this.kind = this.face = '';
    this.part('[data-code]').textContent = '';
    speak();
    this.show('kind');
  }

  private listen(): void {
    const { form } = this;
    form.addEventListener('submit', (event) => {
      event.preventDefault();
      void this.send();
    });
    form.addEventListener('click', ({ target }) => {
      const button = (target as Element).closest('button');
      if (button) this.choose(button.dataset);
    });
    // What was written for one person must not come back for another.
    addEventListener('pageshow', ({ persisted }) => persisted && this.begin());
  }

  private choose({ language, kind, face, go, next, end }: DOMStringMap): void {
    if (language !== undefined) {
      speak(language);
      this.idle.watch(true);
    }
    if (kind !== undefined) this.askFor(kind);
    if (next !== undefined) this.goOn();
    if (face !== undefined) this.feel(face);
    if (go !== undefined) this.show(go as Screen);
    if (end !== undefined) this.begin();
  }

  private askFor(kind: string): void {
    this.kind = kind;
    const question = this.part('[data-question]');
    question.dataset['t'] = `public.tell.body.${kind}`;
    question.textContent = say(question.dataset['t']);
    this.show('words');
  }

  private goOn(): void {
    if (this.body.value.trim() === '') {
      this.complain('body', say('public.kiosk.wordsMissing'));
      this.body.focus();
      return;
    }
    this.face = '';
    this.show('contact');
  }

  private feel(face: string): void {
    this.face = face;
    this.show('contact');
  }

  private async send(): Promise<void> {
    if (this.isSending || !this.hasGoodAddress()) return;
    this.isSending = true;
    const { word } = this;
    try {
      const since = new Date().toISOString();
      const key = this.form.dataset['key'] ?? '';
      await keepWord({ key, language: spokenNow(), since, word });
      this.part('[data-code]').textContent = word.followUpCode;
      this.erase();
      this.show('thanks');
    } catch {
      this.complain('contact', say('public.kiosk.notKept'));
    } finally {
      this.isSending = false;
    }
  }

  private get word(): Word {
    const [email, phone] = [this.email.value.trim(), this.phone.value.trim()];
    const isWritten = this.face === '';
    return {
      ...{ kind: this.kind, body: isWritten ? this.body.value.trim() : this.face },
      ...(email && { email }),
      ...(phone && { phone }),
      ...(isWritten && this.wall.checked && { wallConsent: true }),
      followUpCode: newFollowUpCode(),
    };
  }

  private hasGoodAddress(): boolean {
    const address = this.email.value.trim();
    const isGood = address === '' || (this.email.validity.valid && /\.[^.@\s]{2,}$/.test(address));
    this.complain('email', isGood ? '' : say('field.isEmail'));
    if (!isGood) this.email.focus();
    return isGood;
  }

  private complain(place: string, sentence: string): void {
    this.part(`[data-error="${place}"]`).textContent = sentence;
    const control = this.form.querySelector(`[name="${place}"]`);
    if (sentence) control?.setAttribute('aria-invalid', 'true');
    else control?.removeAttribute('aria-invalid');
  }

  private erase(): void {
    this.form.reset();
    this.kind = this.face = '';
  }

  private show(screen: Screen): void {
    for (const place of ['body', 'email', 'contact']) this.complain(place, '');
    for (const section of this.form.querySelectorAll<HTMLElement>('[data-screen]')) {
      section.hidden = section.dataset['screen'] !== screen;
    }
    this.part('[data-wall]').hidden = this.face !== '';
    // Nobody is missed where nothing was begun, unless another language was chosen.
    this.idle.watch(screen !== 'kind');
    scrollTo(0, 0);
    this.part(`[data-screen="${screen}"] h1`).focus({ preventScroll: true });
  }

  private part<Kind extends HTMLElement>(selector: string): Kind {
    const part = this.form.querySelector<Kind>(selector);
    if (!part) throw new Error(`The page has no ${selector}.`);
    return part;
  }
}

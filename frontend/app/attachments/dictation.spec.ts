import { TestBed, type ComponentFixture } from '@angular/core/testing';
import { I18n } from '../i18n/i18n';
import { Dictation } from './dictation';

type Offer = 'unavailable' | 'downloadable' | 'available';

/** A browser that hears on the device, as far as it is asked. */
class Engine {
  static offer: Offer = 'available';
  static asked: unknown[] = [];
  static installed = 0;
  static last: Engine;
  static available = (asked: unknown): Promise<Offer> => {
    Engine.asked.push(asked);
    return Promise.resolve(Engine.offer);
  };
  static install = (): Promise<boolean> => {
    Engine.installed += 1;
    return Promise.resolve(true);
  };
  lang = '';
  processLocally!: boolean;
  started = 0;
  onresult: ((event: object) => void) | null = null;
  onend: (() => void) | null = null;
  onerror: ((event: { error: string }) => void) | null = null;
  constructor() {
    Engine.last = this;
  }
  start(): void {
    this.started += 1;
  }
  stop(): void {
    this.onend?.();
  }
  abort(): void {
    this.onend?.();
  }
  say(transcript: string, isFinal = true): void {
    this.onresult?.({ resultIndex: 0, results: [Object.assign([{ transcript }], { isFinal })] });
  }
}
Object.defineProperty(Engine.prototype, 'processLocally', { value: false, writable: true });

describe('dictation', () => {
  let fixture: ComponentFixture<Dictation>;
  const area = document.createElement('textarea');
  const view = window as unknown as { SpeechRecognition?: unknown };

  async function draw(engine: unknown, microphones = 1): Promise<HTMLButtonElement | null> {
    if (engine) view.SpeechRecognition = engine;
    const kinds = Array.from({ length: microphones }, () => ({ kind: 'audioinput' }));
    Object.defineProperty(navigator, 'mediaDevices', {
      value: { enumerateDevices: () => Promise.resolve(kinds) },
      configurable: true,
    });
    await TestBed.inject(I18n).load('attachments');
    fixture = TestBed.createComponent(Dictation);
    fixture.componentRef.setInput('into', area);
    await fixture.whenStable();
    await new Promise((settled) => setTimeout(settled));
    await fixture.whenStable();
    return (fixture.nativeElement as HTMLElement).querySelector('button');
  }
  const press = async (button: HTMLButtonElement | null): Promise<void> => {
    button?.click();
    await new Promise((settled) => setTimeout(settled));
    await fixture.whenStable();
  };
  const text = () => (fixture.nativeElement as HTMLElement).textContent;

  beforeEach(() => {
    area.value = '';
    Engine.offer = 'available';
    Engine.asked = [];
    Engine.installed = 0;
  });
  afterEach(() => {
    delete view.SpeechRecognition;
    Reflect.deleteProperty(navigator, 'mediaDevices');
  });

  class SendsAway {
    static available = (): Promise<string> => Promise.resolve('available');
  }
  class Old {
    processLocally = false;
  }

  it.each([
    ['there is none', null],
    ['it can’t tell where it hears', Old],
    ['it can’t be kept on the device', SendsAway],
  ])('is not offered where %s', async (_, engine) => {
    expect(await draw(engine)).toBeNull();
  });

  it('is not offered without a microphone, nor where the language is missing', async () => {
    expect(await draw(Engine, 0)).toBeNull();
    expect(Engine.asked).toEqual([]);
    Engine.offer = 'unavailable';
    expect(await draw(Engine)).toBeNull();
  });

  it('writes at the cursor what is heard on the device, and says that it listens', async () => {
    const button = await draw(Engine);
    area.value = 'La porte . Fin';
    area.setSelectionRange(8, 9);
    let typed = 0;
    area.addEventListener('input', () => (typed += 1));
    await press(button);
    expect(Engine.asked).toContainEqual({ langs: ['fr-FR'], processLocally: true });
    expect(Engine.last).toMatchObject({ processLocally: true, lang: 'fr-FR', started: 1 });
    expect(button?.getAttribute('aria-pressed')).toBe('true');
    expect(text()).toContain('Rien ne quitte cet appareil');
    Engine.last.say('est lou', false);
    expect(area.value).toBe('La porte . Fin');
    Engine.last.say(' est lourde');
    expect([area.value, typed]).toEqual(['La porte est lourde. Fin', 1]);
    await press(button);
    expect(button?.getAttribute('aria-pressed')).toBe('false');
    expect(text()).toContain('arrêtée');
  });

  it('fetches the language first where it is missing, and says what did not work', async () => {
    Engine.offer = 'downloadable';
    const button = await draw(Engine);
    await press(button);
    expect(Engine.installed).toBe(1);
    Engine.last.onerror?.({ error: 'not-allowed' });
    await fixture.whenStable();
    expect(text()).toContain('Écrivez au clavier');
  });
});

/** What is used of a browser's speech recognition. */
export interface Recognition {
  lang: string;
  continuous: boolean;
  interimResults: boolean;
  processLocally: boolean;
  onresult: ((event: Heard) => void) | null;
  onerror: ((event: { error: string }) => void) | null;
  onend: (() => void) | null;
  start(): void;
  stop(): void;
  abort(): void;
}

interface Heard {
  resultIndex: number;
  results: ArrayLike<ArrayLike<{ transcript: string }> & { isFinal: boolean }>;
}

interface Asked {
  langs: string[];
  processLocally: true;
}

interface RecognitionClass {
  new (): Recognition;
  available?(asked: Asked): Promise<'unavailable' | 'downloadable' | 'downloading' | 'available'>;
  install?(asked: Asked): Promise<boolean>;
}

/** Speech recognition that runs on the device. */
export interface OnDeviceRecognition {
  offers(locale: string): Promise<boolean>;
  /** Fetches the language where the browser lacks it: what is said is not sent for that. */
  prepare(locale: string): Promise<boolean>;
  make(locale: string): Recognition;
}

/** Null where the browser has none; one that can't tell where it hears is one that sends it away. */
export function onDeviceRecognition(window: object | null): OnDeviceRecognition | null {
  const { SpeechRecognition: Engine } = (window ?? {}) as {
    SpeechRecognition?: RecognitionClass;
  };
  if (!Engine?.available || !('processLocally' in Engine.prototype)) return null;
  const asked = (locale: string): Asked => ({ langs: [locale], processLocally: true });
  const available = async (locale: string) => Engine.available?.(asked(locale));
  return {
    offers: async (locale) => {
      const found = await available(locale);
      return found === 'available' || (found === 'downloadable' && Engine.install !== undefined);
    },
    prepare: async (locale) =>
      (await available(locale)) === 'available' ||
      ((await Engine.install?.(asked(locale))) ?? false),
    make: (locale) =>
      Object.assign(new Engine(), {
        lang: locale,
        continuous: true,
        interimResults: false,
        processLocally: true,
      }),
  };
}

import { computed, effect, signal, type Resource } from '@angular/core';

/** What the columns and the words of a file are taken for. */
interface TakenFor<Field, Worded> {
  fields: (Field | '')[];
  values: { field: Worded; text: string; to: string }[];
}

/** A file as it would be read. */
interface FileDraft<Worded, Mapping> {
  columns: unknown[];
  mapping: Mapping | null;
  unknown: { field: Worded; text: string; count: number }[];
}

/** How a file is read, while it is being settled with the server, choice by choice. */
export class FileReading<
  Field extends string,
  Worded extends string,
  Mapping extends TakenFor<Field, Worded>,
  Draft extends FileDraft<Worded, Mapping>,
> {
  readonly draft = signal<Draft | null>(null);
  readonly mapping = signal<Mapping | null>(null);
  readonly failure = signal<unknown>(null);
  /** Whether it was asked to come in while nothing of it can. */
  readonly refusing = signal(false);

  /** The words that needed a meaning, whether they have one by now or not. */
  readonly words = computed(() => [
    ...(this.mapping()?.values ?? []).map((value) => ({ ...value, count: 0, open: false })),
    ...(this.draft()?.unknown ?? []).map((word) => ({ ...word, to: '', open: true })),
  ]);

  private last = 0;
  private before: Promise<unknown> = Promise.resolve();

  constructor(
    read: Resource<Draft | undefined>,
    private readonly send: (mapping: Mapping) => Promise<Draft>,
  ) {
    effect(() => {
      if (read.hasValue()) this.show(read.value());
    });
  }

  /** Once all that was chosen has arrived. */
  arrived(): Promise<unknown> {
    return this.before;
  }

  column(at: number, field: string): void {
    this.choose((mapping) => ({
      ...mapping,
      fields: (this.draft()?.columns ?? []).map((_, place) =>
        place === at ? (field as Field | '') : (mapping.fields[place] ?? ''),
      ),
    }));
  }

  decide(field: string, text: string, to: string): void {
    this.choose((mapping) => {
      const others = mapping.values.filter((one) => one.field !== field || one.text !== text);
      const meaning = { field: field as Worded, text, to };
      return { ...mapping, values: to === 'none' ? others : [...others, meaning] };
    });
  }

  /** What is chosen shows at once; choices leave one after the other, so that the last one stays. */
  choose(change: (mapping: Mapping) => Mapping): void {
    const before = this.mapping();
    if (!before) return;
    const mapping = change(before);
    this.mapping.set(mapping);
    this.refusing.set(false);
    const turn = ++this.last;
    const sent = this.before.then(() => this.send(mapping));
    this.before = sent.catch(() => undefined);
    sent.then(
      (draft) => {
        if (turn !== this.last) return;
        this.failure.set(null);
        this.show(draft);
      },
      (error: unknown) => {
        if (turn === this.last) this.failure.set(error);
      },
    );
  }

  private show(draft: Draft): void {
    this.draft.set(draft);
    this.mapping.set(draft.mapping);
  }
}

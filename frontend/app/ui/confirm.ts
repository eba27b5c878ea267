import { Service, signal } from '@angular/core';

export interface Question {
  /** What will happen, as a question: « Fermer l’EHPAD Les Tilleuls ? ». */
  title: string;
  /** What it changes, and for whom. */
  text: string;
  /** The verb of the button: « Fermer le service ». */
  verb: string;
  /** Whether it can't be undone at all. */
  danger?: boolean;
}

/**
 * Asks once, naming what will happen; only for what can't be undone (else, do it and show a toast).
 *
 *     if (await this.confirm.ask({ title, text, verb, danger: true })) …
 */
@Service()
export class Confirm {
  private readonly asked = signal<{ question: Question; answer: (yes: boolean) => void } | null>(
    null,
  );

  readonly pending = this.asked.asReadonly();

  ask(question: Question): Promise<boolean> {
    this.answer(false);
    return new Promise((answer) => this.asked.set({ question, answer }));
  }

  answer(yes: boolean): void {
    this.asked()?.answer(yes);
    this.asked.set(null);
  }
}

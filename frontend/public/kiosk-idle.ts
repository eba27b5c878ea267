/** How long nobody may touch the tablet before it asks, and how long it then waits, in milliseconds. */
const untouched = 60_000;
/** As long as WCAG 2.2.1 asks: whoever reads slowly must have the time to say that they are there. */
const toAnswer = 20_000;

/** Watches whether somebody is still there; asks before it calls them gone. */
export class Idle {
  private clock: ReturnType<typeof setTimeout> | undefined;
  private isWatching = false;

  constructor(
    private readonly asking: HTMLDialogElement,
    private readonly gone: () => void,
  ) {
    for (const sign of ['pointerdown', 'click', 'keydown', 'input', 'scroll']) {
      addEventListener(sign, () => this.notice(sign), { capture: true, passive: true });
    }
    // Escape closes a dialog without a key being told of on some tablets.
    asking.addEventListener('close', () => !asking.open && this.someoneIsHere());
  }

  /** Starts or stops watching: nobody is missed on a page where nothing was begun. */
  watch(isWatching: boolean): void {
    this.isWatching = isWatching;
    this.someoneIsHere();
  }

  private notice(sign: string): void {
    // The question goes away once it is touched, and not before: what is under it must not be.
    if (!this.asking.open || sign === 'click' || sign === 'keydown') this.someoneIsHere();
  }

  private someoneIsHere(): void {
    clearTimeout(this.clock);
    if (this.asking.open) this.asking.close();
    if (this.isWatching) this.clock = setTimeout(() => this.ask(), untouched);
  }

  private ask(): void {
    this.asking.showModal();
    this.clock = setTimeout(() => {
      this.watch(false);
      this.gone();
    }, toAnswer);
  }
}

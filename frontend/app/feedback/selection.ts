import { computed, signal } from '@angular/core';

/** Which rows of a list are chosen: some of those on show, or all that the filters let through. */
export class Selection {
  private readonly ids = signal<ReadonlySet<string>>(new Set());
  private readonly everything = signal(false);
  private last: string | null = null;

  readonly all = this.everything.asReadonly();
  readonly chosen = computed(() => [...this.ids()]);

  has(id: string): boolean {
    return this.everything() || this.ids().has(id);
  }

  /** Chooses one or leaves it; with shift, all those from the last one touched to this one. */
  toggle(id: string, rows: readonly string[], shift = false): void {
    const choosing = !this.has(id);
    const [from, to] = [rows.indexOf(this.last ?? id), rows.indexOf(id)].sort((a, b) => a - b);
    const span = shift && from !== undefined && from >= 0 ? rows.slice(from, (to ?? 0) + 1) : [id];
    // Leaving one of all is choosing the others that are on show.
    const ids = new Set(this.everything() ? rows : this.ids());
    for (const one of span) {
      if (choosing) ids.add(one);
      else ids.delete(one);
    }
    this.everything.set(false);
    this.ids.set(ids);
    this.last = id;
  }

  chooseRows(rows: readonly string[]): void {
    this.everything.set(false);
    this.ids.set(new Set(rows));
  }

  chooseAll(): void {
    this.everything.set(true);
  }

  clear(): void {
    this.everything.set(false);
    this.ids.set(new Set());
    this.last = null;
  }
}

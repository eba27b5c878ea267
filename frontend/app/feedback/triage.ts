import { Service, inject, signal } from '@angular/core';
import { Router } from '@angular/router';
import type { FeedbackSummaryDto } from '../../../backend/feedback/feedback.dto';

/** What is wanted of a record as soon as it is there. */
export interface Wish {
  id: string;
  deed: 'qualify' | 'dismiss';
}

/** One record after the other: what the list shows, and which of its rows comes next. */
@Service()
export class Triage {
  private readonly router = inject(Router);

  /** The rows of the list, in its order. */
  readonly rows = signal<readonly FeedbackSummaryDto[]>([]);
  readonly wish = signal<Wish | null>(null);

  /** Opens a record beside its list, and goes on to what is wanted of it. */
  open(id: string, deed?: Wish['deed']): Promise<boolean> {
    this.wish.set(deed ? { id, deed } : null);
    return this.router.navigate(['/fiches', id], { queryParamsHandling: 'preserve' });
  }

  neighbours(id: string): { previous: string | null; next: string | null } {
    const ids = this.rows().map((row) => row.id);
    const at = ids.indexOf(id);
    return {
      previous: (at > 0 && ids[at - 1]) || null,
      next: (at >= 0 && ids[at + 1]) || null,
    };
  }

  /** The next of the list that awaits its qualification: after this one, else from the top. */
  nextToQualify(id: string): string | null {
    const rows = this.rows();
    const at = rows.findIndex((row) => row.id === id);
    const turned = [...rows.slice(at + 1), ...rows.slice(0, Math.max(at, 0))];
    return turned.find((row) => row.state === 'received')?.id ?? null;
  }
}

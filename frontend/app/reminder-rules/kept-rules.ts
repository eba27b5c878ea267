import { inject, Service } from '@angular/core';
import { Session } from '../session/session';
import { dropDraft, keepDraft, readDraft } from '../ui/draft';
import type { Ruled } from './ruled';
import { draftOf, type RulesDraft } from './rules-draft';

/** Rules that were being written, and the edition that they started from. */
interface KeptRules {
  draft: RulesDraft;
  edition: string | null;
}

/** What somebody was writing of the rules of each place, kept under their name until it is saved. */
@Service()
export class KeptRulesDrafts {
  private readonly session = inject(Session);

  of(id: string | null): KeptRules | null {
    const kept = readDraft<Partial<KeptRules>>(this.address(id), {});
    if (!kept?.draft) return null;
    return { draft: kept.draft, edition: kept.edition ?? null };
  }

  /** Rules as they are saved already need not be kept. */
  keep({ id, rules, edition }: Ruled, draft: RulesDraft): void {
    if (JSON.stringify(draft) === JSON.stringify(draftOf(rules))) this.drop(id);
    else keepDraft(this.address(id), { draft, edition: this.of(id)?.edition ?? edition });
  }

  drop(id: string | null): void {
    dropDraft(this.address(id));
  }

  private address(id: string | null): string {
    return `${this.session.me()?.person.id ?? ''}.reminders.${id ?? 'everywhere'}`;
  }
}

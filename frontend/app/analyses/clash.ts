import { Component, computed, inject, input } from '@angular/core';
import { I18n } from '../i18n/i18n';
import { AnalysisDesk } from './analysis-desk';

/** Two people wrote the same thing at once: both are shown, one is chosen, nothing is lost. */
@Component({
  selector: 'boucle-clash',
  template: `
    @if (clash(); as clash) {
      <div class="card awaits" role="alert">
        <p>{{ t(clash.theirs ? 'analyses.clash.changed' : 'analyses.clash.removed') }}</p>
        @for (words of clash.words; track $index) {
          <blockquote class="written">{{ words }}</blockquote>
        }
        <div class="buttons">
          <button class="button primary" type="button" (click)="desk.resolve(of(), 'mine')">
            {{ t('analyses.clash.mine') }}
          </button>
          <button class="button" type="button" (click)="desk.resolve(of(), 'theirs')">
            {{ t(clash.theirs ? 'analyses.clash.theirs' : 'analyses.clash.letGo') }}
          </button>
        </div>
      </div>
    }
  `,
})
export class Clash {
  /** The key of what was typed: a cause's id, or the words of the analysis. */
  readonly of = input.required<string>();

  protected readonly t = inject(I18n).t;
  protected readonly desk = inject(AnalysisDesk);

  protected readonly clash = computed(() => {
    const found = this.desk.clashOf(this.of());
    if (!found) return null;
    const { theirs, fields } = found;
    const facts = Object.entries(theirs ?? {}).filter(([name]) => fields.includes(name));
    const words = facts.map(([name, value]) => this.tell(name, String(value ?? '')));
    return { theirs, words };
  });

  private tell(name: string, value: string): string {
    if (name === 'status') return this.t(`analyses.status.${value as 'supposed'}`);
    if (name === 'branch') return this.t(`analyses.branch.${value as 'methods'}`);
    if (name === 'parentId') {
      const parent = this.desk.causes().find(({ id }) => id === value);
      return parent?.wording ?? this.t('analyses.cause.onBranch');
    }
    return value;
  }
}

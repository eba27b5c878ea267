import type { ElementRef } from '@angular/core';
import { Component, inject, signal, viewChild } from '@angular/core';
import { FormField, FormRoot, form, maxLength, required } from '@angular/forms/signals';
import { participantKinds, type ParticipantKind } from '../../../backend/domain/analysis';
import { I18n } from '../i18n/i18n';
import { ErrorState } from '../ui/error-state';
import { Field } from '../ui/field';
import { Icon } from '../ui/icon';
import { sending } from '../ui/sending';
import { AnalysisDesk } from './analysis-desk';

const nobody: { kind: ParticipantKind; name: string } = { kind: 'user', name: '' };

/** Who took part: members or not, users first; whoever wishes so stays without a name. */
@Component({
  selector: 'boucle-team',
  imports: [ErrorState, Field, FormField, FormRoot, Icon],
  template: `
    <ul class="team" [attr.aria-label]="t('analyses.team.title')">
      @for (one of desk.told()?.participants; track one.id) {
        <li>
          <span>{{ one.name ?? t('analyses.nameless.' + one.kind) }}</span>
          @if (one.name) {
            <span class="small soft">{{ t('analyses.participant.' + one.kind) }}</span>
          }
          <button
            class="button quiet square"
            type="button"
            [attr.aria-label]="
              t('analyses.team.remove', { name: one.name ?? t('analyses.nameless.' + one.kind) })
            "
            (click)="leave(one.id)"
          >
            <boucle-icon name="x" />
          </button>
        </li>
      }
    </ul>
    <form class="form" [formRoot]="form">
      <div class="beside">
        <boucle-field [label]="t('analyses.team.kind')">
          <select [formField]="form.kind">
            @for (kind of kinds; track kind) {
              <option [value]="kind">{{ t('analyses.participant.' + kind) }}</option>
            }
          </select>
        </boucle-field>
        <boucle-field [label]="t('analyses.team.name')" [hint]="t('analyses.team.nameHint')">
          <input #name autocomplete="off" [formField]="form.name" />
        </boucle-field>
      </div>
      <boucle-error-state inForm [error]="failure()" />
      <div class="buttons">
        <button class="button" type="submit" [attr.aria-busy]="form().submitting()">
          <boucle-icon name="plus" /> {{ t('analyses.team.add') }}
        </button>
      </div>
    </form>
  `,
  styles: `
    :host {
      display: grid;
      gap: var(--space-4);
    }
    .team {
      display: grid;
      max-width: 38rem;
    }
    .team:empty {
      display: none;
    }
    .team li {
      display: flex;
      align-items: center;
      gap: var(--space-3);
      border-block-end: 1px solid var(--line);
      overflow-wrap: anywhere;
    }
    .team button {
      margin-inline-start: auto;
    }
  `,
})
export class Team {
  protected readonly t = inject(I18n).t as (key: string, facts?: Record<string, unknown>) => string;
  protected readonly desk = inject(AnalysisDesk);
  protected readonly kinds = participantKinds;
  protected readonly failure = signal<unknown>(null);
  private readonly model = signal(nobody);
  private readonly field = viewChild.required<ElementRef<HTMLInputElement>>('name');

  protected readonly form = form(
    this.model,
    (path) => {
      required(path.kind);
      maxLength(path.name, 120);
    },
    {
      submission: sending(() => this.add(), this.failure),
    },
  );

  protected leave(id: string): void {
    this.desk.leave(id).catch((error: unknown) => this.failure.set(error));
  }

  private async add(): Promise<void> {
    const { kind, name } = this.model();
    await this.desk.join({ kind, ...(name.trim() && { name: name.trim() }) });
    this.model.set({ kind, name: '' });
    this.form().reset();
    this.field().nativeElement.focus();
  }
}

import { Component, inject, input, signal } from '@angular/core';
import { FormField, FormRoot, form, minLength, required } from '@angular/forms/signals';
import { Router, RouterLink } from '@angular/router';
import { hasCriteria } from '../../../backend/domain/has-criteria';
import { I18n } from '../i18n/i18n';
import { Session } from '../session/session';
import { atMost } from '../ui/at-most';
import { Field } from '../ui/field';
import { Icon } from '../ui/icon';

const ways = [
  { way: 'feedback', to: '/fiches', icon: 'message-square-text', needs: 'feedback.read' },
  { way: 'survey', to: '/enquetes', icon: 'smile', needs: 'survey.read' },
  { way: 'indicator', to: '/indicateurs', icon: 'chart-line', needs: 'indicator.read' },
] as const;

/** An action comes from somewhere: the ways in, for whoever came by none. */
@Component({
  selector: 'boucle-origin-choice',
  imports: [Field, FormField, FormRoot, Icon, RouterLink],
  templateUrl: './origin-choice.html',
  styles: `
    :host {
      display: grid;
      gap: var(--space-6);
    }
    .ways {
      display: grid;
      grid-template-columns: repeat(auto-fit, minmax(min(100%, 15rem), 1fr));
      gap: var(--space-3);
    }
    .way {
      display: grid;
      grid-template-columns: auto 1fr;
      align-items: start;
      gap: var(--space-3);
      padding: var(--space-4);
      border: 1.5px solid var(--edge);
      border-radius: var(--radius);
      background: var(--surface);
      color: var(--ink);
      text-decoration: none;
    }
    .way:hover {
      border-color: var(--act);
      background: var(--act-wash);
    }
    .way boucle-icon {
      margin-block-start: 0.2rem;
      color: var(--act);
    }
    .words {
      display: grid;
    }
    form {
      max-width: var(--measure);
    }
  `,
})
export class OriginChoice {
  /** Whether what was asked for is not to be found. */
  readonly lost = input(false);

  protected readonly t = inject(I18n).t;
  protected readonly criteria = hasCriteria;
  private readonly router = inject(Router);
  private readonly session = inject(Session);

  protected readonly ways = ways.filter(({ needs }) => this.session.may(needs));

  private readonly typed = signal<Typed>({ kind: 'constat', words: '' });
  protected readonly form = form(
    this.typed,
    (path) => {
      required(path.kind);
      required(path.words);
      minLength(path.words, 2);
      atMost(path.words, 200);
    },
    { submission: { action: () => this.goOn() } },
  );

  private async goOn(): Promise<void> {
    const { kind, words } = this.typed();
    await this.router.navigate(['/actions/nouvelle'], {
      queryParams: { [kind]: words.trim() },
      queryParamsHandling: 'merge',
    });
  }
}

interface Typed {
  /** As the address names it. */
  kind: 'constat' | 'preconisation';
  words: string;
}

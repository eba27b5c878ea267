import { Component, inject, input } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import type { ActionTemplateDto } from '../../../backend/actions/action-templates.dto';
import { I18n } from '../i18n/i18n';
import { Field } from '../ui/field';

/** « Partir d'un modèle »: the address keeps the choice, through a reload and to a colleague. */
@Component({
  selector: 'boucle-template-choice',
  imports: [Field, RouterLink],
  template: `
    <boucle-field [label]="t('actions.templates.start')">
      <select #choice [value]="chosen() ?? ''" (change)="choose(choice.value)">
        <option value="" [selected]="!chosen()">{{ t('actions.templates.none') }}</option>
        @for (template of templates(); track template.id) {
          <option [value]="template.id" [selected]="template.id === chosen()">
            {{ template.name }}
          </option>
        }
      </select>
    </boucle-field>
    @if (steps() > 0) {
      <p class="small soft">{{ t('actions.templates.brings', { count: steps() }) }}</p>
    }
    <p class="small">
      <a routerLink="/modeles">{{ t('actions.templates.see') }}</a>
    </p>
  `,
  styles: `
    :host {
      display: grid;
      gap: var(--space-2);
    }
  `,
})
export class TemplateChoice {
  readonly templates = input.required<readonly ActionTemplateDto[]>();
  readonly chosen = input<string>();

  protected readonly t = inject(I18n).t;
  private readonly router = inject(Router);

  protected steps(): number {
    const template = this.templates().find(({ id }) => id === this.chosen());
    return template?.content.steps.length ?? 0;
  }

  protected choose(id: string): void {
    void this.router.navigate([], {
      queryParams: { modele: id || null },
      ...{ queryParamsHandling: 'merge', replaceUrl: true },
    });
  }
}

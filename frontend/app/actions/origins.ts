import { Component, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { OriginDto } from '../../../backend/actions/actions.dto';
import { I18n } from '../i18n/i18n';

/** Why an action exists, with the way back to each voice. */
@Component({
  selector: 'boucle-origins',
  imports: [RouterLink],
  template: `
    <section class="part">
      <h2>{{ t('actions.origins.title') }}</h2>
      <ul class="rows">
        @for (origin of origins(); track $index) {
          <li>
            @if (origin.feedback; as feedback) {
              <a class="row-link" [routerLink]="['/fiches', feedback.id]">
                <span class="row-title">{{
                  t('actions.origins.feedback', { reference: feedback.reference })
                }}</span>
                <span class="soft excerpt">{{ feedback.excerpt }}</span>
              </a>
            } @else if (origin.cause; as cause) {
              <a class="row-link" [routerLink]="['/analyses', cause.analysisId]">
                <span class="row-title">{{
                  t('actions.origins.cause', { reference: origin.reference })
                }}</span>
                <span class="soft excerpt">{{ cause.wording }}</span>
              </a>
            } @else if (origin.kind === 'analysis_cause') {
              <p class="bare-row">
                {{ t('actions.origins.causeElsewhere', { reference: origin.reference }) }}
              </p>
            } @else if (origin.kind === 'feedback') {
              <p class="bare-row">
                {{ t('actions.origins.elsewhere', { reference: origin.reference }) }}
              </p>
            } @else if (origin.survey; as survey) {
              <a class="row-link" routerLink="/enquetes">
                <span class="row-title">{{
                  t('actions.origins.survey', { name: survey.title })
                }}</span>
                @if (origin.reference !== survey.title) {
                  <span class="soft excerpt">{{ origin.reference }}</span>
                }
              </a>
            } @else if (origin.indicator; as indicator) {
              <a class="row-link" routerLink="/indicateurs">
                <span class="row-title">{{
                  t('actions.origins.indicator', { name: indicator.name })
                }}</span>
                @if (origin.reference !== indicator.name) {
                  <span class="soft excerpt">{{ origin.reference }}</span>
                }
              </a>
            } @else if (origin.kind === 'recommendation') {
              <p class="bare-row">
                {{ t('actions.origins.recommendation', { reference: origin.reference }) }}
              </p>
            } @else {
              <p class="bare-row">
                {{ t('actions.origins.audit', { reference: origin.reference }) }}
              </p>
            }
          </li>
        }
      </ul>
    </section>
  `,
  styles: `
    .excerpt {
      overflow-wrap: anywhere;
    }
    .bare-row {
      padding-block: var(--space-4);
    }
  `,
})
export class Origins {
  readonly origins = input.required<readonly OriginDto[]>();

  protected readonly t = inject(I18n).t;
}

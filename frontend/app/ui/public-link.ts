import { Component, DOCUMENT, computed, inject, input } from '@angular/core';
import { I18n } from '../i18n/i18n';
import { CopyButton } from './copy-button';
import { Icon } from './icon';

/**
 * The address of a page for the public, to read, copy and open; more buttons go inside.
 *
 *     <boucle-public-link [path]="'/p/' + unit.publicKey" [of]="unit.name" />
 */
@Component({
  selector: 'boucle-public-link',
  imports: [CopyButton, Icon],
  template: `
    <p class="address">{{ address() }}</p>
    <div class="buttons">
      <boucle-copy-button [text]="address()" [label]="t('ui.publicLink.copy')" />
      <a class="button" target="_blank" rel="noopener" [href]="path()">
        <boucle-icon name="external-link" /> {{ t('ui.publicLink.open') }}
        <span class="visually-hidden">{{ of() }} ({{ t('ui.publicLink.newTab') }})</span>
      </a>
      <ng-content />
    </div>
  `,
  styleUrl: './public-link.css',
})
export class PublicLink {
  readonly path = input.required<string>();
  /** What it leads to, for those who listen to one link among many. */
  readonly of = input.required<string>();

  protected readonly t = inject(I18n).t;
  private readonly origin = inject(DOCUMENT).location.origin;
  protected readonly address = computed(() => this.origin + this.path());
}

import { Component, ViewEncapsulation, computed, inject, input } from '@angular/core';
import { DomSanitizer } from '@angular/platform-browser';
import { icons, type IconName } from './icons';

/**
 * A drawing beside words, never instead of them: it is hidden from screen readers.
 *
 *     <button class="button" type="button"><boucle-icon name="check" /> Qualifier</button>
 *
 * It is 1.25 times the size of the text; `font-size` changes it.
 */
@Component({
  selector: 'boucle-icon',
  template: '',
  styles: `
    boucle-icon {
      display: inline-flex;
      flex: none;
      vertical-align: -0.25em;
    }
    boucle-icon svg {
      width: 1.25em;
      height: 1.25em;
    }
  `,
  encapsulation: ViewEncapsulation.None,
  host: { 'aria-hidden': 'true', '[innerHTML]': 'drawing()' },
})
export class Icon {
  readonly name = input.required<IconName>();

  private readonly sanitizer = inject(DomSanitizer);
  /** Trusted because it was written at build time: nothing that is typed or fetched comes here. */
  protected readonly drawing = computed(() =>
    this.sanitizer.bypassSecurityTrustHtml(icons[this.name()]),
  );
}

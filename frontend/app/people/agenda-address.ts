import type { ElementRef } from '@angular/core';
import { Component, afterRenderEffect, computed, inject, input, viewChild } from '@angular/core';
import { I18n } from '../i18n/i18n';
import { CopyButton } from '../ui/copy-button';
import { Field } from '../ui/field';
import { Icon } from '../ui/icon';

/** A link that was just made, under the cursor: to copy, to open, and where to paste it. */
@Component({
  selector: 'boucle-agenda-address',
  imports: [CopyButton, Field, Icon],
  templateUrl: './agenda-address.html',
  host: { class: 'stack' },
})
export class AgendaAddress {
  readonly address = input.required<string>();

  protected readonly t = inject(I18n).t;
  protected readonly programs = ['outlook', 'google', 'apple'] as const;
  protected readonly names = { outlook: 'Outlook', google: 'Google Agenda', apple: 'Apple' };
  /** What phones and calendar programs take for a calendar to follow rather than a file to read. */
  protected readonly followed = computed(() => this.address().replace(/^https?:/, 'webcal:'));
  private readonly line = viewChild.required<ElementRef<HTMLInputElement>>('line');

  constructor() {
    afterRenderEffect(() => {
      const { nativeElement: line } = this.line();
      line.value = this.address();
      line.focus();
      line.select();
    });
  }
}

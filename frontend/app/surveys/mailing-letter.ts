import { httpResource } from '@angular/common/http';
import { Component, computed, inject, input } from '@angular/core';
import { DomSanitizer } from '@angular/platform-browser';
import type { MailingLetterDto } from '../../../backend/surveys/mailings.dto';
import { I18n } from '../i18n/i18n';
import { ErrorState } from '../ui/error-state';
import { kept } from '../ui/kept';

/** The invitation as it will leave, in its language and with its days. */
@Component({
  selector: 'boucle-mailing-letter',
  imports: [ErrorState],
  template: `
    <h2>{{ t('surveys.mailings.letter') }}</h2>
    <boucle-error-state [error]="drawn.error()" (retry)="drawn.reload()" />
    @if (shown(); as shown) {
      <p>
        {{ t('surveys.mailings.subject') }}
        <strong [attr.lang]="letter().language" dir="auto">{{ shown.subject }}</strong>
      </p>
      <iframe
        sandbox
        [title]="t('surveys.mailings.letter')"
        [attr.aria-busy]="drawn.isLoading()"
        [srcdoc]="html()"
      ></iframe>
    } @else {
      <p class="soft">{{ t('surveys.mailings.noLetter') }}</p>
    }
  `,
  styles: `
    :host {
      display: grid;
      gap: var(--space-3);
    }
    iframe {
      display: block;
      width: 100%;
      max-width: 37.5rem;
      height: 36rem;
      border: 1px solid var(--line);
    }
  `,
})
export class MailingLetter {
  readonly from = input.required<string>();
  readonly letter = input.required<{ language: string; endsOn: string; remindsOn?: string }>();

  protected readonly t = inject(I18n).t;
  private readonly sanitizer = inject(DomSanitizer);
  protected readonly drawn = httpResource<MailingLetterDto>(() =>
    this.letter().endsOn ? { url: `${this.from()}/preview`, params: this.letter() } : undefined,
  );
  protected readonly shown = kept(this.drawn);

  // Our own server wrote it and escaped it, and the frame runs no script; sanitised once more, it
  // would lose the very styles that it is looked at for.
  protected readonly html = computed(() =>
    this.sanitizer.bypassSecurityTrustHtml(this.shown()?.html ?? ''),
  );
}

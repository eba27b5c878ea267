import { Component, computed, inject, input, output } from '@angular/core';
import { DomSanitizer } from '@angular/platform-browser';
import type { AnswerPreviewDto } from '../../../backend/feedback/answering.dto';
import { I18n } from '../i18n/i18n';
import { Dialog } from '../ui/dialog';

/** An answer as it will be read: the letter, or what the follow-up page will say. */
@Component({
  selector: 'boucle-answer-preview',
  imports: [Dialog],
  template: `
    <boucle-dialog [title]="t('answering.preview.title')" (dismissed)="dismissed.emit()">
      @if (preview().letter; as letter) {
        <dl class="facts">
          <div>
            <dt>{{ t('answering.preview.to') }}</dt>
            <dd>{{ letter.recipient }}</dd>
          </div>
          <div>
            <dt>{{ t('answering.preview.subject') }}</dt>
            <dd>{{ letter.subject }}</dd>
          </div>
        </dl>
        <iframe sandbox [title]="t('answering.preview.letter')" [srcdoc]="html()"></iframe>
      } @else {
        <p>{{ t('answering.preview.onPage') }}</p>
        <blockquote class="verbatim" dir="auto">{{ body() }}</blockquote>
      }
      <div class="buttons">
        <button class="button primary" type="button" (click)="dismissed.emit()">
          {{ t('answering.preview.back') }}
        </button>
      </div>
    </boucle-dialog>
  `,
  styles: `
    iframe {
      width: 100%;
      height: min(60vh, 32rem);
      border: 1px solid var(--line);
      border-radius: var(--radius);
      background: #fff;
    }
  `,
})
export class AnswerPreview {
  readonly preview = input.required<AnswerPreviewDto>();
  readonly body = input.required<string>();
  readonly dismissed = output();

  protected readonly t = inject(I18n).t;
  private readonly sanitizer = inject(DomSanitizer);
  // Our own server wrote it and escaped it, and the frame runs no script; sanitised once more, it
  // would lose the very styles that it is looked at for.
  protected readonly html = computed(() =>
    this.sanitizer.bypassSecurityTrustHtml(this.preview().letter?.html ?? ''),
  );
}

import { Directive, ElementRef, inject } from '@angular/core';

/** Ctrl or ⌘ with Enter sends the form from anywhere in it, a text of many lines included. */
@Directive({
  selector: 'form[boucleSendKeys]',
  host: {
    '(keydown.control.enter)': 'send($event)',
    '(keydown.meta.enter)': 'send($event)',
  },
})
export class SendKeys {
  private readonly form = inject<ElementRef<HTMLFormElement>>(ElementRef);

  protected send(event: Event): void {
    event.preventDefault();
    this.form.nativeElement.requestSubmit();
  }
}

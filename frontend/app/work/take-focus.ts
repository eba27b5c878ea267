import { Directive, ElementRef, afterNextRender, inject } from '@angular/core';

/** A form that was asked for receives the focus, in its first field. */
@Directive({ selector: 'form[boucleTakeFocus]' })
export class TakeFocus {
  constructor() {
    const form = inject<ElementRef<HTMLFormElement>>(ElementRef).nativeElement;
    const first = () => form.querySelector<HTMLElement>('input, select, textarea');
    afterNextRender({ write: () => first()?.focus() });
  }
}

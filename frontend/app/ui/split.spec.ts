import { Component, input } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { Router, RouterOutlet, provideRouter, withComponentInputBinding } from '@angular/router';
import { RouterTestingHarness } from '@angular/router/testing';
import { Heading } from './heading';
import { openRecord } from './open-record';
import { Pager } from './pager';
import { Split } from './split';

@Component({
  imports: [Pager, RouterOutlet, Split],
  template: `
    <boucle-split back="/fiches" label="Fiche" [open]="open()">
      <div list>
        <h1 tabindex="-1">Fiches</h1>
        <boucle-pager [total]="60" [page]="1" />
      </div>
      <div record><router-outlet /></div>
    </boucle-split>
  `,
})
class List {
  protected readonly open = openRecord();
}

@Component({ imports: [Heading], template: `<boucle-heading [title]="'Fiche ' + id()" />` })
class Record {
  readonly id = input.required<string>();
}

async function at(address: string): Promise<HTMLElement> {
  TestBed.configureTestingModule({
    providers: [
      provideRouter(
        [{ path: 'fiches', component: List, children: [{ path: ':id', component: Record }] }],
        withComponentInputBinding(),
      ),
    ],
  });
  const harness = await RouterTestingHarness.create(address);
  const element = harness.routeNativeElement as HTMLElement;
  document.body.append(element);
  return element;
}

const settled = () => new Promise((done) => setTimeout(done, 20));

describe('a list and its record', () => {
  it('keeps the record open while the list turns its pages', async () => {
    const element = await at('/fiches/7');
    element.querySelector<HTMLElement>('a[rel=next]')?.click();
    await settled();
    expect(TestBed.inject(Router).url).toBe('/fiches/7?page=2');
  });

  it('leads to the title of the record that opens, and back to the list when its row is gone', async () => {
    const element = await at('/fiches');
    element.querySelector<HTMLElement>('a[rel=next]')?.focus();
    await TestBed.inject(Router).navigateByUrl('/fiches/8');
    await settled();
    expect(document.activeElement?.textContent).toBe('Fiche 8');

    element.querySelector('a[rel=next]')?.remove();
    await TestBed.inject(Router).navigateByUrl('/fiches');
    await settled();
    expect(document.activeElement?.textContent).toBe('Fiches');
  });
});

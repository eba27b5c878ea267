import { TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import { Pager } from './pager';

async function draw(total: number, page: number): Promise<HTMLElement> {
  TestBed.configureTestingModule({ providers: [provideRouter([])] });
  const fixture = TestBed.createComponent(Pager);
  fixture.componentRef.setInput('total', total);
  fixture.componentRef.setInput('page', page);
  await fixture.whenStable();
  return fixture.nativeElement as HTMLElement;
}

const hrefOf = (element: HTMLElement, rel: string) =>
  element.querySelector(`a[rel="${rel}"]`)?.getAttribute('href') ?? null;

describe('the pager', () => {
  it('says where one is, in the reader’s figures', async () => {
    const element = await draw(61_234, 2);
    expect(element.textContent?.trim()).toBe('26 à 50 sur 61\u202f234');
  });

  it('leads to the page before and the page after by addresses', async () => {
    const element = await draw(61_234, 3);
    expect(hrefOf(element, 'prev')).toBe('/?page=2');
    expect(hrefOf(element, 'next')).toBe('/?page=4');
  });

  it('leaves the first page without a number in its address', async () => {
    expect(hrefOf(await draw(60, 2), 'prev')).toBe('/');
  });

  it('ends at the last page', async () => {
    const element = await draw(60, 3);
    expect(element.textContent).toContain('51 à 60 sur 60');
    expect(hrefOf(element, 'next')).toBeNull();
  });

  it('has no ways out of a single page', async () => {
    const element = await draw(1, 1);
    expect(element.textContent?.trim()).toBe('1 résultat');
    expect(element.querySelector('a')).toBeNull();
  });

  it('says when there is nothing', async () => {
    expect((await draw(0, 1)).textContent?.trim()).toBe('Aucun résultat');
  });
});

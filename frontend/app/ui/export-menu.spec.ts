import { jest } from '@jest/globals';
import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed, type ComponentFixture } from '@angular/core/testing';
import { ExportMenu } from './export-menu';
import { Toasts } from './toasts';

describe('an export menu', () => {
  let menu: ComponentFixture<ExportMenu>;
  let page: HTMLElement;
  let server: HttpTestingController;

  beforeEach(async () => {
    TestBed.configureTestingModule({
      providers: [provideHttpClient(), provideHttpClientTesting()],
    });
    server = TestBed.inject(HttpTestingController);
    menu = TestBed.createComponent(ExportMenu);
    menu.componentRef.setInput('from', '/api/feedback/export');
    menu.componentRef.setInput('filters', { kind: 'complaint', page: '3', sort: 'reference' });
    page = menu.nativeElement as HTMLElement;
    await menu.whenStable();
  });
  afterEach(() => server.verify());

  const button = () => page.querySelector<HTMLElement>('[aria-expanded]')!;
  const panel = () => page.querySelector<HTMLElement>('.panel')!;
  async function open(): Promise<void> {
    button().click();
    await menu.whenStable();
  }

  it('takes all the pages of what the filters show, under the name the server gives', async () => {
    const saved: string[] = [];
    jest.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function (
      this: HTMLAnchorElement,
    ) {
      saved.push(this.download);
    });
    URL.createObjectURL = () => 'blob:file';
    await open();
    page.querySelectorAll<HTMLElement>('.panel button')[1]!.click();
    const asked = server.expectOne(({ url }) => url === '/api/feedback/export');
    const { params } = asked.request;
    expect(params.toString()).toBe('kind=complaint&sort=reference&format=csv');
    asked.flush(new Blob(['…']), {
      headers: { 'Content-Disposition': 'attachment; filename="fiches-2026-11-24.csv"' },
    });
    await menu.whenStable();
    expect(saved).toEqual(['fiches-2026-11-24.csv']);
    expect(panel().hidden).toBe(true);
    jest.restoreAllMocks();
  });

  it('says when the file could not be made, and lets try again', async () => {
    await open();
    page.querySelector<HTMLElement>('.panel button')!.click();
    const asked = server.expectOne(({ url }) => url === '/api/feedback/export');
    asked.flush(new Blob(), { status: 503, statusText: 'Unavailable' });
    await menu.whenStable();
    expect(TestBed.inject(Toasts).shown()[0]?.text).toContain('n’a pas pu');
    expect(button().getAttribute('aria-busy')).toBeNull();
  });

  it('offers nothing of an empty list, and says why', async () => {
    menu.componentRef.setInput('empty', true);
    await menu.whenStable();
    expect(button().getAttribute('aria-disabled')).toBe('true');
    await open();
    expect(panel().textContent).toContain('la liste est vide');
    expect(panel().querySelector('button')).toBeNull();
  });

  it.each(['Escape', 'a click elsewhere'])('closes by %s', async (way) => {
    await open();
    expect(panel().hidden).toBe(false);
    if (way === 'Escape') page.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape' }));
    else document.body.click();
    await menu.whenStable();
    expect(panel().hidden).toBe(true);
  });
});

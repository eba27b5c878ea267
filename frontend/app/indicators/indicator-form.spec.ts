import { provideHttpClient, withInterceptors } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed, type ComponentFixture } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import { I18n } from '../i18n/i18n';
import { api } from '../session/api';
import { IndicatorForm } from './indicator-form';

const survey = { id: 's', title: 'Accueil', question: 'Comment ?', campaigns: [] };

describe('following an indicator', () => {
  let fixture: ComponentFixture<IndicatorForm>;
  let page: HTMLElement;
  let server: HttpTestingController;
  let deeds: string[];

  beforeAll(() => {
    // jsdom has dialogs, but cannot open them.
    HTMLDialogElement.prototype.showModal ??= function (this: HTMLDialogElement) {
      this.open = true;
    };
  });

  async function draw(surveys: object[]): Promise<void> {
    TestBed.configureTestingModule({
      providers: [
        provideRouter([]),
        provideHttpClient(withInterceptors([api])),
        provideHttpClientTesting(),
      ],
    });
    await TestBed.inject(I18n).load('indicators');
    server = TestBed.inject(HttpTestingController);
    fixture = TestBed.createComponent(IndicatorForm);
    deeds = [];
    fixture.componentInstance.saved.subscribe(() => deeds.push('saved'));
    fixture.componentInstance.closed.subscribe(() => deeds.push('closed'));
    fixture.detectChanges();
    server.expectOne('/api/surveys').flush(surveys);
    await fixture.whenStable();
    page = fixture.nativeElement as HTMLElement;
  }

  afterEach(() => server.verify());

  async function fill(selector: string, value: string): Promise<void> {
    const field = page.querySelector<HTMLInputElement | HTMLSelectElement>(selector)!;
    field.value = value;
    field.dispatchEvent(new Event('input'));
    await fixture.whenStable();
  }

  async function send(): Promise<void> {
    page.querySelector('form')!.dispatchEvent(new Event('submit'));
    await fixture.whenStable();
  }

  it('says beside the target when it is called met, and sends it as a share', async () => {
    await draw([survey]);
    expect(page.textContent).toContain('que si toute la marge est du même côté');
    await fill('input[type="text"]', 'Visiteurs satisfaits');
    await fill('select', 's');
    await fill('input[type="number"]', '85');
    await send();
    const request = server.expectOne('/api/indicators');
    const indicator = { name: 'Visiteurs satisfaits', surveyId: 's', target: 0.85 };
    expect(request.request.body).toEqual(indicator);
    request.flush({ id: 'i' });
    await fixture.whenStable();
    expect(deeds).toEqual(['saved', 'closed']);
  });

  it.each(['', '-1', '101'])('sends nothing with a target of « %s »', async (target) => {
    await draw([survey]);
    await fill('input[type="text"]', 'Visiteurs satisfaits');
    await fill('select', 's');
    await fill('input[type="number"]', target);
    await send();
    expect(page.querySelector('input[type="number"]')?.getAttribute('aria-invalid')).toBe('true');
  });

  it('keeps what was written when it could not be sent', async () => {
    await draw([survey]);
    await fill('input[type="text"]', 'Visiteurs satisfaits');
    await fill('select', 's');
    await fill('input[type="number"]', '85');
    await send();
    server.expectOne('/api/indicators').error(new ProgressEvent('error'));
    await new Promise((told) => setTimeout(told));
    await fixture.whenStable();
    expect(page.textContent).toContain('Le serveur ne répond pas');
    expect(page.querySelector<HTMLInputElement>('input[type="text"]')?.value).not.toBe('');
    expect(deeds).toEqual([]);
  });

  it('leads to the surveys where there is none yet', async () => {
    await draw([]);
    expect(page.querySelector('form')).toBeNull();
    expect(page.querySelector('a')?.getAttribute('href')).toBe('/enquetes');
  });
});

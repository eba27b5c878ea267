import { provideHttpClient, withInterceptors } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed, type ComponentFixture } from '@angular/core/testing';
import { I18n } from '../i18n/i18n';
import { api } from '../session/api';
import { Opinion } from './opinion';

const campaign = {
  question: 'Comment s’est passée votre visite ?',
  unitName: 'Accueil central',
  organizationName: 'CCAS de Valfleury',
  colour: '#0f5c63',
};

describe('the three faces', () => {
  let fixture: ComponentFixture<Opinion>;
  let page: HTMLElement;
  let server: HttpTestingController;

  beforeEach(async () => {
    TestBed.configureTestingModule({
      providers: [provideHttpClient(withInterceptors([api])), provideHttpClientTesting()],
    });
    await TestBed.inject(I18n).load('public');
    server = TestBed.inject(HttpTestingController);
    fixture = TestBed.createComponent(Opinion);
    fixture.componentRef.setInput('key', 'k3y');
    fixture.detectChanges();
    server.expectOne('/api/public/campaigns/k3y').flush(campaign);
    await fixture.whenStable();
    page = fixture.nativeElement as HTMLElement;
  });

  afterEach(() => server.verify());

  async function choose(smiley: string): Promise<void> {
    const radio = page.querySelector<HTMLInputElement>(`input[value="${smiley}"]`)!;
    radio.checked = true;
    radio.dispatchEvent(new Event('change'));
    await fixture.whenStable();
  }

  it('are asked about before any reason', async () => {
    expect(page.querySelector('textarea')).toBeNull();
    await choose('bad');
    expect(page.textContent).toContain('Qu’est-ce qui n’allait pas');
    expect(page.querySelector('textarea')).not.toBeNull();
  });

  it('say that the answer is anonymous before it is given', () => {
    expect(page.textContent).toContain('Votre réponse est anonyme');
  });

  it('send a face without a reason, then thank', async () => {
    await choose('good');
    page.querySelector('form')!.requestSubmit();
    const request = server.expectOne('/api/public/campaigns/k3y/answers');
    expect(request.request.body).toEqual({ smiley: 'good', comment: undefined });
    request.flush(null, { status: 204, statusText: 'No Content' });
    await fixture.whenStable();
    expect(page.querySelector('h1')?.textContent).toBe('Merci de votre avis');
  });

  it('keep the reason when it could not be sent', async () => {
    await choose('medium');
    const reason = page.querySelector('textarea')!;
    reason.value = 'Un peu long';
    reason.dispatchEvent(new Event('input'));
    page.querySelector('form')!.requestSubmit();
    server.expectOne('/api/public/campaigns/k3y/answers').error(new ProgressEvent('error'));
    await fixture.whenStable();
    expect(page.textContent).toContain('Le serveur ne répond pas');
    expect(page.querySelector('textarea')?.value).toBe('Un peu long');
  });
});

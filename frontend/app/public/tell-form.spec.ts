import { provideHttpClient, withInterceptors } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed, type ComponentFixture } from '@angular/core/testing';
import { I18n } from '../i18n/i18n';
import { api } from '../session/api';
import { TellForm } from './tell-form';

const address = '/api/public/units/k3y/feedback';
const receipt = { id: 'f', reference: '26-7K3QX9', followUpCode: '7K3QX-9M2VT' };

describe('the form of those who have no account', () => {
  let fixture: ComponentFixture<TellForm>;
  let page: HTMLElement;
  let server: HttpTestingController;

  async function draw(): Promise<void> {
    fixture = TestBed.createComponent(TellForm);
    fixture.componentRef.setInput('key', 'k3y');
    await fixture.whenStable();
    page = fixture.nativeElement as HTMLElement;
    document.body.append(page);
  }

  const control = <Type extends Element>(selector: string) => page.querySelector<Type>(selector)!;

  async function choose(kind: string): Promise<void> {
    control<HTMLInputElement>(`input[type="radio"][value="${kind}"]`).click();
    await fixture.whenStable();
  }

  async function write(selector: string, text: string): Promise<void> {
    const field = control<HTMLInputElement>(selector);
    field.value = text;
    field.dispatchEvent(new Event('input'));
    await fixture.whenStable();
  }

  async function send(): Promise<void> {
    control<HTMLFormElement>('form').requestSubmit();
    await fixture.whenStable();
  }

  beforeEach(async () => {
    sessionStorage.clear();
    TestBed.configureTestingModule({
      providers: [provideHttpClient(withInterceptors([api])), provideHttpClientTesting()],
    });
    await TestBed.inject(I18n).load('public');
    server = TestBed.inject(HttpTestingController);
    await draw();
  });

  afterEach(() => {
    page.remove();
    server.verify();
  });

  it('sends nothing that is not complete, and leads to what is missing', async () => {
    await send();
    expect(page.textContent).toContain('Ce champ est à remplir.');
    expect(document.activeElement).toBe(control('input[type="radio"]'));
  });

  it('asks what happened in the words of the kind that was chosen', async () => {
    expect(page.textContent).toContain('Que voulez-vous nous dire');
    await choose('suggestion');
    expect(page.textContent).toContain('Quelle est votre idée');
  });

  it('sends what was written and leaves out what was not', async () => {
    const receipts: unknown[] = [];
    fixture.componentInstance.sent.subscribe((sent) => receipts.push(sent));
    await choose('anomaly');
    await write('textarea', 'Porte fermée\nà 14 h');
    await send();
    const request = server.expectOne(address);
    expect(request.request.body).toEqual({
      kind: 'anomaly',
      body: 'Porte fermée\nà 14 h',
      reporter: 'user',
    });
    request.flush(receipt);
    await fixture.whenStable();
    expect(receipts).toEqual([receipt]);
    expect(sessionStorage.length).toBe(0);
  });

  it('keeps what was typed through a reload, and forgets it when asked', async () => {
    await choose('complaint');
    await write('textarea', 'Trois rendez-vous manqués');
    page.remove();
    await draw();
    expect(control<HTMLTextAreaElement>('textarea').value).toBe('Trois rendez-vous manqués');
    expect(page.textContent).toContain('Nous avons gardé ce que vous aviez écrit');
    control<HTMLButtonElement>('[role="status"] button').click();
    await fixture.whenStable();
    expect(control<HTMLTextAreaElement>('textarea').value).toBe('');
    expect(sessionStorage.length).toBe(0);
  });

  it('keeps everything in place when the server refuses, and says why beside the field', async () => {
    await choose('anomaly');
    await write('textarea', 'Porte fermée');
    await write('input[type="tel"]', '06');
    await send();
    server.expectOne(address).flush(
      {
        code: 'input.invalid',
        message: 'Certaines réponses sont à corriger.',
        details: { fields: { phone: 'Un numéro à dix chiffres.' } },
      },
      { status: 400, statusText: 'Bad Request' },
    );
    await new Promise((resolve) => setTimeout(resolve));
    await fixture.whenStable();
    expect(page.textContent).toContain('Un numéro à dix chiffres.');
    expect(control<HTMLTextAreaElement>('textarea').value).toBe('Porte fermée');
    expect(document.activeElement).toBe(control('input[type="tel"]'));
  });

  it('holds a trap that people neither see nor reach', () => {
    const trap = control<HTMLInputElement>('.trap input');
    expect(trap.tabIndex).toBe(-1);
    expect(trap.closest('[aria-hidden="true"]')).not.toBeNull();
  });
});

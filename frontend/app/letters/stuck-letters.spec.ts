import { provideHttpClient, withInterceptors } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed, type ComponentFixture } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import type { SessionDto } from '../../../backend/access/session.dto';
import type { StuckLetterDto, StuckMailDto } from '../../../backend/letters/letters.dto';
import { I18n } from '../i18n/i18n';
import { api } from '../session/api';
import { Session } from '../session/session';
import { Toasts } from '../ui/toasts';
import { StuckLetters } from './stuck-letters';

const me: SessionDto = {
  person: { id: 'p', name: 'Sacha', email: 'sacha@valmont.example', language: 'fr' },
  organization: { id: 'o', name: 'CCAS de Valmont', colour: '#0f5c63' },
  ...{ memberships: [], permissions: ['mail.read', 'mail.manage'], homeUnitId: null },
};
const letter = (id: string, more: Partial<StuckLetterDto> = {}): StuckLetterDto => ({
  ...{ id, kind: 'answer', state: 'failed', recipient: `${id}@exemple.example`, attempts: 2 },
  ...{ writtenAt: '2026-11-20T08:00:00Z', triedAt: '2026-11-20T08:05:00Z' },
  ...{ problem: 'unknown_address', said: '550 No such user', marked: false, correctable: false },
  ...more,
});
const mail = (letters: StuckLetterDto[], more: Partial<StuckMailDto> = {}): StuckMailDto => ({
  ...{ letters, total: letters.length, addresses: [], hiddenAddresses: 0 },
  ...more,
});

describe('the letters that did not leave', () => {
  let fixture: ComponentFixture<StuckLetters>;
  let page: HTMLElement;
  let server: HttpTestingController;

  beforeEach(async () => {
    TestBed.configureTestingModule({
      providers: [
        provideRouter([]),
        provideHttpClient(withInterceptors([api])),
        provideHttpClientTesting(),
      ],
    });
    await TestBed.inject(I18n).load('letters');
    server = TestBed.inject(HttpTestingController);
    const opened = TestBed.inject(Session).open();
    server.expectOne('/api/session').flush(me);
    await opened;
    fixture = TestBed.createComponent(StuckLetters);
    page = fixture.nativeElement as HTMLElement;
    fixture.detectChanges();
  });

  afterEach(() => server.verify());

  async function listed(found: StuckMailDto): Promise<void> {
    server.expectOne('/api/mail/letters').flush(found);
    await fixture.whenStable();
  }
  const button = (name: string) =>
    [...page.querySelectorAll('button')].find((one) =>
      (one.getAttribute('aria-label') ?? one.textContent).includes(name),
    )!;

  it('are told with what happened and how often, and a hidden person stays so', async () => {
    const hidden = letter('b', { recipient: null, said: null, state: 'waiting' });
    await listed(mail([letter('a'), hidden], { hiddenAddresses: 1 }));
    const [first, second] = page.querySelectorAll('.letter');
    expect(first?.textContent).toMatch(/Réponse\s+Refusé\s*a@exemple.example/);
    expect(first?.textContent).toContain('Cette adresse n’existe pas.');
    expect(first?.textContent).toContain('essayé 2 fois');
    expect(second?.textContent).toContain('Une personne dont vous ne pouvez pas voir l’adresse');
    expect(page.textContent).toContain('Et une autre');
  });

  it('go again one by one or all', async () => {
    await listed(mail([letter('a')]));
    button('Renvoyer à a@exemple.example').click();
    server.expectOne('/api/mail/letters/a/resend').flush(null, { status: 204, statusText: '' });
    await new Promise((later) => setTimeout(later));
    fixture.detectChanges();
    await listed(mail([letter('b')]));
    button('Tout renvoyer').click();
    server.expectOne('/api/mail/letters/resend').flush({ count: 1 });
    await new Promise((later) => setTimeout(later));
    fixture.detectChanges();
    await listed(mail([]));
    expect(page.textContent).toContain('Tout est parti');
  });

  it('of another day are told to be replaced, where nothing else failed', async () => {
    await listed(mail([letter('a', { kind: 'digest' })]));
    button('Tout renvoyer').click();
    server.expectOne('/api/mail/letters/resend').flush({ count: 0 });
    await new Promise((later) => setTimeout(later));
    fixture.detectChanges();
    await listed(mail([letter('a', { kind: 'digest' })]));
    const [toast] = TestBed.inject(Toasts).shown();
    expect(toast?.text).toContain('sont remplacés par ceux d’aujourd’hui');
  });

  it('and addresses that receive nothing say what the server answered', async () => {
    const address = { email: 'lou@exemple.example', name: null, since: '2026-11-20T08:00:00Z' };
    const refused = { problem: 'full', said: '552 5.2.2 Over quota' } as const;
    await listed(mail([], { addresses: [{ ...address, ...refused }] }));
    expect(page.querySelector('.letter')?.textContent).toMatch(
      /La boîte de réception est pleine\.[^]*552 5\.2\.2 Over quota/,
    );
  });

  it('are put aside where they failed, and taken back', async () => {
    await listed(mail([letter('a'), letter('b', { state: 'waiting' })]));
    const offered = [...page.querySelectorAll('.letter .quiet')];
    expect(offered.map((one) => one.getAttribute('aria-label'))).toEqual([
      'Mettre de côté le courriel pour a@exemple.example',
    ]);
    button('Mettre de côté').click();
    const put = server.expectOne('/api/mail/letters/a/aside');
    expect(put.request.method).toBe('PUT');
    put.flush(null, { status: 204, statusText: '' });
    await new Promise((later) => setTimeout(later));
    fixture.detectChanges();
    await listed(mail([letter('b', { state: 'waiting' })]));
    const [toast] = TestBed.inject(Toasts).shown();
    expect(toast?.text).toContain('est mis de côté');
    TestBed.inject(Toasts).undo(toast!);
    const back = server.expectOne('/api/mail/letters/a/aside');
    expect(back.request.method).toBe('DELETE');
    back.flush(null, { status: 204, statusText: '' });
    await new Promise((later) => setTimeout(later));
    fixture.detectChanges();
    await listed(mail([letter('a')]));
    expect(button('Mettre de côté')).toBeDefined();
  });

  it('ask the corrected address where theirs is marked', async () => {
    await listed(mail([letter('a', { marked: true, correctable: true })]));
    HTMLDialogElement.prototype.showModal ??= function () {
      this.open = true;
    };
    button('Renvoyer à').click();
    await fixture.whenStable();
    const field = page.querySelector<HTMLInputElement>('input[type="email"]')!;
    expect(field.value).toBe('a@exemple.example');
    field.value = 'juste@exemple.example';
    field.dispatchEvent(new Event('input'));
    page.querySelector('form')!.dispatchEvent(new Event('submit'));
    const sent = server.expectOne('/api/mail/letters/a/resend');
    expect(sent.request.body).toEqual({ address: 'juste@exemple.example' });
    sent.flush(null, { status: 204, statusText: '' });
    await new Promise((later) => setTimeout(later));
    fixture.detectChanges();
    await listed(mail([]));
    expect(page.querySelector('form')).toBeNull();
  });
});

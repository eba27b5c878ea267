import { provideHttpClient, withInterceptors } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed, type ComponentFixture } from '@angular/core/testing';
import type { AgendaLinkDto } from '../../../backend/agenda/agenda.dto';
import { I18n } from '../i18n/i18n';
import { api } from '../session/api';
import { Confirm } from '../ui/confirm';
import { Toasts } from '../ui/toasts';
import { MyAgenda } from './my-agenda';

const address = 'https://boucle.example/calendriers/secret.ics';
const none: AgendaLinkDto = { madeAt: null, readOn: null };
const old: AgendaLinkDto = { madeAt: '2025-03-29T23:30:00Z', readOn: '2025-10-26' };

describe('my calendar', () => {
  let fixture: ComponentFixture<MyAgenda>;
  let page: HTMLElement;
  let server: HttpTestingController;

  beforeEach(async () => {
    TestBed.configureTestingModule({
      providers: [provideHttpClient(withInterceptors([api])), provideHttpClientTesting()],
    });
    await TestBed.inject(I18n).load('people');
    server = TestBed.inject(HttpTestingController);
    fixture = TestBed.createComponent(MyAgenda);
    page = fixture.nativeElement as HTMLElement;
    document.body.append(page);
    TestBed.tick();
  });
  afterEach(() => {
    server.verify();
    page.remove();
  });

  /** An answer is heard a few promises after it came. */
  const settle = async () => {
    for (let turn = 0; turn < 5; turn += 1) await Promise.resolve();
    await fixture.whenStable();
  };
  const said = () => (page.textContent ?? '').replace(/\s+/g, ' ');
  const button = (name: string) =>
    [...page.querySelectorAll('button')].find(({ textContent }) => textContent?.includes(name));
  const answer = async (given: object | null, method: string) => {
    await settle();
    server.expectOne({ method, url: '/api/me/calendar' }).flush(given);
    await settle();
  };
  const begin = async (link: AgendaLinkDto) => {
    server.expectOne('/api/me/calendar').flush(link);
    await settle();
  };

  it('makes a link and puts it under the cursor, selected, with the way to open it', async () => {
    await begin(none);
    button('Créer le lien')!.click();
    await answer({ address, madeAt: '2026-11-22T10:00:00Z' }, 'PUT');
    const line = page.querySelector('input')!;
    expect(line.value).toBe(address);
    expect(document.activeElement).toBe(line);
    expect([line.selectionStart, line.selectionEnd]).toEqual([0, address.length]);
    expect(page.querySelector('a')!.getAttribute('href')).toBe(
      'webcal://boucle.example/calendriers/secret.ics',
    );
    expect(said()).toContain('Copiez-le maintenant');
    expect(said()).not.toContain('ne peut pas être montré de nouveau');
  });

  it('says since when there is one and when it was read, and does not show it again', async () => {
    await begin(old);
    expect(said()).toContain('dimanche 26 octobre 2025');
    expect(said()).toContain('ne peut pas être montré de nouveau');
    expect(page.querySelector('input')).toBeNull();
    expect(button('Créer le lien')).toBeUndefined();
  });

  it('asks before it replaces a link that somewhere is in use', async () => {
    await begin(old);
    button('Remplacer')!.click();
    expect(TestBed.inject(Confirm).pending()?.question.text).toContain('L’ancien lien');
    TestBed.inject(Confirm).answer(false);
    await settle();
    server.expectNone({ method: 'PUT', url: '/api/me/calendar' });
    button('Remplacer')!.click();
    TestBed.inject(Confirm).answer(true);
    await answer({ address, madeAt: '2026-11-22T10:00:00Z' }, 'PUT');
    expect(page.querySelector('input')!.value).toBe(address);
  });

  it('asks before it withdraws it, and then offers to make one', async () => {
    await begin(old);
    button('Retirer')!.click();
    TestBed.inject(Confirm).answer(true);
    await answer(null, 'DELETE');
    expect(button('Créer le lien')).toBeDefined();
    expect(document.activeElement?.textContent).toBe('Mon agenda');
    expect(TestBed.inject(Toasts).shown().at(-1)?.text).toContain('retiré');
  });

  it('says what went wrong, and keeps what there was', async () => {
    await begin(old);
    button('Retirer')!.click();
    TestBed.inject(Confirm).answer(true);
    await settle();
    server
      .expectOne({ method: 'DELETE', url: '/api/me/calendar' })
      .flush({ code: 'database.down', message: 'Réessayez.' }, { status: 503, statusText: 'No' });
    await settle();
    expect(page.querySelector('[role="alert"].shown')?.textContent).toContain('Réessayez.');
    expect(button('Retirer')).toBeDefined();
  });
});

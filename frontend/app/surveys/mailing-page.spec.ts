import { provideHttpClient, withInterceptors } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed, type ComponentFixture } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import type {
  CheckedAddressesDto,
  MailingDto,
  MailingsDto,
} from '../../../backend/surveys/mailings.dto';
import { I18n } from '../i18n/i18n';
import { api } from '../session/api';
import { Confirm } from '../ui/confirm';
import { MailingPage } from './mailing-page';

const mailing: MailingDto = {
  ...{ id: 'm', language: 'pt', invited: 40, delivered: 38, unreached: 1, reminded: null },
  ...{ sentOn: '2026-11-23', remindsOn: '2026-11-30', endsOn: '2026-12-07', remindedOn: null },
  ...{ forgottenOn: null, forgetsOn: '2026-12-01' },
};
const mailings: MailingsDto = {
  ...{ campaignId: 'c', title: 'Accueil', question: 'Ça va ?', unitName: 'Mairie' },
  ...{ invited: 40, answered: 18, mayInvite: true, left: 1960, today: '2026-11-24' },
  ...{ proposed: { remindsOn: '2026-12-01', endsOn: '2026-12-08' }, mailings: [mailing] },
};
const checked: CheckedAddressesDto = {
  ...{ recognised: 3, fresh: 2, already: 1, declined: 0, wrong: 1 },
  unreadable: [{ line: 2, text: 'lou arobase' }],
};
const pasted = 'a@x.example, b@x.example, c@x.example\nlou arobase';

describe('the invitations of a campaign', () => {
  let fixture: ComponentFixture<MailingPage>;
  let page: HTMLElement;
  let server: HttpTestingController;

  async function open(of: MailingsDto): Promise<void> {
    sessionStorage.clear();
    TestBed.configureTestingModule({
      providers: [
        provideRouter([]),
        provideHttpClient(withInterceptors([api])),
        provideHttpClientTesting(),
      ],
    });
    await TestBed.inject(I18n).load('surveys');
    server = TestBed.inject(HttpTestingController);
    fixture = TestBed.createComponent(MailingPage);
    fixture.componentRef.setInput('id', 'c');
    TestBed.tick();
    server.expectOne('/api/campaigns/c/mailings').flush(of);
    await answerPreview();
    page = fixture.nativeElement as HTMLElement;
  }

  async function answerPreview(): Promise<void> {
    await Promise.resolve();
    TestBed.tick();
    server
      .match(({ url }) => url.endsWith('/preview'))
      .forEach((asked) => asked.flush({ subject: 'Votre avis', text: '', html: '<p>Bonjour</p>' }));
    await fixture.whenStable();
  }

  const words = (selector: string) =>
    (page.querySelector(selector)?.textContent ?? '').replace(/\s+/g, ' ').trim();

  it('are told in numbers, with what comes and what is erased when', async () => {
    await open({ ...mailings, mayInvite: false });
    expect(page.querySelector('form')).toBeNull();
    const told = words('main, .stack');
    expect(told).toContain('18 réponses par ces liens, pour 40 adresses invitées (45 %).');
    const line = words('.mailing');
    for (const said of [
      '38 courriels partis sur 40.',
      '1 adresse ne reçoit pas.',
      'Rappel prévu le lundi 30 novembre.',
      'Réponses jusqu’au lundi 7 décembre.',
      'Les 40 adresses seront effacées le mardi 1er décembre.',
    ]) {
      expect(line).toContain(said);
    }
    // One letter is still on its way.
    expect(page.querySelector('.mailing button')?.textContent).toContain('Actualiser');
  });

  it.each<[Partial<MailingDto>, string]>([
    [{ remindsOn: null }, 'Sans rappel.'],
    [{ remindedOn: '2026-11-30', reminded: 12 }, 'Rappel du lundi 30 novembre, à 12 personnes.'],
    [{ remindedOn: '2026-11-30', reminded: 0 }, 'tout le monde avait répondu'],
    [{ endsOn: '2026-11-23' }, 'Le rappel n’est pas parti. Terminé le lundi 23 novembre.'],
    [{ forgottenOn: '2026-12-01' }, 'Les 40 adresses sont effacées depuis le mardi 1er décembre.'],
  ])('%j says « %s »', async (change, said) => {
    await open({ ...mailings, mayInvite: false, mailings: [{ ...mailing, ...change }] });
    expect(words('.mailing')).toContain(said);
  });

  it('leave after a question, and what could not be read stays to be mended', async () => {
    await open(mailings);
    const box = page.querySelector('textarea')!;
    box.value = pasted;
    box.dispatchEvent(new Event('input'));
    const send = () => page.querySelector<HTMLButtonElement>('button[type="submit"]')!;
    send().click();
    await Promise.resolve();
    const check = server.expectOne('/api/campaigns/c/mailings/check');
    expect(check.request.body).toEqual({ text: pasted });
    check.flush(checked);
    const confirm = TestBed.inject(Confirm);
    await until(() => confirm.pending() !== null);
    expect(confirm.pending()?.question.title).toMatch(/^Envoyer 2 invitations\s\?$/);
    confirm.answer(true);
    let sent = server.match('/api/campaigns/c/mailings');
    await until(() => (sent = [...sent, ...server.match('/api/campaigns/c/mailings')]).length > 0);
    expect(sent[0]?.request.body).toEqual({
      ...{ id: expect.any(String), text: pasted, language: 'fr' },
      ...mailings.proposed,
    });
    sent[0]?.flush({ ...mailings, invited: 42, mailings: [{ ...mailing, id: 'n' }, mailing] });
    await until(() => page.querySelectorAll('.mailing').length === 2);
    expect(box.value).toBe('lou arobase');
  });

  it('keep what is typed while their numbers are read again', async () => {
    await open(mailings);
    const box = page.querySelector('textarea')!;
    box.value = pasted;
    box.dispatchEvent(new Event('input'));
    page.querySelector<HTMLButtonElement>('.mailing button')!.click();
    TestBed.tick();
    server
      .expectOne('/api/campaigns/c/mailings')
      .flush({ ...mailings, mailings: [{ ...mailing, delivered: 39 }] });
    await until(() => words('.mailing').includes('39 courriels partis'));
    expect([box.value, page.querySelector('.mailing button')]).toEqual([pasted, null]);
  });

  it('say what was read in the list, and by its line what was not', async () => {
    await open(mailings);
    const box = page.querySelector('textarea')!;
    box.value = pasted;
    box.dispatchEvent(new Event('input'));
    let asked = server.match('/api/campaigns/c/mailings/check');
    await until(() => {
      TestBed.tick();
      return (asked = [...asked, ...server.match('/api/campaigns/c/mailings/check')]).length > 0;
    });
    asked[0]?.flush(checked);
    await until(() => words('boucle-checked-addresses') !== '');
    expect(words('boucle-checked-addresses p')).toBe(
      '2 adresses à inviter. 1 autre est déjà invitée.',
    );
    expect(words('.wrong')).toBe('ligne 2 : lou arobase');
    expect(words('button[type="submit"]')).toBe('Envoyer 2 invitations');
  });

  /** Lets the page go on until something is so. */
  async function until(isSo: () => boolean): Promise<void> {
    while (!isSo()) {
      await new Promise((resolve) => setTimeout(resolve));
      TestBed.tick();
    }
  }
});

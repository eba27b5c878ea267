import { provideHttpClient, withInterceptors } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed, type ComponentFixture } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import { usualRules } from '../../../backend/domain/reminders';
import type { ReminderRulesPageDto } from '../../../backend/reminders/reminder-rules.dto';
import { I18n } from '../i18n/i18n';
import { api } from '../session/api';
import { ReminderPage } from './reminder-page';

const kept = (hour: number, edition: string) => ({ rules: { ...usualRules, hour }, edition });
const rules = (hour: number, edition: string): ReminderRulesPageDto => ({
  organization: { ...kept(hour, edition), name: 'CCAS de Valmont', mayEdit: true },
  units: [],
});

describe('the page of the reminders', () => {
  let fixture: ComponentFixture<ReminderPage>;
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
    sessionStorage.clear();
    await TestBed.inject(I18n).load('reminderRules');
    server = TestBed.inject(HttpTestingController);
    await arrive();
  });

  async function arrive(found = rules(7, 'first')): Promise<void> {
    fixture = TestBed.createComponent(ReminderPage);
    TestBed.tick();
    server.expectOne('/api/reminder-rules').flush(found);
    await settle();
    page = fixture.nativeElement as HTMLElement;
  }

  /** Actions to choose from are asked for as well; they are not what is tried here. */
  async function settle(): Promise<void> {
    await Promise.resolve();
    TestBed.tick();
    const actions = server.match(({ url }) => url === '/api/actions');
    for (const asked of actions) asked.flush({ items: [], total: 0, page: 1, pageSize: 5 });
    await fixture.whenStable();
  }

  const hour = () => page.querySelector<HTMLInputElement>('input[max="23"]')!;
  const submit = () => page.querySelector('form')!.dispatchEvent(new Event('submit'));
  function write(value: string): void {
    hour().value = value;
    hour().dispatchEvent(new Event('input'));
    TestBed.tick();
  }

  it('says in plain words what is being written, and sends the edition it started from', () => {
    write('9');
    expect(page.textContent).toContain('à partir de 9');
    submit();
    const sent = server.expectOne({ method: 'PUT', url: '/api/reminder-rules' });
    expect(sent.request.body).toEqual({ rules: { ...usualRules, hour: 9 }, from: 'first' });
  });

  it('sends nothing that can not be followed, and says what is wrong', () => {
    write('24');
    expect(page.textContent).toContain('L’heure va de 0 à 23');
    submit();
    server.expectNone({ method: 'PUT', url: '/api/reminder-rules' });
  });

  it('shows what another has saved meanwhile, and keeps what was written', async () => {
    write('9');
    submit();
    server
      .expectOne({ method: 'PUT', url: '/api/reminder-rules' })
      .flush({ code: 'reminders.changed', message: '' }, { status: 409, statusText: 'Conflict' });
    for (let nth = 0; nth < 5; nth += 1) await Promise.resolve();
    server.expectOne('/api/reminder-rules').flush(rules(11, 'second'));
    for (let nth = 0; nth < 5; nth += 1) await Promise.resolve();
    TestBed.tick();
    expect(page.querySelector('.awaits')?.textContent).toContain('à partir de 11');
    expect(hour().value).toBe('9');
    submit();
    const again = server.expectOne({ method: 'PUT', url: '/api/reminder-rules' });
    expect(again.request.body).toMatchObject({ rules: { hour: 9 }, from: 'second' });
  });

  it('finds again what was being written when it was left, and goes back to what is saved', async () => {
    write('9');
    fixture.destroy();
    await arrive();
    expect(hour().value).toBe('9');
    expect(page.querySelector('form [role=status]')?.textContent).toContain(
      'pas encore enregistré',
    );
    page.querySelector<HTMLButtonElement>('form [role=status] button')!.click();
    await settle();
    expect(hour().value).toBe('7');
    fixture.destroy();
    await arrive();
    expect(hour().value).toBe('7');
    expect(page.querySelector('form [role=status]')).toBeNull();
  });

  it('forgets what was written once it is saved, or as it was', async () => {
    write('9');
    submit();
    server
      .expectOne({ method: 'PUT', url: '/api/reminder-rules' })
      .flush({ rules: { ...usualRules, hour: 9 }, edition: 'second' });
    for (let nth = 0; nth < 5; nth += 1) await Promise.resolve();
    TestBed.tick();
    server.expectOne('/api/reminder-rules').flush(rules(9, 'second'));
    await settle();
    write('10');
    write('9');
    fixture.destroy();
    await arrive(rules(9, 'second'));
    expect(hour().value).toBe('9');
    expect(page.querySelector('form [role=status]')).toBeNull();
  });

  it('shows what another saved while what was being written was left', async () => {
    write('9');
    fixture.destroy();
    await arrive(rules(11, 'second'));
    expect(hour().value).toBe('9');
    expect(page.querySelector('.awaits')?.textContent).toContain('à partir de 11');
    submit();
    const sent = server.expectOne({ method: 'PUT', url: '/api/reminder-rules' });
    expect(sent.request.body).toMatchObject({ rules: { hour: 9 }, from: 'second' });
  });
});

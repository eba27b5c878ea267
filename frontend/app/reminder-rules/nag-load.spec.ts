import { provideHttpClient, withInterceptors } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed, type ComponentFixture } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import { nagShareOf } from '../../../backend/domain/nag-load';
import type { NagLoadRowDto } from '../../../backend/reminders/nag-load.dto';
import { I18n } from '../i18n/i18n';
import { api } from '../session/api';
import { NagLoad } from './nag-load';

const row = (unitName: string, reminders: number, acted: number, n: number): NagLoadRowDto => ({
  ...{ unitId: unitName, unitName, reminders, letters: reminders, people: 3 },
  actedOn: nagShareOf(acted, n),
});

describe('the load of reminders', () => {
  let fixture: ComponentFixture<NagLoad>;
  let page: HTMLElement;

  beforeEach(async () => {
    TestBed.configureTestingModule({
      providers: [
        provideRouter([]),
        provideHttpClient(withInterceptors([api])),
        provideHttpClientTesting(),
      ],
    });
    await TestBed.inject(I18n).load('reminderRules');
    const server = TestBed.inject(HttpTestingController);
    fixture = TestBed.createComponent(NagLoad);
    TestBed.tick();
    const units = [row('Accueil', 40, 3, 36), row('SESSAD', 4, 4, 4), row('EHPAD', 60, 50, 55)];
    const total = row('', 104, 57, 95);
    const asked = server.expectOne(({ url }) => url === '/api/nag-load');
    asked.flush({ from: '2026-08-26', to: '2026-11-23', units, total });
    await fixture.whenStable();
    page = fixture.nativeElement as HTMLElement;
  });

  const rows = () =>
    [...page.querySelectorAll('tbody tr')].map((line) =>
      (line.textContent ?? '').replace(/\s+/g, ' ').trim(),
    );
  const names = () => [...page.querySelectorAll('tbody th')].map((one) => one.textContent?.trim());

  it('says how many of how many, with the interval, and what to do', () => {
    expect(rows()[1]).toMatch(/^Accueil 40 40 3 3 sur 36, soit 8 % de 3 % à 22 % Moins de rappels/);
    expect(rows()[0]).toContain('Gardez ce rythme');
  });

  it('shows nothing of fewer than five', () => {
    expect(rows()[2]).toMatch(/^SESSAD 4 4 3 Moins de 5 : rien n’est montré/);
  });

  it('is sorted by any column, either way, and says how', async () => {
    expect(names()).toEqual(['EHPAD', 'Accueil', 'SESSAD']);
    const header = page.querySelectorAll('thead th')[4]!;
    header.querySelector('button')!.click();
    await fixture.whenStable();
    expect([names(), header.getAttribute('aria-sort')]).toEqual([
      ['EHPAD', 'Accueil', 'SESSAD'],
      'descending',
    ]);
    header.querySelector('button')!.click();
    await fixture.whenStable();
    expect([names(), header.getAttribute('aria-sort')]).toEqual([
      ['SESSAD', 'Accueil', 'EHPAD'],
      'ascending',
    ]);
  });
});

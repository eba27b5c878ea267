import { TestBed } from '@angular/core/testing';
import { satisfactionOf } from '../../../backend/domain/satisfaction';
import { SatisfactionTable } from './satisfaction-table';

describe('a table of shares', () => {
  it('says the share, its interval and its n, and nothing of a few answers but their number', async () => {
    const fixture = TestBed.createComponent(SatisfactionTable);
    fixture.componentRef.setInput('caption', 'Par service');
    fixture.componentRef.setInput('of', 'Service');
    fixture.componentRef.setInput('rows', [
      { name: 'Accueil', satisfaction: satisfactionOf({ good: 30, medium: 8, bad: 4 }) },
      { name: 'SESSAD', satisfaction: satisfactionOf({ good: 3, medium: 0, bad: 1 }) },
    ]);
    await fixture.whenStable();
    const rows = [...(fixture.nativeElement as HTMLElement).querySelectorAll('tbody tr')].map(
      (row) => row.textContent?.replace(/\s+/g, ' ').trim() ?? '',
    );
    expect(rows[0]).toMatch(/^Accueil 42 71 % de 56 % à 83 %/);
    expect(rows[1]).toBe('SESSAD 4 Moins de 5 réponses : rien n’est montré.');
  });
});

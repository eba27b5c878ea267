import { TestBed } from '@angular/core/testing';
import { mostReasonsShown, satisfactionOf } from '../../../backend/domain/satisfaction';
import type { CampaignDto, ReasonDto } from '../../../backend/surveys/surveys.dto';
import { I18n } from '../i18n/i18n';
import { Reasons } from './reasons';

const campaign: CampaignDto = {
  ...{ id: 'c', unit: { id: 'u', name: 'Accueil' }, publicKey: 'k3y', opensOn: '2026-11-02' },
  ...{ satisfaction: satisfactionOf({ good: 4, medium: 1, bad: 2 }), reasons: [] },
};

describe('the reasons of a campaign', () => {
  async function draw(reasons: ReasonDto[]): Promise<HTMLElement> {
    await TestBed.inject(I18n).load('surveys');
    const fixture = TestBed.createComponent(Reasons);
    fixture.componentRef.setInput('of', { ...campaign, reasons });
    await fixture.whenStable();
    return fixture.nativeElement as HTMLElement;
  }

  it('stand under their face, what went wrong first, newest first', async () => {
    const page = await draw([
      { smiley: 'good', comment: 'Merci' },
      { smiley: 'bad', comment: 'Hier, trop long' },
      { smiley: 'bad', comment: 'Avant-hier,\ntrop loin' },
    ]);
    expect(page.querySelector('summary')?.textContent).toMatch(/Pourquoi\s+Accueil/);
    const told = [...page.querySelectorAll('h4, li')].map((line) => line.textContent?.trim());
    expect(told).toEqual(['Mauvais', 'Hier, trop long', 'Avant-hier,\ntrop loin', 'Bien', 'Merci']);
    expect(page.textContent).not.toContain('plus récentes');
  });

  it('say that there may be more', async () => {
    const one: ReasonDto = { smiley: 'medium', comment: 'Bof' };
    const page = await draw(Array.from({ length: mostReasonsShown }, () => one));
    expect(page.textContent).toContain('Les 20 raisons les plus récentes.');
  });

  it('leave no empty drawer behind', async () => {
    expect((await draw([])).childElementCount).toBe(0);
  });
});

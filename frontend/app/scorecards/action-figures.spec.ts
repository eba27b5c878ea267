import { TestBed } from '@angular/core/testing';
import type { ActionFigures as Figures } from '../../../backend/domain/scorecard';
import { I18n } from '../i18n/i18n';
import { ActionFigures } from './action-figures';

const none: Figures = { due: 0, doneOnTime: 0, doneLate: 0, late: 0, notYetDue: 0, cancelled: 0 };

async function draw(figures: Partial<Figures>): Promise<string> {
  await TestBed.inject(I18n).load('scorecards');
  const fixture = TestBed.createComponent(ActionFigures);
  fixture.componentRef.setInput('of', { ...none, ...figures });
  await fixture.whenStable();
  return (fixture.nativeElement as HTMLElement).textContent?.replace(/\s+/g, ' ') ?? '';
}

describe('actions due in a period', () => {
  it('are said in a sentence that counts them out of all', async () => {
    const text = await draw({ due: 4, doneOnTime: 1, late: 2, notYetDue: 1 });
    expect(text).toContain(
      'Sur 4 actions à échéance dans la période, 1 a été faite à temps et 2 sont en retard.',
    );
  });

  it('count a cancelled one as not done, over all that were due', async () => {
    const text = await draw({ due: 1, doneOnTime: 1, cancelled: 3 });
    expect(text).toContain('Sur 4 actions à échéance dans la période, 1 a été faite à temps');
    expect(text).toContain('Annulées, donc pas faites3');
  });

  it('show no figure where there was none', async () => {
    const text = await draw({});
    expect(text).toContain('Aucune action n’arrivait à échéance');
    expect(text).not.toContain('Faites à temps');
  });
});

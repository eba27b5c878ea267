import { provideHttpClient, withInterceptors } from '@angular/common/http';
import {
  HttpTestingController,
  provideHttpClientTesting,
  type TestRequest,
} from '@angular/common/http/testing';
import { TestBed, type ComponentFixture } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import type { PlanDto } from '../../../backend/plans/plans.dto';
import { I18n } from '../i18n/i18n';
import { api } from '../session/api';
import { PlanEditor } from './plan-editor';

const plan = {
  ...{ id: 'p', reference: 'P26-1', title: 'Projet', version: 1, description: 'Pourquoi' },
  ...{ unit: { id: 'u', name: 'CCAS' }, pilot: { id: 'o', name: 'Dany' }, governance: 'Comité' },
  ...{ fromDay: '2026-01-01', toDay: '2028-12-31', budget: null },
  objectives: [{ id: 'x', wording: 'Mieux accueillir' }],
} as unknown as PlanDto;

describe('the words of a plan', () => {
  let fixture: ComponentFixture<PlanEditor>;
  let page: HTMLElement;
  let server: HttpTestingController;

  beforeEach(async () => {
    sessionStorage.clear();
    TestBed.configureTestingModule({
      providers: [
        provideRouter([{ path: '**', children: [] }]),
        provideHttpClient(withInterceptors([api])),
        provideHttpClientTesting(),
      ],
    });
    await TestBed.inject(I18n).load('plans');
    server = TestBed.inject(HttpTestingController);
    fixture = TestBed.createComponent(PlanEditor);
    fixture.componentRef.setInput('plan', plan);
    fixture.componentRef.setInput('people', [{ id: 'o', name: 'Dany' }]);
    fixture.detectChanges();
    server.expectOne('/api/units').flush([{ id: 'u', name: 'CCAS', depth: 0 }]);
    await fixture.whenStable();
    page = fixture.nativeElement as HTMLElement;
  });

  const text = () => page.textContent.replace(/[\s\u00a0\u202f]+/g, ' ');
  const button = (words: string) =>
    [...page.querySelectorAll('button')].find(
      (one) => one.textContent.includes(words) || one.ariaLabel === words,
    )!;
  async function write(selector: string, rank: number, words: string): Promise<void> {
    const control = page.querySelectorAll<HTMLInputElement>(selector)[rank]!;
    control.value = words;
    control.dispatchEvent(new Event('input'));
    await fixture.whenStable();
  }
  const send = async () => {
    page.querySelector('form')!.dispatchEvent(new Event('submit'));
    await fixture.whenStable();
    return server.expectOne({ method: 'PUT', url: '/api/plans/p' });
  };
  const current = {
    ...{ version: 2, title: 'Projet', description: 'Pourquoi', unitId: 'u', pilotId: 'o' },
    ...{ fromDay: '2026-01-01', toDay: '2028-12-31', budget: 5000, governance: 'La leur' },
    objectives: [{ id: 'x', wording: 'Mieux accueillir' }],
  };
  const refuse = async (sent: TestRequest) => {
    const body = { code: 'plan.changed', message: 'Changé', details: { current, who: 'Sacha' } };
    sent.flush(body, { status: 409, statusText: 'Conflict' });
    await new Promise((told) => setTimeout(told));
    await fixture.whenStable();
  };

  it('go with their objectives, moved and added', async () => {
    button('Ajouter un objectif').click();
    await fixture.whenStable();
    await write('li input', 1, 'Mieux informer');
    button('Monter l’objectif 2').click();
    await fixture.whenStable();
    const sent = await send();
    expect(sent.request.body).toMatchObject({
      version: 1,
      objectives: [{ wording: 'Mieux informer' }, { id: 'x', wording: 'Mieux accueillir' }],
    });
    expect(sent.request.body).not.toHaveProperty('budget');
  });

  it('are not sent while an objective is too short', async () => {
    await write('li input', 0, 'ab');
    page.querySelector('form')!.dispatchEvent(new Event('submit'));
    await fixture.whenStable();
    server.verify();
    expect(text()).toContain('Un objectif tient en 3 à 300 signes.');
  });

  it('meet those of somebody who wrote meanwhile: what clashes is asked, nothing is lost', async () => {
    await write('textarea', 1, 'La mienne');
    const sent = await send();
    await refuse(sent);
    expect(text()).toContain('Sacha a modifié ce plan pendant que vous écriviez.');
    expect(text()).toMatch(/repris : ?Budget : 5000/);
    expect(text()).toMatch(/enregistré : ?La leur ?Ce que vous avez écrit : ?La mienne/);
    expect(button('Enregistrer').disabled).toBe(true);
    button('Garder le mien').click();
    await fixture.whenStable();
    const again = await send();
    expect(again.request.body).toMatchObject({
      ...{ version: 2, budget: 5000, governance: 'La mienne' },
    });
  });

  it('may give way to theirs', async () => {
    await write('textarea', 1, 'La mienne');
    await refuse(await send());
    button('Prendre l’autre').click();
    await fixture.whenStable();
    const again = await send();
    expect(again.request.body).toMatchObject({ version: 2, governance: 'La leur' });
  });
});

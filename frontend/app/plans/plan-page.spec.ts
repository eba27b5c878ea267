import { provideHttpClient, withInterceptors } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed, type ComponentFixture } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import type { PlanProgress } from '../../../backend/domain/plan';
import type { PlanActionDto, PlanDto } from '../../../backend/plans/plans.dto';
import { I18n } from '../i18n/i18n';
import { api } from '../session/api';
import { PlanPage } from './plan-page';

const progress = (more: Partial<PlanProgress> = {}): PlanProgress => ({
  ...{ percent: 62, actions: 19, done: 8, cancelled: 2, late: 1, ...more },
});
const action = (more: Partial<PlanActionDto>): PlanActionDto => ({
  ...{ id: 'a', reference: 'A26-1', kind: 'improvement', state: 'in_progress', title: 'Former' },
  ...{ dueOn: '2099-01-31', doneOn: null, progress: 40, verdict: null, verdictOn: null },
  ...{ owner: { id: 'o', name: 'Dany' }, unit: { id: 'u', name: 'Accueil' }, late: false },
  recurrences: 0,
  ...{ objectiveId: null, weight: 1, cost: null, checkDueOn: null, ...more },
});
const plan = (more: Partial<PlanDto> = {}): PlanDto => ({
  ...{ id: 'p', reference: 'P26-1', title: 'Projet social', version: 1, description: '' },
  ...{ unit: { id: 'u', name: 'CCAS' }, pilot: { id: 'o', name: 'Dany' }, governance: '' },
  ...{ fromDay: '2026-01-01', toDay: '2028-12-31', elapsed: 29, progress: progress() },
  ...{ budget: 10_000, spending: { engaged: 2000.3, withCost: 2, actions: 17 } },
  objectives: [{ id: 'x', wording: 'Mieux accueillir', progress: progress({ percent: 10 }) }],
  actions: [
    action({ id: 'late', title: 'En retard', late: true, dueOn: '2026-01-15', objectiveId: 'x' }),
    action({ weight: 2.5, objectiveId: 'x' }),
  ],
  ...{ hidden: 3, mayWrite: true, history: [], ...more },
});

describe('the page of a plan', () => {
  let fixture: ComponentFixture<PlanPage>;
  let page: HTMLElement;
  let server: HttpTestingController;

  async function open(told: PlanDto): Promise<void> {
    HTMLDialogElement.prototype.showModal ??= () => undefined;
    TestBed.configureTestingModule({
      providers: [
        provideRouter([]),
        provideHttpClient(withInterceptors([api])),
        provideHttpClientTesting(),
      ],
    });
    const i18n = TestBed.inject(I18n);
    await i18n.load('plans');
    await i18n.load('actions');
    server = TestBed.inject(HttpTestingController);
    fixture = TestBed.createComponent(PlanPage);
    fixture.componentRef.setInput('id', 'p');
    fixture.detectChanges();
    server.expectOne('/api/plans/p').flush(told);
    await fixture.whenStable();
    page = fixture.nativeElement as HTMLElement;
  }

  const text = () => page.textContent.replace(/[\s\u00a0\u202f]+/g, ' ');
  const place = async (title: string) => {
    const all = [...page.querySelectorAll<HTMLElement>('button')];
    all.find(({ ariaLabel }) => ariaLabel?.endsWith(title))?.click();
    await fixture.whenStable();
  };

  it('says how far it has come, and over what that is counted', async () => {
    await open(plan());
    expect(text()).toContain(
      '62 % — 19 actions pondérées, dont 2 annulées comptées comme non faites, 1 en retard',
    );
    expect(text()).toContain('29 % du temps est passé');
    expect(text()).toContain('3 autres actions, de services que vous ne suivez pas, sont comptées');
    expect(text()).toContain('2 000,30 € engagés sur 10 000 €.');
    expect(text()).toContain('Il reste 7 999,70 €.');
    expect(text()).toContain('Somme des coûts de 2 actions chiffrées sur 17 (hors annulées).');
  });

  it('names what is late before the objectives, and what weighs otherwise', async () => {
    await open(plan());
    const titles = [...page.querySelectorAll('h2')].map((title) => title.textContent.trim());
    expect(titles).toEqual(['1 action en retard', '1. Mieux accueillir', 'Budget']);
    expect(text()).toContain('poids 2,5');
  });

  it('says that a budget is exceeded, or that there is none', async () => {
    await open(plan({ budget: 1500 }));
    expect(text()).toContain('Budget dépassé de 500,30 €.');
    TestBed.resetTestingModule();
    await open(plan({ budget: null }));
    expect(text()).toContain('Le plan n’a pas de budget fixé.');
  });

  it('offers nothing to write to whoever may not', async () => {
    await open(plan({ mayWrite: false }));
    expect(text()).not.toMatch(/Modifier|Placer|Ajouter une action/);
  });

  it('moves an action to another objective, with another weight', async () => {
    const objectives = ['x', 'y'].map((id) => ({
      ...{ id, wording: `Objectif ${id}`, progress: progress() },
    }));
    await open(plan({ objectives }));
    await place('En retard');
    const select = page.querySelector<HTMLSelectElement>('dialog select')!;
    select.value = 'y';
    select.dispatchEvent(new Event('input'));
    select.dispatchEvent(new Event('change'));
    const weight = page.querySelector<HTMLInputElement>('dialog input')!;
    weight.value = '2,5';
    weight.dispatchEvent(new Event('input'));
    await fixture.whenStable();
    page.querySelector('dialog form')!.dispatchEvent(new Event('submit'));
    const sent = server.expectOne({ method: 'PUT', url: '/api/plans/p/actions/late' });
    expect(sent.request.body).toEqual({ objectiveId: 'y', weight: 2.5 });
    sent.flush(plan({ title: 'Projet replacé' }));
    await new Promise((told) => setTimeout(told));
    await fixture.whenStable();
    expect(page.querySelector('h1')?.textContent).toBe('Projet replacé');
    expect(page.querySelector('dialog')).toBeNull();
  });

  it('refuses a weight that is none', async () => {
    await open(plan());
    await place('En retard');
    const weight = page.querySelector<HTMLInputElement>('dialog input')!;
    weight.value = '0';
    weight.dispatchEvent(new Event('input'));
    await fixture.whenStable();
    page.querySelector('dialog form')!.dispatchEvent(new Event('submit'));
    await fixture.whenStable();
    server.verify();
    expect(text()).toContain('Un nombre de 0,01 à 1 000.');
  });
});

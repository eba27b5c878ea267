import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import type { ActionDto } from '../../../backend/actions/actions.dto';
import type { StepDto } from '../../../backend/actions/action-work.dto';
import { I18n } from '../i18n/i18n';
import { Steps } from './steps';

const step = (id: string, more: Partial<StepDto> = {}): StepDto => ({
  ...{ id, version: 1, title: `Étape ${id}`, dueOn: null, owner: null },
  ...{ doneOn: null, doneBy: null, late: false, ...more },
});
const may = { invite: true, plan: true, tick: true, prove: true };

function actionOf(steps: StepDto[], more: object = {}): ActionDto {
  const work = { steps, may, contributors: [], comments: [], suggestedProgress: null };
  return {
    ...{ id: 'x', dueOn: '2026-11-30', progress: 20, mayReport: true },
    work: { ...work, ...more },
  } as unknown as ActionDto;
}

async function draw(action: ActionDto) {
  TestBed.configureTestingModule({
    providers: [provideHttpClient(), provideHttpClientTesting()],
  });
  await TestBed.inject(I18n).load('work');
  const fixture = TestBed.createComponent(Steps);
  fixture.componentRef.setInput('action', action);
  await fixture.whenStable();
  const element = fixture.nativeElement as HTMLElement;
  const button = (name: RegExp) =>
    [...element.querySelectorAll('button')].find((one) =>
      name.test(one.getAttribute('aria-label') ?? one.textContent),
    );
  const titles = () =>
    [...element.querySelectorAll('boucle-step-line .title')].map((one) => one.textContent.trim());
  return { fixture, element, button, titles, http: TestBed.inject(HttpTestingController) };
}

describe('the steps', () => {
  it('say what is late, what comes after the action, and who does what', async () => {
    const owner = { id: 'p', name: 'Camille Fontaine' };
    const { element } = await draw(
      actionOf([
        step('a', { late: true, dueOn: '2020-01-01' }),
        step('b', { dueOn: '2031-01-01', owner }),
        step('c', { doneOn: '2026-11-01', doneBy: 'Dany' }),
      ]),
    );
    const text = element.textContent.replace(/\s+/g, ' ');
    expect(text).toContain('en retard de');
    expect(text).toContain('après l’échéance de l’action · Camille Fontaine');
    expect(text).toMatch(/faite le .* par Dany/);
  });

  it('propose a progress that is not noted yet, and never nothing', async () => {
    const steps = [step('a', { doneOn: '2026-11-01', doneBy: 'x' }), step('b')];
    const { button, http } = await draw(actionOf(steps, { suggestedProgress: 50 }));
    button(/Noter 50/)?.click();
    const { request } = http.expectOne('/api/actions/x/progress');
    expect(request.body).toEqual({ progress: 50, done: false });
    TestBed.resetTestingModule();
    expect(
      (await draw(actionOf(steps, { suggestedProgress: 20 }))).button(/Noter/),
    ).toBeUndefined();
    TestBed.resetTestingModule();
    expect((await draw(actionOf(steps, { suggestedProgress: 0 }))).button(/Noter/)).toBeUndefined();
  });

  it('show their new order at once, and send the last one that was asked for', async () => {
    const action = actionOf([step('a'), step('b'), step('c')]);
    const { fixture, button, titles, http } = await draw(action);
    button(/Modifier les étapes/)?.click();
    await fixture.whenStable();
    button(/Monter.*Étape c/)?.click();
    await fixture.whenStable();
    button(/Monter.*Étape c/)?.click();
    await fixture.whenStable();
    expect(titles()).toEqual(['Étape c', 'Étape a', 'Étape b']);
    const first = http.expectOne('/api/actions/x/steps');
    expect(first.request.body).toEqual({ order: ['a', 'c', 'b'] });
    first.flush(action);
    await new Promise((settled) => setTimeout(settled));
    const second = http.expectOne('/api/actions/x/steps');
    expect(second.request.body).toEqual({ order: ['c', 'a', 'b'] });
    second.flush(action);
    await new Promise((settled) => setTimeout(settled));
    http.verify();
  });

  it('leave nothing to press to those who only read', async () => {
    const none = { invite: false, plan: false, tick: false, prove: false };
    const { element } = await draw(actionOf([step('a')], { may: none }));
    expect(element.querySelectorAll('button, input').length).toBe(0);
  });
});

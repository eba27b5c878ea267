import { provideHttpClient, withInterceptors } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import { beforeEach, describe, expect, it } from '@jest/globals';
import { I18n } from '../i18n/i18n';
import { api } from '../session/api';
import { Session } from '../session/session';
import { ActionPlan } from './action-plan';
import type { Prefill } from './plan';

const origins = [{ kind: 'audit', reference: 'Critère 3.12' }];

describe('opening an action', () => {
  let server: HttpTestingController;
  let page: HTMLElement;

  beforeEach(async () => {
    sessionStorage.clear();
    TestBed.configureTestingModule({
      providers: [
        provideHttpClient(withInterceptors([api])),
        provideHttpClientTesting(),
        provideRouter([{ path: '**', children: [] }]),
        { provide: Session, useValue: { me: signal({ person: { id: 'karim' } }) } },
      ],
    });
    await TestBed.inject(I18n).load('actions');
    server = TestBed.inject(HttpTestingController);
  });

  const rest = async (): Promise<void> => {
    await new Promise((resolve) => setTimeout(resolve));
    TestBed.tick();
    await new Promise((resolve) => setTimeout(resolve));
  };
  async function open(prefill: Prefill): Promise<void> {
    const fixture = TestBed.createComponent(ActionPlan);
    fixture.componentRef.setInput('origins', origins);
    fixture.componentRef.setInput('prefill', prefill);
    fixture.componentRef.setInput('people', [{ id: 'karim', name: 'Karim' }]);
    page = fixture.nativeElement as HTMLElement;
    TestBed.tick();
    const accueil = { id: 'u', name: 'Accueil', depth: 0 };
    server.match('/api/units').forEach((units) => units.flush([accueil]));
    await rest();
  }
  const asked = (): string[] =>
    [...page.querySelectorAll('form > * label, form > * legend')]
      .filter((label) => !label.closest('details, .choices'))
      .map((label) => label.textContent.replace(/\s+/g, ' ').trim());
  const type = async (selector: string, text: string): Promise<void> => {
    const field = page.querySelector<HTMLInputElement>(selector);
    if (!field) throw new Error(`no field ${selector}`);
    field.value = text;
    field.dispatchEvent(new Event('input'));
    await rest();
  };
  const send = async (): Promise<void> => {
    page.querySelector('form')?.requestSubmit();
    await rest();
  };

  it('asks for four things, the rest being folded', async () => {
    await open({ unitId: 'u' });
    expect(asked()).toEqual([
      ...['Quel genre d’action ?', 'Que va-t-on faire ?', 'Qui s’en charge ?', 'Pour quand ?'],
    ]);
    expect(page.querySelector('details')?.open).toBe(false);
  });

  it('asks for the service as well where nothing tells it', async () => {
    await open({});
    expect(asked()).toContain('Service');
  });

  it('shows what was proposed, and sends it with what was typed', async () => {
    await open({
      unitId: 'u',
      kind: 'preventive',
      skills: 'Menuiserie',
      feasibility: 3,
      impact: 4,
    });
    expect(page.querySelector('details')?.open).toBe(true);
    await type('input[autocomplete]', '  Alléger la porte  ');
    await send();
    const { body } = server.expectOne({ method: 'POST', url: '/api/actions' }).request;
    expect(body).toMatchObject({
      ...{ kind: 'preventive', title: 'Alléger la porte', unitId: 'u', ownerId: 'karim' },
      ...{ skills: 'Menuiserie', feasibility: 3, impact: 4, origins },
    });
    expect(body).not.toHaveProperty('verifierId');
  });

  it('cuts nothing that is pasted: it says that it is too long', async () => {
    await open({ unitId: 'u' });
    await type('input[autocomplete]', 'a'.repeat(161));
    await send();
    server.expectNone({ method: 'POST' });
    const title = page.querySelector<HTMLInputElement>('input[autocomplete]');
    expect(title?.value).toHaveLength(161);
    expect(page.textContent).toContain('160 caractères au plus');
  });

  it('finds again what was typed before a reload', async () => {
    await open({ unitId: 'u' });
    await type('input[autocomplete]', 'Alléger la porte');
    await open({ unitId: 'u' });
    expect(page.querySelector<HTMLInputElement>('input[autocomplete]')?.value).toBe(
      'Alléger la porte',
    );
  });
});

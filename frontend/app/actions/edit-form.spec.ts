import { provideHttpClient, withInterceptors } from '@angular/common/http';
import {
  HttpTestingController,
  provideHttpClientTesting,
  type TestRequest,
} from '@angular/common/http/testing';
import { signal } from '@angular/core';
import { TestBed, type ComponentFixture } from '@angular/core/testing';
import { Router, provideRouter } from '@angular/router';
import { beforeEach, describe, expect, it } from '@jest/globals';
import type { ActionDto } from '../../../backend/actions/actions.dto';
import { I18n } from '../i18n/i18n';
import { api } from '../session/api';
import { Session } from '../session/session';
import { EditForm } from './edit-form';
import { changeOf, wordsOf } from './words';

const people = [
  { id: 'camille', name: 'Camille' },
  { id: 'karim', name: 'Karim' },
];
const action = {
  ...{ id: 'a', reference: 'A26-AAAAAA', version: 3, mayEdit: 'all', dueOn: '2027-01-15' },
  ...{ kind: 'corrective', title: 'Alléger la porte', description: 'Poser un groom' },
  ...{ unit: { id: 'u', name: 'Accueil' }, owner: people[0], verifier: null, criterion: null },
  ...{ rationale: '', startOn: null, feasibility: null, impact: null, cost: 100 },
  ...{ effortDays: null, skills: '', stakeholders: '', levers: '', obstacles: '' },
  ...{ participation: null, participants: '' },
  check: { method: null, on: null, indicator: null, target: null, days: null },
} as unknown as ActionDto;
const base = wordsOf(action);

describe('changing the words of an action', () => {
  let fixture: ComponentFixture<EditForm>;
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

  async function open(more: Partial<ActionDto> = {}): Promise<void> {
    fixture?.destroy();
    fixture = TestBed.createComponent(EditForm);
    fixture.componentRef.setInput('action', { ...action, ...more });
    fixture.componentRef.setInput('people', people);
    page = fixture.nativeElement as HTMLElement;
    TestBed.tick();
    server.match('/api/units').forEach((units) => units.flush([]));
    await rest();
  }
  const rest = async (): Promise<void> => {
    await new Promise((resolve) => setTimeout(resolve));
    TestBed.tick();
    await new Promise((resolve) => setTimeout(resolve));
  };
  const field = (label: string): HTMLInputElement => {
    const found = [...page.querySelectorAll('label')].find((one) =>
      one.textContent.includes(label),
    );
    const control = page.querySelector<HTMLInputElement>(`[id="${found?.htmlFor ?? ''}"]`);
    if (!control) throw new Error(`no field ${label}`);
    return control;
  };
  const type = (label: string, text: string): void => {
    field(label).value = text;
    field(label).dispatchEvent(new Event('input'));
  };
  const send = async (): Promise<void> => {
    page.querySelector('form')?.requestSubmit();
    await rest();
  };
  const put = (): TestRequest => server.expectOne({ method: 'PUT', url: '/api/actions/a' });
  const refuse = async (theirs: object): Promise<void> => {
    const current = { ...base, ...theirs, version: 4 };
    put().flush(
      {
        ...{ code: 'action.changed', message: 'Changée' },
        details: { current, who: 'Camille', at: '2026-11-22T09:00:00Z' },
      },
      { status: 409, statusText: 'Conflict' },
    );
    await rest();
  };
  const choose = async (choice: string): Promise<void> => {
    page.querySelector<HTMLInputElement>(`input[value="${choice}"]`)?.click();
    await rest();
  };

  const clashOnDescription = async (): Promise<void> => {
    await open();
    type('Précisions', 'Deux grooms');
    await send();
    await refuse({ description: 'Un ferme-porte' });
  };
  /** Without the spaces that typesetting made unbreakable. */
  const read = (): string => page.textContent.replace(/\s+/g, ' ');

  it('sends the whole of them with the version that was read', async () => {
    await open();
    type('Combien cela coûte', '1 250,50');
    await send();
    const change = changeOf({ ...base, cost: 1250.5 }, 3);
    expect(put().request.body).toEqual(change);
  });

  it('joins what somebody else changed meanwhile, and sends it over theirs', async () => {
    await open();
    type('Que va-t-on faire', 'Alléger les deux portes');
    await send();
    await refuse({ cost: 200, skills: 'Menuiserie' });
    const joined = { ...base, title: 'Alléger les deux portes', cost: 200, skills: 'Menuiserie' };
    expect(put().request.body).toEqual(changeOf(joined, 4));
  });

  it('shows both where both changed the same, and sends what was chosen', async () => {
    await open();
    type('Précisions', 'Deux grooms');
    await send();
    await refuse({ description: 'Un ferme-porte', cost: 200 });
    const words = [...page.querySelectorAll('.side .written')].map((text) =>
      text.textContent.trim(),
    );
    expect(words).toEqual(['Deux grooms', 'Un ferme-porte']);
    expect(read()).toContain('Ses autres changements sont gardés : coût');

    await send();
    server.expectNone({ method: 'PUT' });
    await choose('both');
    expect(field('Le texte qui sera gardé').value).toBe('Un ferme-porte\n\nDeux grooms');
    type('Le texte qui sera gardé', 'Un ferme-porte et deux grooms');
    await send();
    const settled = { ...base, description: 'Un ferme-porte et deux grooms', cost: 200 };
    expect(put().request.body).toEqual(changeOf(settled, 4));
  });

  it('keeps mine where that was chosen', async () => {
    await clashOnDescription();
    await choose('mine');
    await send();
    expect(put().request.body).toEqual(changeOf({ ...base, description: 'Deux grooms' }, 4));
  });

  it('leaves theirs as it stands where that was chosen', async () => {
    await clashOnDescription();
    await choose('theirs');
    await send();
    server.expectNone({ method: 'PUT' });
    expect(TestBed.inject(Router).url).toBe('/actions/a');
    expect(sessionStorage).toHaveLength(0);
  });

  it('finds what was being chosen after a reload', async () => {
    await clashOnDescription();
    await choose('both');
    type('Le texte qui sera gardé', 'Les deux');
    await rest();
    await open({ version: 4, description: 'Un ferme-porte' });
    await send();
    await refuse({ description: 'Un ferme-porte' });
    expect(field('Le texte qui sera gardé').value).toBe('Les deux');
  });

  it('says what is left to mend where the two make no sense together', async () => {
    await open();
    field('Qui s’en charge').value = 'karim';
    field('Qui s’en charge').dispatchEvent(new Event('input'));
    await send();
    await refuse({ verifierId: 'karim' });
    server.expectNone({ method: 'PUT' });
    expect(read()).toContain('Camille a changé entre-temps : qui vérifiera');
  });

  it('finds a draft with what it was typed over: what was saved since is not written over', async () => {
    await open();
    type('Que va-t-on faire', 'Alléger les deux portes');
    await rest();
    await open({ version: 4, cost: 200 });
    expect(field('Que va-t-on faire').value).toBe('Alléger les deux portes');
    expect(read()).toContain('pas encore enregistrés');
    await send();
    expect(put().request.body).toMatchObject({ version: 3, cost: 100 });
  });

  it('lets an owner read what binds others, and change the rest', async () => {
    await open({ mayEdit: 'owner' });
    expect(() => field('Que va-t-on faire')).toThrow();
    expect(page.querySelector('boucle-bound-words')?.textContent).toContain('Alléger la porte');
    type('Précisions', 'Vu avec le menuisier');
    await send();
    const change = changeOf({ ...base, description: 'Vu avec le menuisier' }, 3);
    expect(put().request.body).toEqual(change);
  });

  it('unfolds what hides a mistake, and leads to it', async () => {
    await open();
    type('Combien cela coûte', 'douze');
    await send();
    server.expectNone({ method: 'PUT' });
    expect(field('Combien cela coûte').closest('details')?.open).toBe(true);
    expect(read()).toContain('Écrivez un nombre');
  });

  it('rates by the arrows of the keyboard, as the grid is seen', async () => {
    await open({ feasibility: 2, impact: 3 });
    const cell = () => page.querySelector<HTMLInputElement>('.cell :checked');
    expect(cell()?.value).toBe('2x3');
    cell()?.dispatchEvent(new KeyboardEvent('keydown', { key: 'ArrowUp', bubbles: true }));
    await rest();
    cell()?.dispatchEvent(new KeyboardEvent('keydown', { key: 'ArrowRight', bubbles: true }));
    await rest();
    expect(cell()?.value).toBe('3x4');
    expect(read()).toContain('priorité 12 sur 16, haute');
  });
});

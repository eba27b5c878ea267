import { provideHttpClient, withInterceptors } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { signal, type Type } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import { beforeEach, describe, expect, it } from '@jest/globals';
import type { ActionDto } from '../../../backend/actions/actions.dto';
import { I18n } from '../i18n/i18n';
import { api } from '../session/api';
import { Session } from '../session/session';
import { Disowning } from './disowning';
import { ProgressForm } from './progress-form';

const owner = { id: 'andrea', name: 'Andréa Roussel' };
const disowned = (more: object) => ({ on: '2026-11-22', note: 'Voir Camille.', ...more });
const action = (disowning: object | null) =>
  ({ id: 'a7', owner, progress: 60, disowning }) as unknown as ActionDto;

describe('an action that its owner disowned', () => {
  beforeEach(async () => {
    TestBed.configureTestingModule({
      providers: [
        provideHttpClient(withInterceptors([api])),
        provideHttpClientTesting(),
        provideRouter([]),
        { provide: Session, useValue: { me: signal({ person: { id: owner.id } }) } },
      ],
    });
    await TestBed.inject(I18n).load('actions');
  });

  function draw(part: Type<unknown>, disowning: object | null): HTMLElement {
    const fixture = TestBed.createComponent(part);
    fixture.componentRef.setInput('action', action(disowning));
    TestBed.tick();
    return fixture.nativeElement as HTMLElement;
  }
  const verbsOf = (page: HTMLElement) =>
    [...page.querySelectorAll('.buttons > *')].map((one) => one.textContent?.trim());

  it('awaits whoever decides, who reads why and since when', () => {
    const page = draw(Disowning, disowned({ mayDecide: true, mine: false }));
    expect(page.querySelector('.awaits')).not.toBeNull();
    expect(page.textContent).toContain('Andréa Roussel dit depuis le dimanche 22 novembre');
    expect(page.querySelector('q')?.textContent).toBe('Voir Camille.');
    expect(verbsOf(page)).toEqual(['Confier à quelqu’un d’autre', 'La lui laisser']);
  });

  it('awaits its owner no more, who may take it back, once', () => {
    const mine = disowned({ mayDecide: false, mine: true });
    const page = draw(Disowning, mine);
    expect(page.querySelector('.awaits')).toBeNull();
    expect(verbsOf(page)).toEqual(['Finalement, je m’en occupe']);
    const button = page.querySelector<HTMLButtonElement>('.buttons button')!;
    button.click();
    button.click();
    TestBed.inject(HttpTestingController).expectOne({
      method: 'DELETE',
      url: '/api/actions/a7/disowning',
    });
    const asked = draw(ProgressForm, mine);
    expect(asked.querySelector('.awaits, .primary')).toBeNull();
    expect(draw(ProgressForm, null).querySelector('.awaits .primary')).not.toBeNull();
  });
});

import { jest } from '@jest/globals';
import { TestBed } from '@angular/core/testing';
import { ToastRegion } from './toast-region';
import { Toasts, toastLife } from './toasts';

describe('toasts', () => {
  beforeEach(() => jest.useFakeTimers());
  afterEach(() => jest.useRealTimers());

  it('stay ten seconds', () => {
    const toasts = TestBed.inject(Toasts);
    toasts.show('La fiche est classée sans suite.');
    jest.advanceTimersByTime(toastLife - 1);
    expect(toasts.shown()).toHaveLength(1);
    jest.advanceTimersByTime(1);
    expect(toasts.shown()).toHaveLength(0);
  });

  it('wait while they are pointed at or hold the focus', () => {
    const toasts = TestBed.inject(Toasts);
    toasts.show('C’est fait.');
    jest.advanceTimersByTime(9000);
    toasts.pause();
    jest.advanceTimersByTime(60_000);
    expect(toasts.shown()).toHaveLength(1);
    toasts.resume();
    jest.advanceTimersByTime(999);
    expect(toasts.shown()).toHaveLength(1);
    jest.advanceTimersByTime(1);
    expect(toasts.shown()).toHaveLength(0);
  });

  it('give way to the next, unless they can be undone', () => {
    const toasts = TestBed.inject(Toasts);
    toasts.show('Fiche classée.', () => undefined);
    toasts.show('La première est qualifiée.');
    toasts.show('La seconde est qualifiée.');
    expect(toasts.shown().map(({ text }) => text)).toEqual([
      'Fiche classée.',
      'La seconde est qualifiée.',
    ]);
  });

  it('undo the last thing that can be undone, once', () => {
    const toasts = TestBed.inject(Toasts);
    const undo = jest.fn();
    toasts.show('Fiche classée.', undo);
    toasts.show('Lettre envoyée.');
    expect(toasts.undoLast()).toBe(true);
    expect(undo).toHaveBeenCalledTimes(1);
    expect(toasts.undoLast()).toBe(false);
    expect(toasts.shown().map(({ text }) => text)).toEqual(['Lettre envoyée.']);
  });

  it('are spoken, and their buttons are reachable', () => {
    const fixture = TestBed.createComponent(ToastRegion);
    const undo = jest.fn();
    TestBed.inject(Toasts).show('Fiche classée.', undo);
    fixture.detectChanges();
    const element = fixture.nativeElement as HTMLElement;
    expect(element.querySelector('[role="status"]')?.textContent).toContain('Fiche classée.');
    const [undoButton, closeButton] = element.querySelectorAll('button');
    expect(undoButton?.textContent).toContain('Annuler');
    expect(closeButton?.getAttribute('aria-label')).toBe('Fermer ce message');
    undoButton?.click();
    expect(undo).toHaveBeenCalledTimes(1);
  });
});

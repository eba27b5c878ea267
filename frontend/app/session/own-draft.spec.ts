import { signal, type WritableSignal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { beforeEach, expect, test } from '@jest/globals';
import { ownDraft, type OwnDraft } from './own-draft';
import { Session } from './session';

interface Typed {
  body: string;
  unitId: string;
}

const me = signal({ person: { id: 'camille' } });

/** A form that opens, as after a reload. */
function open(blank: Typed): { model: WritableSignal<Typed>; draft: OwnDraft<Typed> } {
  const model = signal(blank);
  const draft = TestBed.runInInjectionContext(() => ownDraft(() => 'feedback', model));
  TestBed.tick();
  return { model, draft };
}

function type(model: WritableSignal<Typed>, body: string): void {
  model.update((typed) => ({ ...typed, body }));
  TestBed.tick();
}

const blank = { body: '', unitId: 'desk' };

beforeEach(() => {
  sessionStorage.clear();
  me.set({ person: { id: 'camille' } });
  TestBed.configureTestingModule({ providers: [{ provide: Session, useValue: { me } }] });
});

test('what was typed is there again after a reload', () => {
  type(open(blank).model, 'La rampe est glacée');
  expect(open(blank).model()).toEqual({ body: 'La rampe est glacée', unitId: 'desk' });
});

test('nothing is kept of a form that was left as it was', () => {
  const { model } = open(blank);
  type(model, 'La');
  type(model, '');
  expect(sessionStorage).toHaveLength(0);
});

test('what was sent is gone, and what comes next stands in the form', () => {
  const { model, draft } = open(blank);
  type(model, 'La rampe est glacée');
  draft.sent({ body: '', unitId: 'annex' });
  TestBed.tick();
  expect(model()).toEqual({ body: '', unitId: 'annex' });
  expect(open(blank).model()).toEqual(blank);
});

test('somebody else at the same desk does not find it', () => {
  type(open(blank).model, 'La rampe est glacée');
  me.set({ person: { id: 'andréa' } });
  expect(open(blank).model()).toEqual(blank);
});

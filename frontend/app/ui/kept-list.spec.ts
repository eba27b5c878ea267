import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { beforeEach, expect, test } from '@jest/globals';
import { KeptList } from './kept-list';
import { Toasts } from './toasts';

interface Wording {
  id: string;
  name: string;
  body: string;
}

const thanks: Wording = { id: '7', name: 'Merci', body: 'Merci de votre mot.' };
let list: KeptList<Wording>;
let http: HttpTestingController;

beforeEach(() => {
  TestBed.configureTestingModule({
    providers: [provideHttpClient(), provideHttpClientTesting()],
  });
  http = TestBed.inject(HttpTestingController);
  list = TestBed.runInInjectionContext(() => new KeptList('/wordings', (name) => `Sans ${name}`));
  TestBed.tick();
  http.expectOne('/wordings').flush([thanks]);
});

/** What it reads again, once what was asked has been answered. */
async function readAgain(): Promise<void> {
  await Promise.resolve();
  TestBed.tick();
}

test('what was removed is had back, whole and under its name', async () => {
  const gone = list.remove(thanks);
  http.expectOne({ method: 'DELETE', url: '/wordings/7' }).flush(null);
  await gone;
  await readAgain();
  http.expectOne({ method: 'GET', url: '/wordings' }).flush([]);
  const toasts = TestBed.inject(Toasts);
  expect(toasts.shown().map(({ text }) => text)).toEqual(['Sans Merci']);
  toasts.undoLast();
  const { request } = http.expectOne({ method: 'POST', url: '/wordings' });
  expect(request.body).toEqual({ name: 'Merci', body: 'Merci de votre mot.' });
});

test('what could not be removed offers nothing to be undone', async () => {
  const kept = list.remove(thanks);
  http.expectOne('/wordings/7').flush(null, { status: 500, statusText: 'Fault' });
  await kept;
  expect(TestBed.inject(Toasts).undoLast()).toBe(false);
});

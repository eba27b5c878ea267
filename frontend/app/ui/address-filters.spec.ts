import { Component } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { Router, RouterOutlet, provideRouter } from '@angular/router';
import { RouterTestingHarness } from '@angular/router/testing';
import { beforeEach, expect, test } from '@jest/globals';
import { addressFilters, isId, oneOf } from './address-filters';
import { openRecord } from './open-record';

@Component({ selector: 'boucle-some-list', imports: [RouterOutlet], template: '<router-outlet />' })
class SomeList {
  readonly filters = addressFilters({
    state: oneOf(['received', 'closed']),
    unit: isId,
    sort: oneOf(['dueOn']),
  });
  readonly open = openRecord();
}

@Component({ selector: 'boucle-some-record', template: '' })
class SomeRecord {}

let harness: RouterTestingHarness;
const address = (): string => TestBed.inject(Router).url;

beforeEach(async () => {
  TestBed.configureTestingModule({
    providers: [
      provideRouter([
        { path: 'fiches', component: SomeList, children: [{ path: ':id', component: SomeRecord }] },
        { path: 'accueil', component: SomeRecord },
      ]),
    ],
  });
  harness = await RouterTestingHarness.create();
});

test('the address says what the list shows', async () => {
  const list = await harness.navigateByUrl('/fiches?state=closed&page=3', SomeList);
  expect(list.filters.values()).toEqual({ state: 'closed', page: '3' });
});

test('what makes no sense in an address is left out', async () => {
  const list = await harness.navigateByUrl('/fiches?state=lost&unit=42&page=-1&x=y', SomeList);
  expect(list.filters.values()).toEqual({});
});

test('a list is narrowed by what leaves something out: no order and no page does', async () => {
  const list = await harness.navigateByUrl('/fiches?sort=dueOn&page=3', SomeList);
  expect(list.filters.narrowed()).toBe(false);
  await harness.navigateByUrl('/fiches?state=closed&page=3');
  expect(list.filters.narrowed()).toBe(true);
});

test('a choice goes to the address and back to the first page; the record beside stays', async () => {
  const list = await harness.navigateByUrl('/fiches/7?page=3', SomeList);
  expect(list.open()).toBe('7');
  list.filters.choose('state', 'received');
  await harness.fixture.whenStable();
  expect(address()).toBe('/fiches/7?state=received');
  expect(list.filters.values()).toEqual({ state: 'received' });
});

test('an empty choice leaves the address, and clearing leaves what is not a filter', async () => {
  const list = await harness.navigateByUrl('/fiches?state=closed&tab=1', SomeList);
  list.filters.choose('state', '');
  await harness.fixture.whenStable();
  expect(address()).toBe('/fiches?tab=1');
  await harness.navigateByUrl('/fiches?state=closed&page=2&tab=1');
  list.filters.clear();
  await harness.fixture.whenStable();
  expect(address()).toBe('/fiches?tab=1');
});

test('a record that is opened while a choice is on its way does open', async () => {
  const list = await harness.navigateByUrl('/fiches?page=3', SomeList);
  void TestBed.inject(Router).navigateByUrl('/fiches/7?page=3');
  list.filters.choose('state', 'received', { replaceUrl: true });
  await harness.fixture.whenStable();
  expect(address()).toBe('/fiches/7?state=received');
  expect(list.filters.values()).toEqual({ state: 'received' });
});

test('a choice does not hold back whoever leaves the list', async () => {
  const list = await harness.navigateByUrl('/fiches', SomeList);
  void TestBed.inject(Router).navigateByUrl('/accueil');
  list.filters.choose('state', 'received', { replaceUrl: true });
  await harness.fixture.whenStable();
  expect(address()).toBe('/accueil');
});

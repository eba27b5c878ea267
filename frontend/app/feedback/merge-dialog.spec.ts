import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import type { AlikeDto } from '../../../backend/merging/merging.dto';
import { MergeDialog } from './merge-dialog';

const one = { id: 'b', reference: '26-BBBBBB', receivedOn: '2026-11-22', body: 'Deux' };
const other: AlikeDto = {
  ...{ id: 'a', reference: '26-AAAAAA', receivedOn: '2026-11-22', excerpt: 'Un' },
  ...{ kind: 'anomaly', state: 'received', unit: { id: 'u', name: 'Accueil' }, people: 1 },
  ...{ similarity: 0.5, answeredOn: null, mayStay: true, mayJoin: true },
};

async function open(more: Partial<AlikeDto> = {}) {
  TestBed.configureTestingModule({
    providers: [provideHttpClient(), provideHttpClientTesting()],
  });
  HTMLDialogElement.prototype.showModal ??= () => undefined;
  const fixture = TestBed.createComponent(MergeDialog);
  fixture.componentRef.setInput('one', one);
  fixture.componentRef.setInput('other', { ...other, ...more });
  await fixture.whenStable();
  const element = fixture.nativeElement as HTMLElement;
  const radios = [...element.querySelectorAll<HTMLInputElement>('input[type=radio]')];
  return { element, radios, send: () => element.querySelector('form')?.requestSubmit() };
}

describe('joining two', () => {
  it('keeps the older unless said, even of one day', async () => {
    const { radios, send } = await open();
    expect(radios.map(({ checked }) => checked)).toEqual([true, false]);
    send();
    await Promise.resolve();
    TestBed.inject(HttpTestingController).expectOne('/api/feedback/b/merge');
  });

  it('leaves no choice where the other has gone too far to join', async () => {
    const { radios, send } = await open({ mayJoin: false, receivedOn: '2026-11-30' });
    expect(radios).toEqual([]);
    send();
    await Promise.resolve();
    const { request } = TestBed.inject(HttpTestingController).expectOne('/api/feedback/b/merge');
    expect(request.body).toEqual({ into: 'a' });
  });
});

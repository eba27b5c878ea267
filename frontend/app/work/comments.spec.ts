import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import type { CommentDto } from '../../../backend/actions/action-work.dto';
import { I18n } from '../i18n/i18n';
import { Comments } from './comments';

const camille = { id: '01900000-0000-7000-8000-000000000001', name: 'Camille Fontaine' };
const comment: CommentDto = {
  ...{ id: 'c', author: { id: 'd', name: 'Dany' }, body: `Vu avec @[${camille.id}].` },
  ...{ people: [camille], at: '2026-11-20T10:00:00Z', editedAt: null },
  ...{ removed: false, mine: true, callsMe: false },
};

async function draw(...comments: CommentDto[]) {
  TestBed.configureTestingModule({
    providers: [provideHttpClient(), provideHttpClientTesting()],
  });
  await TestBed.inject(I18n).load('work');
  const fixture = TestBed.createComponent(Comments);
  fixture.componentRef.setInput('action', { id: 'x', work: { comments } });
  await fixture.whenStable();
  const element = fixture.nativeElement as HTMLElement;
  return { fixture, element, http: TestBed.inject(HttpTestingController) };
}

describe('a comment', () => {
  beforeEach(() => sessionStorage.clear());

  it('reads with names, to the letter', async () => {
    const { element } = await draw(comment);
    expect(element.querySelector('.words')?.textContent).toBe('Vu avec @Camille Fontaine.');
    expect(element.querySelector('.words .person')?.textContent).toBe('@Camille Fontaine');
  });

  it('that is taken back keeps its place alone', async () => {
    const { element } = await draw({ ...comment, body: '', removed: true });
    expect(element.textContent).toContain('Commentaire retiré');
    expect(element.querySelector('.words')).toBeNull();
  });

  it('that calls me is noted as seen', async () => {
    const { element, http } = await draw({ ...comment, callsMe: true });
    expect(element.textContent).toContain('On vous a mentionné');
    http.expectOne('/api/actions/x/mentions/seen');
  });

  it('is stored with who is meant, whose name was chosen in the list', async () => {
    const { fixture, element, http } = await draw();
    const area = element.querySelector('textarea') as HTMLTextAreaElement;
    area.dispatchEvent(new Event('focus'));
    await new Promise((settled) => setTimeout(settled));
    await Promise.resolve();
    http
      .expectOne('/api/actions/x/people')
      .flush(
        [camille, { id: 'e', name: 'Élodie' }].map((one) => ({ ...one, unitName: 'Accueil' })),
      );
    await fixture.whenStable();
    area.value = 'Merci @cam';
    area.setSelectionRange(10, 10);
    area.dispatchEvent(new Event('input', { bubbles: true }));
    await fixture.whenStable();
    expect(element.querySelector('[role=option]')?.textContent.trim()).toBe('Camille Fontaine');
    expect(area.getAttribute('aria-activedescendant')).toBe(
      element.querySelector('[role=option]')?.id,
    );
    area.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', cancelable: true }));
    await fixture.whenStable();
    expect(area.value).toBe('Merci @Camille Fontaine ');
    element.querySelector('form')?.requestSubmit();
    await new Promise((settled) => setTimeout(settled));
    const { request } = http.expectOne(({ url }) => url.startsWith('/api/actions/x/comments/'));
    expect(request.body).toEqual({ body: `Merci @[${camille.id}]` });
  });
});

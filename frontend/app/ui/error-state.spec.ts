import { HttpErrorResponse } from '@angular/common/http';
import { TestBed } from '@angular/core/testing';
import { ApiError } from '../session/api-error';
import { ErrorState } from './error-state';

async function draw(error: unknown, inForm = false) {
  const fixture = TestBed.createComponent(ErrorState);
  fixture.componentRef.setInput('error', error);
  fixture.componentRef.setInput('inForm', inForm);
  await fixture.whenStable();
  let retried = 0;
  fixture.componentInstance.retry.subscribe(() => (retried += 1));
  const element = fixture.nativeElement as HTMLElement;
  return {
    element,
    words: element.querySelector('p')?.textContent ?? null,
    button: element.querySelector('button'),
    retried: () => retried,
  };
}

const answer = (status: number, error: unknown) =>
  ApiError.from(new HttpErrorResponse({ status, error }));

describe('what went wrong', () => {
  it('is heard when it appears', async () => {
    expect((await draw(null)).element.getAttribute('role')).toBe('alert');
  });

  it('is nothing as long as nothing went wrong', async () => {
    expect((await draw(null)).element.textContent).toBe('');
  });

  it('is said with the server’s own sentence', async () => {
    const { words, button } = await draw(
      answer(409, {
        code: 'feedback.action_open',
        message: 'Une action est encore ouverte.',
        details: {},
      }),
    );
    expect(words).toBe('Une action est encore ouverte.');
    expect(button).toBeNull();
  });

  it('says what to do when the server is away, and offers to try again', async () => {
    const { words, button, retried } = await draw(answer(0, new ProgressEvent('error')));
    expect(words).toContain('Le serveur ne répond pas');
    button?.click();
    expect(retried()).toBe(1);
  });

  it('takes the silence of a proxy for the server being away', async () => {
    expect((await draw(answer(502, '<html>Bad gateway</html>'))).words).toContain('ne répond pas');
  });

  it('has a sentence for a status that came without one', async () => {
    expect((await draw(answer(404, null))).words).toContain('n’existe pas');
    expect((await draw(answer(418, null))).words).toContain('une panne');
    expect((await draw(new TypeError('x is undefined'))).words).toContain('une panne');
  });

  it('leaves trying again to the button of the form', async () => {
    expect((await draw(answer(0, null), true)).button).toBeNull();
  });
});

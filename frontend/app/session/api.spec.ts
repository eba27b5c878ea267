import { HttpClient, provideHttpClient, withInterceptors } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { firstValueFrom } from 'rxjs';
import type { SessionDto } from '../../../backend/access/session.dto';
import { api } from './api';
import { ApiError } from './api-error';
import { Session } from './session';

const me: SessionDto = {
  person: { id: 'p', name: 'Sophie Lemaire', email: 'sophie@ccas.test', language: 'fr' },
  organization: { id: 'o', name: 'CCAS de Valfleury', colour: '#8a2b5e' },
  memberships: [],
  permissions: ['feedback.create'],
  homeUnitId: null,
};
const over = { status: 401, statusText: 'Unauthorized' };
const noSession = { code: 'session.required', message: 'Connectez-vous.', details: {} };

const settled = () => new Promise((resolve) => setTimeout(resolve));

describe('what every request goes through', () => {
  let server: HttpTestingController;
  let http: HttpClient;
  let session: Session;

  beforeEach(() => {
    localStorage.clear();
    TestBed.configureTestingModule({
      providers: [provideHttpClient(withInterceptors([api])), provideHttpClientTesting()],
    });
    server = TestBed.inject(HttpTestingController);
    http = TestBed.inject(HttpClient);
    session = TestBed.inject(Session);
  });

  afterEach(() => server.verify());

  async function open(): Promise<void> {
    const opened = session.open();
    server.expectOne('/api/session').flush(me);
    await opened;
  }

  it('says the reader’s language', async () => {
    const answer = firstValueFrom(http.get('/api/home'));
    const sent = server.expectOne('/api/home');
    expect(sent.request.headers.get('Accept-Language')).toBe('fr');
    sent.flush({});
    await answer;
  });

  it('fails with the server’s code, sentence and facts', async () => {
    const answer = firstValueFrom(http.post('/api/actions', {}));
    const body = { code: 'input.invalid', message: 'À corriger', details: { fields: { a: 'b' } } };
    server.expectOne('/api/actions').flush(body, { status: 400, statusText: 'Bad Request' });
    await expect(answer).rejects.toMatchObject({ status: 400, ...body });
    await expect(answer).rejects.toBeInstanceOf(ApiError);
  });

  it('tells a silent network from an error', async () => {
    const answer = firstValueFrom(http.get('/api/home'));
    server.expectOne('/api/home').error(new ProgressEvent('error'));
    await expect(answer).rejects.toMatchObject({ status: 0, code: 'network.down' });
  });

  it('does not ask somebody who never signed in', async () => {
    const answer = firstValueFrom(http.get('/api/home'));
    server.expectOne('/api/home').flush(noSession, over);
    await expect(answer).rejects.toMatchObject({ status: 401 });
    expect(session.expired()).toBe(false);
  });

  it('asks once for all who wait, then sends again what was typed', async () => {
    await open();
    const first = firstValueFrom(
      http.post('/api/feedback', { body: 'Trois semaines sans réponse' }),
    );
    const second = firstValueFrom(http.get('/api/home'));
    server.expectOne('/api/feedback').flush(noSession, over);
    server.expectOne('/api/home').flush(noSession, over);
    expect(session.expired()).toBe(true);

    session.renewed(true);
    await settled();
    const again = server.expectOne('/api/feedback');
    expect(again.request.body).toEqual({ body: 'Trois semaines sans réponse' });
    again.flush({ id: '1' });
    server.expectOne('/api/home').flush({ today: '2026-11-24' });
    await expect(first).resolves.toEqual({ id: '1' });
    await expect(second).resolves.toEqual({ today: '2026-11-24' });
    expect(session.expired()).toBe(false);
  });

  it('fails as before for somebody who does not sign in again', async () => {
    await open();
    const answer = firstValueFrom(http.get('/api/home'));
    server.expectOne('/api/home').flush(noSession, over);
    session.renewed(false);
    await expect(answer).rejects.toMatchObject({ code: 'session.required' });
  });
});

import { describe, expect, it } from '@jest/globals';
import type { FastifyRequest } from 'fastify';
import { PublicFaultPages } from './public-fault-pages.js';

const pages = new PublicFaultPages();
const request = (url: string, body?: unknown) =>
  ({ url, body, query: {}, headers: {}, method: body ? 'POST' : 'GET' }) as FastifyRequest;
const down = { status: 503, code: 'database.down', details: {} };

describe('a fault', () => {
  it.each(['/api/session', '/fiches', '/', '/public/public.css', '/pages'])(
    'on %s is no business of these pages',
    (url) => expect(pages.page(request(url), down)).toBeNull(),
  );

  it('that passes gives back what was being sent, to be sent again', () => {
    const typed = { body: 'La porte\nest "lourde"', name: '<b>Ada' };
    const page = pages.page(request('/p/k3y?lang=fr', typed), down) ?? '';
    expect(page).toContain('Rien n’a été enregistré');
    expect(page).toContain('action="/p/k3y"');
    expect(page).toContain('value="La porte\nest &quot;lourde&quot;"');
    expect(page).toContain('value="&lt;b&gt;Ada"');
    expect(page).toContain('Envoyer de nouveau');
  });

  it('that passes while a page is read offers to try again', () => {
    const page = pages.page(request('/suivi/7K3QX-9M2VT'), down);
    expect(page).toContain('href="/suivi/7K3QX-9M2VT"');
  });

  it.each<[string, object, string]>([
    ['/r/t0ken', { actionId: 'a7' }, 'href="/actions/a7"'],
    ['/r/t0ken', {}, 'href="/"'],
    ['/desabonnement/t0ken', {}, 'href="/preferences"'],
    ['/p/k3y', { actionId: 'a7' }, 'href="/suivi"'],
  ])('on %s with %j leads on to %s', (url, details, onward) => {
    const page = pages.page(request(url), {
      status: 410,
      code: 'link.expired',
      details: { ...details },
    });
    expect(page).toContain(onward);
  });

  it('that lasts does not', () => {
    const unknown = { status: 404, code: 'door.unknown.unit', details: {} };
    const page = pages.page(request('/p/nowhere', { body: 'La porte' }), unknown);
    expect(page).not.toContain('Envoyer de nouveau');
    expect(page).not.toContain('>Réessayer<');
  });
});
